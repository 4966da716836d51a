import { LIMITS } from '../../shared/limits.ts';
import type { StaffRow } from '../database/types.ts';
import type { Deps, StaffConnection } from '../ports/deps.ts';
import { dropRow } from './kept-row.ts';
import { leaveDuty } from './leave-duty.ts';
import { hearNodes } from './nodes.ts';
import { idleEnd, peek } from './session.ts';
import { standingOf } from './standing.ts';

type Needs = Pick<
  Deps,
  'supabase' | 'keep' | 'bus' | 'clock' | 'logger' | 'roster' | 'rooms' | 'log' | 'broadcast' | 'access'
>;

/**
 * Looks at the volunteers connected to this node: somebody removed, signed out or idle for too long is cut off, somebody
 * whose rights changed comes back with the new ones, somebody who does nothing is asked before the end. At once when a node says so; as a round, for what no message brought.
 */
export class StaffWatch {
  readonly #deps: Needs;
  readonly #connections: () => StaffConnection[];

  constructor(deps: Needs, connections: () => StaffConnection[]) {
    this.#deps = deps;
    this.#connections = connections;
  }

  /** Resolves to the way out. */
  listen(): Promise<() => Promise<void>> {
    const warn = (err: unknown) => this.#deps.logger.warn({ err }, 'a volunteer could not be looked at');
    return hearNodes(this.#deps, (staff) => void this.look(staff).catch(warn));
  }

  /** One look at everybody, or at one person. Rejects when the database or the store does not answer; nobody is cut off then. */
  async look(only?: string): Promise<void> {
    const here = this.#connections().filter(({ who }) => only === undefined || who.staff === only);
    if (here.length === 0) return;
    const ids = [...new Set(here.map(({ who }) => who.staff))];
    const { data, error } = await this.#deps.supabase.asService().from('staff').select('*').in('id', ids);
    if (error) throw new Error('staff could not be read', { cause: error });
    const rows = new Map(data.map((row) => [row.id, row]));
    await Promise.all(here.map((connection) => this.#judge(connection, rows.get(connection.who.staff))));
  }

  async #judge(connection: StaffConnection, row: StaffRow | undefined): Promise<void> {
    const { who } = connection;
    const session = await peek(this.#deps, who.signedIn);
    if (!row?.active) {
      connection.end('removed');
      await dropRow(this.#deps, who.staff);
      return leaveDuty(this.#deps, who.staff);
    }
    if (session?.epoch !== row.session_epoch) return connection.end('expired');
    const standing = standingOf(row, this.#deps.clock());
    if (standing.rights === who.rights) return this.#askWhetherHere(connection);
    connection.renew();
    const serves = standing.capabilities.has('duty.take') ? this.#deps.access.servedBy({ ...who, ...standing }) : [];
    await leaveDuty(
      this.#deps,
      who.staff,
      serves.map(({ id }) => id),
    );
  }

  /** Before a session ends by itself its person is asked; an act in any of their tabs takes the question back. */
  async #askWhetherHere({ who, ask }: StaffConnection): Promise<void> {
    const now = this.#deps.clock();
    const until = await idleEnd(this.#deps, who.signedIn);
    ask(until !== null && until - now <= LIMITS.staffAsk ? until : null, now);
  }
}
