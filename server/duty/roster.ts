import type { Deps, Roster, StaffWho } from '../ports/deps.ts';

type Needs = Pick<Deps, 'log' | 'bus' | 'logger' | 'clock'>;

const CHANNEL = 'duty';

/**
 * Renews the duty leases of the volunteers connected to this node. A node that dies stops renewing, so its volunteers are
 * off duty one lease later and the rooms follow. A closed tab is the same: a quick reconnect finds the lease still there.
 */
export class DutyRoster implements Roster {
  readonly #deps: Needs;
  readonly #on = new Map<string, { who: StaffWho; rooms: readonly string[] }>();

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  /** Listens for volunteers who went off duty on another node. Resolves to the way out. */
  listen(): Promise<() => Promise<void>> {
    return this.#deps.bus.subscribe(CHANNEL, (message) => this.#forget(String(message)));
  }

  start(connection: string, who: StaffWho, rooms: readonly string[]): void {
    this.#on.set(connection, { who, rooms });
  }

  async end(staff: string): Promise<void> {
    this.#forget(staff);
    await this.#deps.bus.publish(CHANNEL, staff);
  }

  drop(connection: string): void {
    this.#on.delete(connection);
  }

  has(connection: string): boolean {
    return this.#on.has(connection);
  }

  /** One round of renewals; called every third of a lease. A volunteer whose certificate has ended is not renewed. */
  async renew(): Promise<void> {
    for (const [connection, { who, rooms }] of this.#on) {
      if (who.certifiedUntil === null || who.certifiedUntil <= this.#deps.clock()) this.#on.delete(connection);
      else await Promise.all(rooms.map((room) => this.#deps.log.onDuty(room, who.staff, who.name)));
    }
  }

  #forget(staff: string): void {
    for (const [connection, { who }] of this.#on) if (who.staff === staff) this.#on.delete(connection);
  }
}
