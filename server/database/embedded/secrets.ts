import { randomBytes } from 'node:crypto';
import { chmod, link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from './lite.ts';

export const SECRETS_FILE = 'supabase.json';

/** The embedded database's secrets, made on the first start; only the owner of the folder can read the file. */
export async function readSecrets(folder: string): Promise<Settings> {
  const file = join(folder, SECRETS_FILE);
  const found = await readIfThere(file);
  if (found === null) return writeSecrets(file);
  await chmod(file, 0o600);
  const settings = parse(found);
  if (settings === null) {
    throw new Error(
      `${file} is damaged. Put back a copy of it; without it staff sessions cannot be told from forged ones.`,
    );
  }
  return settings;
}

async function writeSecrets(file: string): Promise<Settings> {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  const settings: Settings = {
    jwtSecret: random(48),
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(32)}`,
  };
  // Written aside and linked into place, so that a crash never leaves half a file.
  const aside = `${file}.${process.pid}`;
  await writeFile(aside, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600, flag: 'w' });
  await link(aside, file);
  await unlink(aside);
  return settings;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): Settings | null {
  try {
    const value = JSON.parse(text) as Partial<Settings>;
    const { jwtSecret, publishableKey, secretKey } = value;
    return jwtSecret && publishableKey && secretKey ? { jwtSecret, publishableKey, secretKey } : null;
  } catch {
    return null;
  }
}
