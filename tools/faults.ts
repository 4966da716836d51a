/**
 * `npm run faults`: for each planted fault in tests/drills/planted, applies the patch to a copy of the tree and runs the
 * test that its first line names. The test must turn red; a fault that no test notices is a hole in the tests.
 * `npm run faults -- NAME ...` runs only those whose file name contains a NAME.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const PLANTED = join(ROOT, 'tests/drills/planted');
const wanted = process.argv.slice(2);
const patches = readdirSync(PLANTED)
  .filter((name) => name.endsWith('.patch') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
  .toSorted();

/** A copy of what git tracks, as it is in the working tree. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tirek-fault-'));
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files) cpSync(join(ROOT, file), join(folder, file));
  for (const name of ['node_modules', 'dist']) symlinkSync(join(ROOT, name), join(folder, name));
  return folder;
}

/** The file and the name of the test that must turn red: `Red: FILE :: NAME`. */
function redOf(patch: string): [file: string, name: string] {
  const match = /^Red: (\S+) :: (.+)$/m.exec(patch);
  if (!match) throw new Error('A patch begins with a line "Red: FILE :: NAME OF THE TEST".');
  return [match[1] ?? '', match[2] ?? ''];
}

let unnoticed = 0;
for (const [at, name] of patches.entries()) {
  const patch = readFileSync(join(PLANTED, name), 'utf8');
  const [file, test] = redOf(patch);
  const folder = copy();
  try {
    execFileSync('patch', ['-p1', '--quiet', '--fuzz=3'], { cwd: folder, input: patch });
    const pattern = test.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const config = file.startsWith('tests/drills/') ? ['--config', 'tests/drills/vitest.config.ts'] : [];
    const args = [vitest, 'run', file, '-t', pattern, ...config];
    const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    const red = run.status !== 0 && /Tests.*\d+ failed/.test(run.stdout);
    if (!red) unnoticed += 1;
    console.log(`${at + 1}/${patches.length} ${name}: ${red ? 'red, as it must be' : 'NOT NOTICED'}`);
    if (!red && run.status !== 0) console.log(run.stdout.slice(-1500), run.stderr.slice(-500));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${patches.length - unnoticed} passed, ${unnoticed} failed`);
process.exit(unnoticed === 0 ? 0 : 1);
