import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../support/services.ts';

/** A way between members and nodes that can lose what it carries. */
export interface Way {
  address: string;
  /** Nothing more of this node reaches the members; what they send still arrives. New connections are not touched. */
  loseAnswers(port: number): void;
  /** What runs now is forwarded no further, in either direction, and nobody is told. */
  stopForwarding(): void;
  close(): void;
}

interface Pair {
  port: number;
  near: Socket;
  far: Socket;
}

/** Sends each new connection to the next port of `choose`, as a balancer does that asks nodes whether they are ready. */
export async function startProxy(choose: () => Promise<number>): Promise<Way> {
  const pairs = new Set<Pair>();
  const server = createServer({ pauseOnConnect: true }, (near) => {
    near.on('error', () => {});
    choose().then(
      (port) => pairs.add(join(port, near, (pair) => pairs.delete(pair))),
      () => near.destroy(),
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${port}`,
    loseAnswers: (port) => {
      for (const pair of pairs) if (pair.port === port) pair.far.unpipe().resume();
    },
    stopForwarding: () => {
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.unpipe().resume();
    },
    close: () => {
      server.close();
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy();
    },
  };
}

function join(port: number, near: Socket, ended: (pair: Pair) => void): Pair {
  const far = connect(port, '127.0.0.1');
  const pair = { port, near, far };
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from
      .on('error', () => to.destroy())
      .on('close', () => {
        to.destroy();
        ended(pair);
      });
    from.pipe(to);
  }
  return pair;
}
