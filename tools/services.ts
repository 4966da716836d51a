/** Makes sure that what the tests run against is on this machine: Redis, PostgreSQL 15, Chromium. Installs it on Debian as root. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NEEDED = [
  { name: 'redis-server', from: 'redis-server', places: [] },
  { name: 'initdb', from: 'postgresql', places: ['/usr/lib/postgresql/15/bin'] },
  { name: 'psql', from: 'postgresql', places: [] },
  { name: 'chromium', from: 'chromium', places: [] },
];

const isHere = (name: string, places: string[]): boolean =>
  [...places, ...(process.env.PATH ?? '').split(delimiter)].some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const missing = () => NEEDED.filter(({ name, places }) => !isHere(name, places));
const packagesOf = (needs: typeof NEEDED) => [...new Set(needs.map((need) => need.from))];

function install(packages: string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt-get ...`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

const wanted = packagesOf(missing());
if (wanted.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) install(wanted);
const still = missing();
if (still.length > 0) {
  const names = still.map(({ name }) => name).join(', ');
  console.error(`The tests need ${names}. On Debian, as root: apt-get install ${packagesOf(still).join(' ')}`);
  process.exit(1);
}
