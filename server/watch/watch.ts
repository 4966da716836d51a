import { LIMITS } from '../../shared/limits.ts';
import type { Deps, GuestWho } from '../ports/deps.ts';
import type { Watch, Watched } from '../ports/watch.ts';

type Needs = Pick<Deps, 'keep' | 'bus' | 'clock' | 'rings' | 'raid' | 'logger'>;

const CHANNEL = 'through-the-desk';
const throughKey = (session: string): string => `through:${session}`;

/** What a guest's message waits for besides its words. Nothing here refuses anybody. */
export class MessageWatch implements Watch {
  readonly #deps: Needs;
  /** Until when a session's messages go through the desk. */
  readonly #through = new Map<string, number>();

  constructor(deps: Needs) {
    this.#deps = deps;
  }

  listen(): Promise<() => Promise<void>> {
    return this.#deps.bus.subscribe(CHANNEL, (message) => {
      const { session, until } = message as { session: string; until: number };
      this.#through.set(session, until);
    });
  }

  async look(who: GuestWho, { room, text, care }: { room: string; text: string; care: boolean }): Promise<Watched> {
    try {
      const ring = care ? null : this.#deps.rings.look(text, `${who.session} ${room}`);
      const first = await this.#isFirst(who);
      const waits = first || this.#goesThrough(who.session) || this.#deps.raid.waits(who, room);
      return { hold: ring !== null || waits, ring };
    } catch (error) {
      // What cannot be looked at is looked at by a person.
      this.#deps.logger.error({ err: error }, 'a message could not be looked after');
      return { hold: true, ring: null };
    }
  }

  async struck(session: string): Promise<void> {
    const { count, within, life } = LIMITS.strikes;
    if ((await this.#deps.keep.count(`strikes:${session}`, within)) < count) return;
    const until = this.#deps.clock() + life;
    await this.#deps.keep.set(throughKey(session), until, life);
    this.#through.set(session, until);
    await this.#deps.bus.publish(CHANNEL, { session, until });
  }

  async recall(session: string): Promise<void> {
    const until = await this.#deps.keep.get<number>(throughKey(session));
    if (until !== null) this.#through.set(session, until);
  }

  sweep(): void {
    for (const session of this.#through.keys()) this.#goesThrough(session);
  }

  #goesThrough(session: string): boolean {
    const until = this.#through.get(session);
    if (until === undefined || until > this.#deps.clock()) return until !== undefined;
    this.#through.delete(session);
    return false;
  }

  /** The first messages of somebody who brought no proof or came with very many. */
  async #isFirst({ session, looked }: GuestWho): Promise<boolean> {
    if (!looked) return false;
    return (await this.#deps.keep.count(`first:${session}`, LIMITS.sessionLife)) <= LIMITS.firstMessages;
  }
}
