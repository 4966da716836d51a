import { randomUUID } from 'node:crypto';
import { SANCTION_LENGTH } from '../../shared/cases.ts';
import type { MySanction } from '../../shared/events.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { KeptSanction, SanctionOrder, Sanctions } from '../ports/cases.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { addTo } from '../ports/lists.ts';
import { isMute, keptOf, mutedUntil, sanctionKey, sanctionsKey, seenBy } from './kept.ts';

type Needs = Pick<Deps, 'log' | 'keep' | 'clock' | 'rooms' | 'broadcast' | 'acts' | 'sessions'>;

/**
 * What was done to whom. The database has the row (ids and codes), the Keep what the person and an appeal need, the rooms'
 * logs enforce it: a mute and an ended session hold in every room, since the person is one session.
 */
export class SanctionBook implements Sanctions {
  readonly #deps: Needs;
  constructor(deps: Needs) {
    this.#deps = deps;
  }

  async of(session: string): Promise<MySanction[]> {
    return (await keptOf(this.#deps, session)).map((sanction) => this.seen(sanction));
  }

  async enforceIn(room: string, session: string): Promise<void> {
    const until = mutedUntil(await keptOf(this.#deps, session), this.#deps.clock());
    if (until === null) return;
    const { muteUntil } = await this.#deps.log.sanctions(room, session);
    if ((muteUntil ?? 0) < until) await this.#deps.log.sanction(room, session, 'mute', until);
  }

  async place(who: StaffWho, order: SanctionOrder): Promise<{ id: string; until: number | null }> {
    const at = this.#deps.clock();
    const until = isMute(order) ? at + SANCTION_LENGTH[order.kind] : null;
    const id = await this.#note(who, order, until);
    const kept: KeptSanction = { ...order, id, at, until, by: who.staff, lifted: false, appeal: 'none' };
    await this.#deps.keep.set(sanctionKey(id), kept, LIMITS.evidenceLife);
    await addTo(this.#deps.keep, sanctionsKey(order.session), id, LIMITS.evidenceLife);
    if (isMute(order)) await this.#muteAsKept(order.session);
    if (order.kind === 'end_session') await this.#ban(order.session);
    await this.#tell(kept);
    if (order.kind === 'end_session') await this.#deps.sessions.end(order.session, order.reason);
    return { id, until };
  }

  find(id: string): Promise<KeptSanction | null> {
    return this.#deps.keep.get<KeptSanction>(sanctionKey(id));
  }

  async change(sanction: KeptSanction, to: Partial<Pick<KeptSanction, 'lifted' | 'appeal'>>): Promise<KeptSanction> {
    const changed = { ...sanction, ...to };
    await this.#deps.keep.set(sanctionKey(changed.id), changed, LIMITS.evidenceLife);
    if (to.lifted && isMute(changed)) await this.#muteAsKept(changed.session);
    await this.#tell(changed);
    return changed;
  }

  seen(sanction: KeptSanction): MySanction {
    return seenBy(sanction, this.#deps.clock());
  }

  #tell(sanction: KeptSanction): Promise<void> {
    return this.#deps.broadcast.toSession(sanction.session, 'sanction', this.seen(sanction));
  }

  /** The row, written as the person who decides; its id. It holds the member of one room, never the session. */
  async #note(who: StaffWho, order: SanctionOrder, until: number | null): Promise<string> {
    const id = randomUUID();
    const { room, member, kind, reason, caseId } = order;
    const ends = until === null ? {} : { until: new Date(until).toISOString() };
    const of = caseId === null ? {} : { case_id: caseId };
    const input = { id, room, session: member, kind, reason, ...ends, ...of };
    await this.#deps.acts.write(who, { act: 'note_sanction', input });
    return id;
  }

  /** Puts the longest of the session's mutes in force in every room, or lifts it when none is left. */
  async #muteAsKept(session: string): Promise<void> {
    const { log, rooms, clock } = this.#deps;
    const until = mutedUntil(await keptOf(this.#deps, session), clock());
    await Promise.all(
      rooms
        .all()
        .map(({ id }) => (until === null ? log.lift(id, session, 'mute') : log.sanction(id, session, 'mute', until))),
    );
  }

  /** The ban catches what is on its way while the tabs are being closed. */
  async #ban(session: string): Promise<void> {
    const { log, rooms, clock } = this.#deps;
    const until = clock() + LIMITS.sessionLife;
    await Promise.all(rooms.all().map(({ id }) => log.sanction(id, session, 'ban', until)));
  }
}
