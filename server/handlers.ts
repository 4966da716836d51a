import type { EventName, Input, Replies } from '../shared/events.ts';
import { decideAppeal, makeAppeal } from './cases/appeal.ts';
import { askForCare } from './cases/ask-care.ts';
import { claimCase, releaseCase } from './cases/claim.ts';
import { decideCase } from './cases/decide.ts';
import { decideHeld } from './cases/held.ts';
import { openCaseFile } from './cases/read.ts';
import { removeMessage } from './cases/remove-message.ts';
import { myReports, reportMessage, reportVolunteer } from './cases/report.ts';
import { stillHere } from './desk/here.ts';
import { openDesk } from './desk/open.ts';
import { closeLead, confirmCall, recordCall } from './directory/desk/call.ts';
import { decideRepair, refuseSuggestion, setStatus } from './directory/desk/decide.ts';
import { findEntries, openEntry } from './directory/desk/entry.ts';
import { openDirectoryDesk } from './directory/desk/open.ts';
import { saveEntry } from './directory/desk/save.ts';
import { endDuty, startDuty } from './duty/take.ts';
import { forgetMe, retractMessage } from './messages/own.ts';
import { reactTo } from './messages/react.ts';
import { readAfter, readBefore } from './messages/recent.ts';
import { sendMessage } from './messages/send.ts';
import { tellTyping } from './messages/typing.ts';
import type { Deps, Who } from './ports/deps.ts';
import { lockDownRoom, lockRoom, purgeRoom, slowRoom } from './rooms/control.ts';
import { joinRoom } from './rooms/join.ts';
import { leaveRoom } from './rooms/leave.ts';
import { listRooms } from './rooms/list.ts';
import { redrawName } from './rooms/rename.ts';
import { listSanctions } from './sanctions/in-force.ts';
import { liftSanction } from './sanctions/lift.ts';
import { placeSanction } from './sanctions/place.ts';
import { endSession } from './sessions/end.ts';
import { assignStaff, certifyStaff, removeStaff, setRole, signOutStaff, uncertifyStaff } from './staff/appoint.ts';
import { endInvite, inviteStaff } from './staff/invite.ts';
import { listStaff } from './staff/people.ts';

export type Handler<E extends EventName> = (deps: Deps, who: Who, input: Input<E>) => Promise<Replies[E]>;

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
  'desk:here': stillHere,
  'duty:start': startDuty,
  'duty:end': endDuty,
  'held:decide': decideHeld,
  'report:make': reportMessage,
  'report:volunteer': reportVolunteer,
  'report:mine': myReports,
  'appeal:make': makeAppeal,
  'me:rename': redrawName,
  'care:ask': askForCare,
  'case:claim': claimCase,
  'case:release': releaseCase,
  'case:open': openCaseFile,
  'case:decide': decideCase,
  'appeal:decide': decideAppeal,
  'message:remove': removeMessage,
  'sanction:place': placeSanction,
  'sanction:lift': liftSanction,
  'sanction:list': listSanctions,
  'room:lock': lockRoom,
  'room:slow': slowRoom,
  'room:lockdown': lockDownRoom,
  'room:purge': purgeRoom,
  'staff:list': listStaff,
  'staff:invite': inviteStaff,
  'staff:uninvite': endInvite,
  'staff:certify': certifyStaff,
  'staff:uncertify': uncertifyStaff,
  'staff:assign': assignStaff,
  'staff:role': setRole,
  'staff:remove': removeStaff,
  'staff:sign-out': signOutStaff,
  'directory:open': openDirectoryDesk,
  'directory:find': findEntries,
  'directory:entry': openEntry,
  'directory:save': saveEntry,
  'directory:status': setStatus,
  'directory:call': recordCall,
  'directory:confirm': confirmCall,
  'directory:repair': decideRepair,
  'directory:refuse': refuseSuggestion,
  'directory:lead': closeLead,
};
