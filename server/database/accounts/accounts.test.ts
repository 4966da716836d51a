import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../shared/limits.ts';
import { AccountError, type Accounts } from '../../ports/database.ts';
import { type Address, client } from '../clients.ts';
import { serve } from '../embedded/serve.ts';
import { type Embedded, startEmbedded } from '../embedded.ts';
import { embeddedAccounts } from './embedded.ts';
import { hostedAccounts } from './hosted.ts';

const folder = mkdtempSync(join(tmpdir(), 'tirek-accounts-'));
let embedded: Embedded;
let server: { url: string; close(): Promise<void> };
let hosted: Address;

beforeAll(async () => {
  embedded = await startEmbedded(folder);
  server = await serve(embedded, 0);
  const { publishableKey, secretKey } = embedded.address;
  hosted = { url: server.url, publishableKey, secretKey };
});
afterAll(async () => {
  await server.close();
  await embedded.close();
  rmSync(folder, { recursive: true });
});

const LONG = 'жұлдыздар жарық, түн тыныш';

async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AccountError ? error.code : `not an AccountError: ${error}`),
  );
}

describe.each([
  ['embedded', () => embeddedAccounts(embedded)],
  ['hosted (against the embedded Auth over HTTP)', () => hostedAccounts(hosted)],
])('accounts, %s', (kind, make) => {
  let accounts: Accounts;
  const email = `aigul.${kind.slice(0, 6)}@example.com`;
  beforeAll(() => {
    accounts = make();
  });

  test('an account is made once and signs in with its password alone', async () => {
    const { userId } = await accounts.create(email, LONG);
    const tokens = await accounts.signIn(email.toUpperCase(), LONG);
    expect(tokens.userId).toBe(userId);
    expect(tokens.expiresAt).toBeGreaterThan(Date.now());
    expect(await code(accounts.create(email, LONG))).toBe('taken');
    expect(await code(accounts.signIn(email, `${LONG} `))).toBe('wrong_credentials');
    expect(await code(accounts.signIn('nobody@example.com', LONG))).toBe('wrong_credentials');
  });

  test('every character of the longest password counts, in Kazakh too', async () => {
    const longest =
      'ә'.repeat(60) + [...'бвгдежзийклмнопрстуфхцчшщъыьэюяіңғүұқөһ'].join('ү').slice(0, LIMITS.passwordMax - 60);
    const own = `long.${email}`;
    await accounts.create(own, longest);
    expect(await code(accounts.signIn(own, longest))).toBe('done');
    expect(await code(accounts.signIn(own, `${longest.slice(0, -1)}ы`))).toBe('wrong_credentials');
  });

  test.each([
    'short',
    'qwerty123456',
    '1q2w3e4r5t6y',
    'абвабвабвабв',
    '!!!password2026!!!',
    'x'.repeat(12),
    'a1'.repeat(200),
  ])('the password %s is refused', async (weak) => {
    expect(await code(accounts.create(`weak.${email}`, weak))).toBe('weak_password');
  });

  test('one may not use the name of the own e-mail', async () => {
    expect(await code(accounts.create('serikbolsyn@example.com', 'Serikbolsyn және түн'))).toBe('weak_password');
  });

  test('a session is refreshed until it is signed out', async () => {
    const first = await accounts.signIn(email, LONG);
    const second = await accounts.refresh(first.refresh);
    expect(second.userId).toBe(first.userId);
    await accounts.signOut(second);
    expect(await code(accounts.refresh(second.refresh))).toBe('no_session');
    expect(await code(accounts.refresh('never-given'))).toBe('no_session');
    await accounts.signOut(second);
  });

  test('a signed-in person shows again who they are; the try leaves no session behind', async () => {
    const own = `proof.${email}`;
    await accounts.create(own, LONG);
    const tokens = await accounts.signIn(own, LONG);
    expect(await accounts.confirm(tokens, LONG)).toBe(own.toLowerCase());
    expect(await accounts.confirm(tokens, `${LONG} `)).toBeNull();
    expect(await code(accounts.confirm({ ...tokens, access: 'forged' }, LONG))).toBe('no_session');
    expect(await code(accounts.check('password1234'))).toBe('weak_password');
    expect(await code(accounts.check(LONG, own))).toBe('done');
    expect((await accounts.refresh(tokens.refresh)).userId).toBe(tokens.userId);
  });

  test('a new password ends the old one and all sessions', async () => {
    const own = `new.${email}`;
    const { userId } = await accounts.create(own, LONG);
    const { refresh } = await accounts.signIn(own, LONG);
    await accounts.setPassword(userId, `${LONG} екі`);
    expect(await code(accounts.refresh(refresh))).toBe('no_session');
    expect(await code(accounts.signIn(own, LONG))).toBe('wrong_credentials');
    expect(await code(accounts.signIn(own, `${LONG} екі`))).toBe('done');
    expect(await code(accounts.setPassword(userId, 'short'))).toBe('weak_password');
  });

  test('a removed account cannot sign in; removing twice is no error', async () => {
    const own = `gone.${email}`;
    const { userId } = await accounts.create(own, LONG);
    await accounts.remove(userId);
    await accounts.remove(userId);
    expect(await code(accounts.signIn(own, LONG))).toBe('wrong_credentials');
  });
});

test('an outsider cannot make an account through the auth endpoint or without the secret key', async () => {
  const outsider = client(hosted, hosted.publishableKey);
  const tries = await Promise.all([
    outsider.auth.signUp({ email: 'stranger@example.com', password: LONG }),
    outsider.auth.signInWithOtp({ email: 'stranger@example.com' }),
    outsider.auth.resetPasswordForEmail('stranger@example.com'),
    outsider.auth.signInAnonymously(),
    outsider.auth.admin.createUser({ email: 'stranger@example.com', password: LONG }),
  ]);
  expect(tries.map(({ error }) => error === null)).toEqual([false, false, false, false, false]);
  expect(
    await code(hostedAccounts({ ...hosted, secretKey: hosted.publishableKey }).create('stranger@example.com', LONG)),
  ).toBe('unavailable');
  expect(await code(embeddedAccounts(embedded).create('stranger@example.com', LONG))).toBe('done');
});

test('a database that does not answer is `unavailable`, never a wrong password', async () => {
  const nowhere = hostedAccounts({ ...hosted, url: 'http://127.0.0.1:1' });
  expect(await code(nowhere.signIn('aigul@example.com', LONG))).toBe('unavailable');
  expect(await code(nowhere.create('aigul@example.com', LONG))).toBe('unavailable');
});
