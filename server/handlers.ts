import type { EventName, Input, Replies } from '../shared/events.ts';
import { openDesk } from './desk/open.ts';
import { endDuty, startDuty } from './duty/take.ts';
import { decideHeld } from './held/decide.ts';
import { forgetMe, retractMessage } from './messages/own.ts';
import { reactTo } from './messages/react.ts';
import { readAfter, readBefore } from './messages/recent.ts';
import { sendMessage } from './messages/send.ts';
import { tellTyping } from './messages/typing.ts';
import type { Deps, Who } from './ports/deps.ts';
import { Refusal } from './ports/refusal.ts';
import { lockRoom, purgeRoom, slowRoom } from './rooms/control.ts';
import { joinRoom } from './rooms/join.ts';
import { leaveRoom } from './rooms/leave.ts';
import { listRooms } from './rooms/list.ts';
import { endSession } from './sessions/end.ts';

export type Handler<E extends EventName> = (deps: Deps, who: Who, input: Input<E>) => Promise<Replies[E]>;

const unavailable = async (deps: Deps, who: Who, input: object): Promise<never> => {
  if ('room' in input) deps.access.roomFor(who, String(input.room));
  throw new Refusal('unavailable');
};

/** Which use case answers which event. */
export const HANDLERS: { [E in EventName]: Handler<E> } = {
  'room:list': listRooms,
  'room:join': joinRoom,
  'room:leave': leaveRoom,
  'log:after': readAfter,
  'log:before': readBefore,
  'message:send': sendMessage,
  'message:retract': retractMessage,
  'message:react': reactTo,
  'message:typing': tellTyping,
  'me:forget': forgetMe,
  'session:end': endSession,
  'desk:open': openDesk,
  'duty:start': startDuty,
  'duty:end': endDuty,
  'held:decide': decideHeld,
  'report:make': unavailable,
  'report:volunteer': unavailable,
  'report:mine': unavailable,
  'appeal:make': unavailable,
  'me:rename': unavailable,
  'care:ask': unavailable,
  'case:claim': unavailable,
  'case:release': unavailable,
  'case:open': unavailable,
  'case:decide': unavailable,
  'appeal:decide': unavailable,
  'message:remove': unavailable,
  'sanction:place': unavailable,
  'sanction:lift': unavailable,
  'room:lock': lockRoom,
  'room:slow': slowRoom,
  'room:purge': purgeRoom,
};
