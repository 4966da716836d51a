import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Address } from './clients.ts';
import type { Settings } from './embedded/lite.ts';
import { takeLock } from './embedded/lock.ts';
import { readSecrets, SECRETS_FILE } from './embedded/secrets.ts';
import { keepThread, startThread, type Thread } from './embedded/threads.ts';
import type { Answer, Ask } from './embedded/wire.ts';

export interface Embedded {
  address: Address & { fetch: typeof fetch };
  /** Acts on accounts that have no HTTP interface here. Rejects with an error that has a `code`. */
  ask(ask: Exclude<Ask, { do: 'fetch' | 'close' }>): Promise<Answer>;
  secretsFile: string;
  close(): Promise<void>;
}

/**
 * Starts the embedded Supabase on `folder` (made when absent) in a thread of its own.
 *
 * @throws a sentence for the operator when the folder is in use, cannot be read or holds newer data
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const release = await openFolder(folder);
  try {
    const settings = await readSecrets(folder);
    const data = join(folder, 'postgres');
    if (!existsSync(data)) await makeData(data, settings);
    const thread = await keepThread({ folder: data, settings });
    return {
      address: {
        url: 'http://embedded.invalid',
        publishableKey: settings.publishableKey,
        secretKey: settings.secretKey,
        fetch: (input, init) => throughThread(thread, new Request(input, init)),
      },
      ask: (ask) => thread.ask(ask),
      secretsFile: join(folder, SECRETS_FILE),
      close: once(async () => {
        await thread.stop();
        release();
      }),
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function openFolder(folder: string): Promise<() => void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return takeLock(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(
      `The folder ${folder} cannot be used (${code}). Give this user the right to write there, or choose another DATA_DIR.`,
    );
  }
}

/**
 * Makes the database aside, so that a start that is cut short leaves nothing half made, and in a thread that ends, because
 * that one would keep twice the memory.
 */
async function makeData(folder: string, settings: Settings): Promise<void> {
  const aside = `${folder}.new`;
  await rm(aside, { recursive: true, force: true });
  await (await startThread({ folder: aside, settings })).stop();
  await rename(aside, folder);
}

async function throughThread(thread: Thread, request: Request): Promise<Response> {
  const { url, method } = request;
  const body = request.body === null ? null : await request.arrayBuffer();
  const answer = await thread.ask({ do: 'fetch', url, method, headers: [...request.headers], body });
  if (!('status' in answer)) throw new Error('unexpected answer');
  const empty = [101, 204, 205, 304].includes(answer.status);
  return new Response(empty ? null : answer.body, { status: answer.status, headers: answer.headers });
}

function once(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= act();
    return running;
  };
}
