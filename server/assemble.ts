import type { Server } from 'socket.io';
import { ActBook } from './acts/book.ts';
import { CaseBook } from './cases/book.ts';
import { NodeBroadcast } from './delivery/broadcast.ts';
import { ViewCounts } from './directory/repair/views.ts';
import { DutyRoster } from './duty/roster.ts';
import { RingMemory } from './guard/rings.ts';
import type { RenderPage } from './pages.ts';
import type { Deps, RoomTable, Shifts } from './ports/deps.ts';
import type { Rings } from './ports/watch.ts';
import type { SharedKeys } from './proofs/keys.ts';
import { ProofDesk } from './proofs/proofs.ts';
import { AddressTags } from './proofs/tags.ts';
import { Buckets } from './rates/buckets.ts';
import { memberOf, roomFor, servedBy, sessionOf } from './rooms/access.ts';
import { SanctionBook } from './sanctions/book.ts';
import { removeSession } from './sessions/end.ts';
import { recordAct } from './staff/audit.ts';
import { RaidWatch } from './watch/raid.ts';
import { MessageWatch } from './watch/watch.ts';

/** What main (or a test) brings: the outer parts, opened already. */
export type Outer = Pick<
  Deps,
  'config' | 'clock' | 'logger' | 'log' | 'presence' | 'keep' | 'bus' | 'guard' | 'directory'
> &
  Pick<Deps, 'supabase' | 'accounts' | 'sealer'> & {
    renderPage: RenderPage;
    /** Resolves when the stores answer. */
    ping(): Promise<void>;
    /** How long clients have to move to another node when this one closes, ms. */
    drainMs?: number;
    /** Absent: kept in this process. A bench of a message's way without the guard brings none that remember. */
    rings?: Rings;
    rooms: RoomTable & Refreshed;
    shifts: Shifts & Refreshed;
  };

/** Reads itself again; rejects when its source does not answer and keeps what it knew. */
interface Refreshed {
  refresh(): Promise<void>;
}

/** Every part that a use case may need, from what main (or a test) brings. No part keeps state outside of itself. */
export function assemble(outer: Outer, io: Server, keys: SharedKeys) {
  const { rooms } = outer;
  const access = {
    roomFor: (who: Parameters<typeof roomFor>[1], room: string) => roomFor({ rooms }, who, room),
    memberOf: (who: Parameters<typeof memberOf>[1], room: string) => memberOf({ rooms }, who, room),
    servedBy: (who: Parameters<typeof servedBy>[1]) => servedBy({ rooms }, who),
    sessionOf: (room: string, member: string) => sessionOf(outer, room, member),
  };
  const { renderPage: _renderPage, drainMs: _drainMs, ping: _ping, ...parts } = outer;
  const broadcast = new NodeBroadcast(io, outer.bus);
  const sessions = { end: removeSession.bind(null, { keep: outer.keep, broadcast }) };
  const tags = new AddressTags(keys);
  const acts = new ActBook(outer);
  const rings = outer.rings ?? new RingMemory(outer);
  const raid = new RaidWatch({ ...parts, broadcast });
  return {
    ...parts,
    access,
    acts,
    broadcast,
    sessions,
    cases: new CaseBook({ ...parts, access, acts, broadcast }),
    sanctions: new SanctionBook({ ...parts, acts, broadcast, sessions }),
    roster: new DutyRoster(outer),
    rates: new Buckets(outer.clock, outer.config.rateScale),
    tags,
    proofs: new ProofDesk({ ...outer, tags, raid }, keys),
    rings,
    raid,
    watch: new MessageWatch({ ...outer, rings, raid }),
    audit: { record: recordAct.bind(null, { acts }) },
    views: new ViewCounts(outer),
  } satisfies Deps;
}

export type Assembled = ReturnType<typeof assemble>;
