import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes `folder/lock` for this process. Two processes on one PGlite folder would lose acknowledged rows. The file names
 * the process by pid and start time, because a pid is given again after a restart (in a container it is always 1).
 *
 * @returns the way to give it back
 * @throws a sentence for the operator when another living process holds it
 */
export function takeLock(folder: string): () => void {
  const file = join(folder, 'lock');
  const mine = `${process.pid} ${startOf(process.pid) ?? ''}`.trim();
  for (let attempt = 0; attempt < 5; attempt++) {
    if (tryCreate(file, mine)) return () => release(file, mine);
    const theirs = read(file);
    if (theirs === null) continue;
    const [pid = '', ...start] = theirs.split(' ');
    if (startOf(Number(pid)) === start.join(' ')) {
      throw new Error(
        `Another Tirek (process ${pid}) is using the folder ${folder}. Stop it first, or choose another DATA_DIR.`,
      );
    }
    removeStale(file, theirs);
  }
  throw new Error(`The folder ${folder} is being taken by another process. Try again.`);
}

function tryCreate(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same stale lock; the slower one must not remove the lock that the faster one made since. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) linkSync(aside, file);
  unlinkSync(aside);
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** When a process started, in the words of its system; null when it does not live. */
function startOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  const stat = read(`/proc/${pid}/stat`);
  // Field 22, counted after the name in brackets, which may hold spaces.
  if (stat !== null) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
