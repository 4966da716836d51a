import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK_API, type DeskPath } from '../../shared/desk-api.ts';
import { type DeskBrowser, deskBrowser } from '../support/desk.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { hire, type StaffInTest, signIn } from '../support/people.ts';
import { ENDPOINT_RIGHTS, type Visitor } from './rights.ts';

let house: House;
let node: TestNode;
const staff = new Map<Visitor, StaffInTest>();

beforeAll(async () => {
  house = await openHouse();
  node = await startNode(house);
  staff.set('moderator', await hire(house, 'Dana', 'moderator'));
  const arman = await hire(house, 'Arman', 'lead');
  staff.set('factorless', arman);
  await house.supabase.asService().rpc('clear_second_factor', { staff_id: arman.id }).throwOnError();
});
afterAll(async () => {
  await node.close();
  await house.close();
});

async function come(who: Visitor): Promise<DeskBrowser> {
  const browser = deskBrowser(node);
  const member = staff.get(who);
  if (member) browser.cookies.set('tirek_desk', (await signIn(node, member)).replace('tirek_desk=', ''));
  return browser;
}

test.each(['nobody', 'factorless', 'moderator'] as const)(
  '%s reaches the endpoints of the table alone',
  async (who) => {
    for (const path of Object.keys(DESK_API) as DeskPath[]) {
      const { may, input } = ENDPOINT_RIGHTS[path];
      const reply = await (await come(who)).ask(path, input as never);
      const refused = !reply.ok && ['no_session', 'factor_needed'].includes(reply.code);
      expect({ path, refused }).toEqual({ path, refused: !may.includes(who) });
      expect({ path, code: reply.ok ? '' : reply.code }).not.toEqual({ path, code: 'internal' });
    }
  },
);

test('what is not shaped as it should be is refused, and lives', async () => {
  for (const path of Object.keys(DESK_API) as DeskPath[]) {
    for (const body of [{ more: 1 }, [], { token: 7, email: {}, password: null, code: [], pending: 'x'.repeat(101) }])
      expect({ path, ...(await (await come('moderator')).ask(path, body as never)) }).toEqual({
        path,
        ok: false,
        code: 'bad_input',
      });
  }
});

test.each([
  ['turned around', 'Дана\u202eанаД'],
  ['with something invisible', 'Да\u200bна'],
  ['of two lines', 'Дана\nКоординатор'],
  ['with the sign of a badge', 'Дана \u{1f6e1}'],
  ['of marks alone', '\u0301\u0301\u0301'],
])('a working name %s is refused', async (_what, workingName) => {
  const account = { token: 'x'.repeat(43), email: 'x@tirek.invalid', password: 'feather grass in may' };
  const ask = async (name: string) => (await come('nobody')).ask('/setup', { ...account, workingName: name });
  expect(await ask('Тыныш Дана-2')).toMatchObject({ code: 'link_used' });
  expect(await ask(workingName)).toMatchObject({ code: 'bad_input' });
});

test('another site cannot ask, whatever cookie comes along; the cookie is for the desk alone', async () => {
  const { email, password } = staff.get('moderator') as StaffInTest;
  const ask = (origin: string, path: string, body: object, cookie = '') =>
    fetch(`${node.address}/desk/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(body),
    });
  const own = await ask(node.address, '/sign-in', { email, password });
  const cookies = own.headers.getSetCookie();
  expect(cookies.map((line) => line.split('=')[0])).toEqual(['tirek_desk', 'tirek_browser']);
  for (const line of cookies) expect(line).toMatch(/; Path=\/desk; .*HttpOnly; SameSite=Strict$/);
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  for (const path of Object.keys(DESK_API)) {
    const foreign = await ask('https://elsewhere.example', path, {}, cookie);
    expect({ path, status: foreign.status }).toEqual({ path, status: 403 });
    expect(foreign.headers.getSetCookie()).toEqual([]);
    expect((await fetch(`${node.address}/desk/api${path}`, { headers: { cookie } })).status).toBe(404);
  }
  expect(await (await ask(node.address, '/ticket', {}, cookie)).json()).toMatchObject({ ok: true });
});

test('behind https the cookies are Secure', async () => {
  const secure = await startNode(house, { env: { PUBLIC_ORIGIN: 'https://tirek.example' } });
  const { email, password } = staff.get('moderator') as StaffInTest;
  const response = await fetch(`${secure.address}/desk/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  for (const line of response.headers.getSetCookie()) expect(line).toContain('; Secure;');
  expect(response.headers.getSetCookie()).toHaveLength(2);
  await secure.close();
});
