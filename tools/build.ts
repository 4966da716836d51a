/**
 * Builds the client and the server-rendered pages into `dist/`. `--if-needed`: only when a source is newer than what stands.
 * Prints the gzipped sizes and fails when one is over its limit.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['client', 'shared', 'tools/build.ts', 'vite.config.ts', 'package-lock.json'];
const RESULT = join(ROOT, 'dist/pages/pages.js');
/** kB, gzipped (the project's own limits). */
const LIMITS = { css: 15, chat: 60, check: 25, crisis: 30, question: 3 };

if (process.argv.includes('--if-needed') && !isOlder()) {
  console.log('build: up to date');
} else {
  process.chdir(ROOT);
  console.log('build: 1/2 client');
  await build({ logLevel: 'warn' });
  const manifest: Manifest = JSON.parse(readFileSync('dist/client/manifest.json', 'utf8'));
  console.log('build: 2/2 pages');
  await build({ logLevel: 'warn', build: { ssr: true }, define: { __ASSETS__: JSON.stringify(assetsOf(manifest)) } });
  if (!weigh(manifest)) {
    // Nothing that is too large may pass for built the next time.
    rmSync(RESULT);
    process.exitCode = 1;
  }
}

/** True when there is no build, or a source (or a folder, when a file in it was removed) changed after it. */
function isOlder(): boolean {
  const built = statSync(RESULT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const paths = SOURCES.flatMap((source) => {
    const path = join(ROOT, source);
    if (!statSync(path).isDirectory()) return [path];
    return [path, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))];
  });
  return paths.some((path) => statSync(path).mtimeMs > built);
}

function assetsOf(manifest: Manifest) {
  const app = (name: string) => {
    const { file, also, css } = reached(manifest, name);
    return { script: `/${file}`, also: also.map((path) => `/${path}`), css: css.map((path) => `/${path}`) };
  };
  return {
    css: [`/${chunk(manifest, 'styles/main.css').file}`],
    enhance: `/${chunk(manifest, 'pages/enhance.ts').file}`,
    rooms: app('rooms/main.tsx'),
    desk: app('desk/main.tsx'),
  };
}

function chunk(manifest: Manifest, name: string) {
  const found = manifest[name];
  if (!found) throw new Error(`build: ${name} is not in the manifest`);
  return found;
}

/** An entry's file, the chunks it imports at once, and the style sheets of them all. */
function reached(manifest: Manifest, name: string) {
  const seen = new Set<string>();
  const walk = (key: string): void => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of chunk(manifest, key).imports ?? []) walk(next);
  };
  walk(name);
  const chunks = [...seen].map((key) => chunk(manifest, key));
  const file = chunk(manifest, name).file;
  return {
    file,
    also: chunks.map((one) => one.file).filter((one) => one !== file),
    css: [...new Set(chunks.flatMap((one) => one.css ?? []))],
  };
}

/** Prints what a visitor downloads; false when a limit is broken. */
function weigh(manifest: Manifest): boolean {
  const size = (files: string[]) =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join('dist/client', file)), { level: 9 }).length, 0) / 1000;
  const scripts = (name: string) => {
    const { file, also } = reached(manifest, name);
    return size([file, ...also]);
  };
  // The manifest does not know what a worker loads, so these go by their names.
  const named = (pattern: RegExp) =>
    size(
      readdirSync('dist/client/assets')
        .filter((name) => pattern.test(name))
        .map((name) => `assets/${name}`),
    );
  const rows: [string, number, number?][] = [
    ['all style sheets', named(/\.css$/), LIMITS.css],
    ['script of a page', scripts('pages/enhance.ts')],
    ['chat', scripts('rooms/main.tsx'), LIMITS.chat],
    ['check before sending', named(/^guard-worker-/), LIMITS.check],
    ['its words of crisis', named(/^(crisis|kk|ru|en)-/), LIMITS.crisis],
    ['its question', named(/^before-sending-/), LIMITS.question],
    ['desk', scripts('desk/main.tsx')],
  ];
  for (const [what, kb, limit] of rows) {
    const told = limit === undefined ? '' : ` of ${limit} kB allowed${kb > limit ? ': TOO LARGE' : ''}`;
    console.log(`build: ${what.padEnd(20)} ${kb.toFixed(1).padStart(5)} kB gzipped${told}`);
  }
  // Nothing weighed is nothing found.
  return rows.every(([, kb, limit]) => limit === undefined || (kb > 0 && kb <= limit));
}
