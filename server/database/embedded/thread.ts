import { parentPort, workerData } from 'node:worker_threads';
import { embeddedAccounts } from './accounts.ts';
import { type Settings, startLite } from './lite.ts';
import type { Answer, Ask } from './wire.ts';

/**
 * The embedded database has a thread of its own: a query or a password hash never holds up the rooms, and what the
 * library prints (statements with their parameters) ends here, because the parent discards this thread's output.
 */
const { folder, settings } = workerData as { folder: string; settings: Settings };
const port = parentPort;
if (port === null) throw new Error('This file runs as a thread of embedded.ts.');

const lite = await startLite({ folder }, settings);
const accounts = embeddedAccounts(lite, settings);

async function answer(ask: Ask): Promise<Answer> {
  switch (ask.do) {
    case 'fetch': {
      const { url, method, headers, body } = ask;
      const response = await lite.fetch(new Request(url, { method, headers, body }));
      return { status: response.status, headers: [...response.headers], body: await response.arrayBuffer() };
    }
    case 'createAccount':
      return { userId: await accounts.create(ask.email, ask.password) };
    case 'setPassword':
      return { done: await accounts.setPassword(ask.userId, ask.password) };
    case 'removeAccount':
      return { done: await accounts.remove(ask.userId) };
    case 'findAccount':
      return { done: await accounts.exists(ask.userId) };
    case 'close':
      await lite.close();
      return { done: true };
  }
}

port.on('message', ({ id, ask }: { id: number; ask: Ask }) => {
  answer(ask).then(
    (value) => {
      port.postMessage({ id, value });
      if (ask.do === 'close') port.close();
    },
    // The message of an error may quote what was sent; only its code leaves the thread.
    (error: { code?: unknown }) => port.postMessage({ id, code: String(error?.code ?? 'internal') }),
  );
});
port.postMessage({ ready: true });
