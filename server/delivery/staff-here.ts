import type { Server } from 'socket.io';
import type { StaffConnection, Who } from '../ports/deps.ts';

/** The volunteers connected to this node. */
export function staffHere(io: Server): StaffConnection[] {
  return [...io.of('/').sockets.values()].flatMap((socket) => {
    const { who } = socket.data as { who: Who };
    const close = () => void socket.disconnect(true);
    const end: StaffConnection['end'] = (why) => {
      socket.emit('ended', { why });
      close();
    };
    return who.kind === 'staff' ? [{ who, end, renew: close }] : [];
  });
}
