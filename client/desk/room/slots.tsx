import type { Slots } from '../../rooms/slots.ts';
import type { Desk } from '../desk-state.ts';
import { MessageActs } from './message-acts.tsx';
import { RoomBar } from './room-bar.tsx';
import { RoomManage } from './room-manage.tsx';

/** What the desk adds to a room. */
export const slotsOf = (desk: Desk): Slots => ({
  message: (props) => <MessageActs {...props} desk={desk} />,
  bar: (props) => <RoomBar {...props} desk={desk} />,
  control: (props) => <RoomManage {...props} desk={desk} />,
});
