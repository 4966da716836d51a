import { randomUUID } from 'node:crypto';
import type { Acts, ServerAct, StaffAct } from '../ports/acts.ts';
import { AccountError } from '../ports/database.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';
import { within } from '../ports/within.ts';
import { putAside, somethingWaits, type Taken, writeInTurn } from './waiting.ts';

type Needs = Pick<Deps, 'supabase' | 'keep' | 'clock' | 'sealer' | 'logger'>;

/** After a call that failed no act waits for the database for this long, ms; sooner once a round has written something. */
const PAUSE = 10_000;

/**
 * Writes acts. At once with the person's own token; what waited goes by the secret key, in the name of the person and by
 * their rights, because a token ends after an hour and with its session (`write_late_act`).
 */
export class ActBook implements Acts {
  readonly #deps: Needs;
  #awayUntil = 0;

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  async write(who: StaffWho, act: StaffAct, whileAway = async () => {}): Promise<void> {
    const taken: Taken = { ...act, id: randomUUID(), at: this.#deps.clock(), staff: who.staff };
    if ((await this.#inOrder()) && (await this.#tried(() => this.#asPerson(who, taken)))) return;
    await whileAway();
    await putAside(this.#deps, taken);
  }

  async writeForGuest(act: ServerAct): Promise<void> {
    const taken: Taken = { ...act, id: randomUUID(), at: this.#deps.clock(), staff: null };
    if ((await this.#inOrder()) && (await this.#tried(() => this.#asServer(taken)))) return;
    await putAside(this.#deps, taken);
  }

  /** One round over what waits. */
  async writeWaiting(): Promise<void> {
    await writeInTurn(this.#deps, (taken) => this.#tried(() => this.#late(taken)));
  }

  /** Whether an act may be written now: nothing that was taken earlier waits. */
  async #inOrder(): Promise<boolean> {
    if (performance.now() < this.#awayUntil) return false;
    if (!(await somethingWaits(this.#deps))) return true;
    await this.writeWaiting();
    return !(await somethingWaits(this.#deps));
  }

  /** False when the database did not answer. A refusal of its own is thrown. */
  async #tried(run: () => PromiseLike<{ error: { code: string; message: string } | null }>): Promise<boolean> {
    try {
      const { error } = await within(run());
      if (error) throw refusalOf(error);
      this.#awayUntil = 0;
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'unavailable') throw error;
      if (error instanceof AccountError && error.code !== 'unavailable') throw error;
      this.#awayUntil = performance.now() + PAUSE;
      this.#deps.logger.warn({ err: error }, 'an act waits for the database');
      return false;
    }
  }

  async #asPerson(who: StaffWho, { id, act, input }: Taken) {
    return this.#deps.supabase.asStaff(await who.access()).rpc('write_act', { id, act, input });
  }

  #asServer({ act, input }: Taken) {
    return this.#deps.supabase.asService().rpc(act as 'open_case', input as never);
  }

  async #late(taken: Taken) {
    if (taken.staff === null) return this.#lateForGuest(taken);
    const { id, act, input, staff, at } = taken;
    const late = { id, act, input, staff_id: staff, taken_at: new Date(at).toISOString() };
    const { data, error } = await this.#deps.supabase.asService().rpc('write_late_act', late);
    if (data === 'refused') this.#deps.logger.warn({ act, id }, 'an act that waited was refused');
    return { error };
  }

  async #lateForGuest(taken: Taken) {
    const { error } = await this.#asServer(taken);
    if (!error || refusalOf(error).code === 'unavailable') return { error };
    // It will never be written, and must not stand in the way of the others.
    this.#deps.logger.error({ act: taken.act, code: error.code }, 'an act that waited was refused');
    return { error: null };
  }
}
