import type { Server } from 'socket.io';
import type { StaffConnection, Who } from '../ports/deps.ts';

/** The volunteers connected to this node. */
export function staffHere(io: Server): StaffConnection[] {
  return [...io.of('/').sockets.values()].flatMap((socket) => {
    const data = socket.data as { who: Who; asked?: boolean };
    const { who } = data;
    const close = () => void socket.disconnect(true);
    const end: StaffConnection['end'] = (why) => {
      socket.emit('ended', { why });
      close();
    };
    const ask: StaffConnection['ask'] = (until, now) => {
      // Said once, and once that it is over.
      if (until === null && !data.asked) return;
      if (until !== null && data.asked) return;
      data.asked = until !== null;
      socket.emit('desk:idle', { until, now });
    };
    return who.kind === 'staff' ? [{ who, end, renew: close, ask }] : [];
  });
}
