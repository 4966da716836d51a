import type { ComponentChildren } from 'preact';
import type { ShownMessage } from '../view.ts';
import type { InRoom } from './room.tsx';

/** What the desk adds to a room, so that the chat need not carry it. */
export interface Slots {
  /** After the actions of one message. */
  message?: (props: InRoom & { message: ShownMessage }) => ComponentChildren;
  /** Under the room's head. */
  bar?: (props: InRoom) => ComponentChildren;
  /** In "about the room". */
  control?: (props: InRoom) => ComponentChildren;
}
