import { Worker } from 'node:worker_threads';
import type { Settings } from './lite.ts';
import type { Answer, Ask } from './wire.ts';

const PAUSE = 1000;

export interface Thread {
  ask(ask: Ask): Promise<Answer>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

type Waiting = { resolve(answer: Answer): void; reject(error: Error): void };
type Said = { ready: true } | { id: number; value: Answer } | { id: number; code: string };

export interface Place {
  folder: string;
  settings: Settings;
}

/** A thread that ended by itself is started again by the next question, at most once in `PAUSE`. */
export async function keepThread(place: Place): Promise<Thread> {
  let thread = Promise.resolve(await startThread(place));
  let startedAt = Date.now();
  return {
    hasEnded: () => false,
    async ask(question) {
      const current = await thread.catch(() => null);
      if ((current === null || current.hasEnded()) && Date.now() - startedAt > PAUSE) {
        startedAt = Date.now();
        thread = startThread(place);
      }
      return (await thread).ask(question);
    },
    stop: async () => (await thread.catch(() => null))?.stop(),
  };
}

/** Resolves when the database is ready for requests. */
export function startThread(workerData: Place): Promise<Thread> {
  const file = new URL('./thread.ts', import.meta.url);
  // Without `execArgv` the flags of the process (--eval, --inspect) would be the thread's too.
  const worker = new Worker(file, { workerData, stdout: true, stderr: true, execArgv: [] });
  worker.stdout.resume();
  worker.stderr.resume();
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let ended: Error | null = null;
  const ask = (question: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended);
      const id = next++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ask: question });
    });
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const stop = async () => {
    if (ended === null) await ask({ do: 'close' });
    await exited;
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (said: Said) => {
      if ('ready' in said) return resolve({ ask, stop, hasEnded: () => ended !== null });
      const asked = waiting.get(said.id);
      waiting.delete(said.id);
      if ('value' in said) asked?.resolve(said.value);
      else asked?.reject(Object.assign(new Error('The embedded database refused.'), { code: said.code }));
    });
    worker.once('error', (error: Error) => {
      end(new Error('The embedded database stopped.'));
      reject(new Error(`The database in ${workerData.folder} could not be opened: ${error.message}`));
    });
    worker.once('exit', () => {
      end(new Error('The embedded database is closed.'));
      reject(new Error('The embedded database did not start.'));
    });
  });
}
