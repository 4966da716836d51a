import type { Client } from '../ports/database.ts';
import type { Shifts } from '../ports/deps.ts';

/** The planned shifts' starts, from memory; a failed `refresh` keeps what is known. Who takes a shift is never read. */
export class PlannedShifts implements Shifts {
  #starts: { group: string; at: number }[] = [];
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }

  next(group: string, now: number): number | null {
    const later = this.#starts.filter((shift) => shift.group === group && shift.at > now).map((shift) => shift.at);
    return later.length > 0 ? Math.min(...later) : null;
  }

  /** Rejects when the database does not answer. */
  async refresh(): Promise<void> {
    const { data, error } = await this.#client.rpc('next_shifts');
    if (error) throw new Error('shifts could not be read', { cause: error });
    this.#starts = data.map((row) => ({ group: row.room_group, at: Date.parse(row.starts_at) }));
  }
}
