/** `npm run dev`: builds what the browser gets whenever it changes, and starts the server again whenever its own code changes. */
import { type ChildProcess, spawn } from 'node:child_process';

const children: ChildProcess[] = [];
const run = (args: string[]): ChildProcess => {
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  children.push(child);
  return child;
};

const build = run(['tools/build.ts', '--if-needed']);
build.once('exit', (code) => {
  if (code !== 0) process.exit(code ?? 1);
  run(['tools/build.ts', '--watch']);
  run([
    '--watch-path=server',
    '--watch-path=shared',
    '--watch-path=dist/pages',
    '--watch-preserve-output',
    'server/main.ts',
  ]);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}
