import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, startNode } from '../support/node.ts';
import { freePort, line, stop } from '../support/services.ts';

let house: House;
const folder = mkdtempSync(join(tmpdir(), 'tirek-away-'));
beforeAll(async () => {
  house = await openHouse();
  const node = await startNode(house);
  await node.close();
  cpSync(join(house.folder, 'directory.json'), join(folder, 'directory.json'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a server whose Supabase does not answer starts, and the numbers of the last snapshot are there', async () => {
  const env = {
    ...process.env,
    PORT: `${await freePort()}`,
    DATA_DIR: folder,
    SUPABASE_URL: `http://127.0.0.1:${await freePort()}`,
    SUPABASE_PUBLISHABLE_KEY: 'publishable',
    SUPABASE_SECRET_KEY: 'secret',
  };
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await line(child, /listens at (\S+)/);
  const address = /listens at (\S+)\//.exec(said)?.[1] ?? '';
  const page = await (await fetch(`${address}/kk/directory/ala-cpz-narco`)).text();
  expect(page).toContain('+7 (727) 382-36-21');
  expect((await fetch(`${address}/ru/help`)).status).toBe(200);
  await stop(child);
  expect(child.exitCode).toBe(0);
});
