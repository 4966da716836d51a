import { readFileSync, writeFileSync } from 'node:fs';
import { CAPABILITIES, capabilitiesOf } from '../shared/capabilities.ts';
import { ENDPOINT_RIGHTS, EVENT_RIGHTS, PEOPLE as SOCKET_PEOPLE, VISITORS } from '../tests/access/rights.ts';
import { HOLDS, USES } from '../tests/access/secret-key.ts';
import { PEOPLE, type Rights } from '../tests/policies/rights.ts';
import { FUNCTIONS } from '../tests/policies/rights-functions.ts';
import { TABLES } from '../tests/policies/rights-tables.ts';

/** `npm run rights`: writes docs/rights.md from the tables that tests walk; `tests/access` compares the two. */
const PAGE = new URL('../docs/rights.md', import.meta.url);

const WHO: Record<(typeof PEOPLE)[number] | (typeof SOCKET_PEOPLE)[number] | 'nobody', string> = {
  guest: 'somebody in a room, without an account',
  nobody: 'not signed in',
  anon: 'the publishable key alone',
  stranger: 'an account without a place among the staff',
  trainee: 'invited, not certified yet',
  uncertified: 'a moderator whose certificate has ended',
  removed: 'a moderator who was removed, with a token from before',
  moderator: 'certified, assigned to the room group `main`',
  other: 'certified, assigned to the room group `families`',
  lead: 'certified, assigned to `main`, with a second factor',
  factorless: 'a lead whose second factor is not set up',
  coordinator: 'with a second factor, not certified as a moderator',
  founding: 'the first coordinator, certified as a moderator of `main` for a time',
  service: 'the secret key, in the files listed below',
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const dots = (people: readonly string[], may: readonly string[]) => people.map((one) => (may.includes(one) ? '●' : ''));

function capabilities(): string {
  const roles = [
    ['guest', capabilitiesOf('guest')],
    ['trainee', capabilitiesOf('trainee')],
    ['moderator', capabilitiesOf('moderator', true)],
    ['lead', capabilitiesOf('lead', true)],
    ['coordinator', capabilitiesOf('coordinator')],
  ] as const;
  const rows = CAPABILITIES.map((one) => [`\`${one}\``, ...roles.map(([, has]) => (has.has(one) ? '●' : ''))]);
  return table(['capability', ...roles.map(([role]) => role)], rows);
}

function events(): string {
  const rows = Object.entries(EVENT_RIGHTS).map(([name, { may }]) => [`\`${name}\``, ...dots(SOCKET_PEOPLE, may)]);
  return table(['event', ...SOCKET_PEOPLE], rows);
}

function endpoints(): string {
  const rows = Object.entries(ENDPOINT_RIGHTS).map(([name, { may }]) => [`\`${name}\``, ...dots(VISITORS, may)]);
  return table(['POST /desk/api', ...VISITORS], rows);
}

/** Per kind of row and person: r(ead), a(dd), c(hange), d(elete). */
function tables(): string {
  const acts = { r: 'read', a: 'insert', c: 'change', d: 'remove' } as const;
  const may = (rights: Rights, act: keyof Rights, kind: string): readonly string[] => {
    const written = rights[act] as readonly string[] | Record<string, readonly string[]>;
    return Array.isArray(written) ? written : ((written as Record<string, readonly string[]>)[kind] ?? []);
  };
  const rows = Object.entries(TABLES).flatMap(([name, rights]) =>
    Object.keys(rights.rows).map((kind) => [
      `\`${name}\`${kind === 'any' ? '' : `, ${kind}`}`,
      ...PEOPLE.map((person) =>
        Object.entries(acts)
          .filter(([, act]) => may(rights, act, kind).includes(person))
          .map(([letter]) => letter)
          .join(''),
      ),
    ]),
  );
  return table(['rows', ...PEOPLE], rows);
}

function functions(): string {
  const rows = Object.entries(FUNCTIONS).map(([name, { may }]) => [`\`${name}\``, ...dots(PEOPLE, may)]);
  return table(['function', ...PEOPLE], rows);
}

const files = (list: Record<string, string>): string =>
  table(
    ['file', 'what for'],
    Object.entries(list).map(([file, why]) => [`\`${file}\``, why]),
  );

export function rightsPage(): string {
  const people = table(
    ['who', ''],
    Object.entries(WHO).map(([name, what]) => [name, what]),
  );
  return `# Who may do what

Written by \`npm run rights\` from the tables in \`tests/access\` and \`tests/policies\`; do not edit it by hand. Tests walk every
line with a real connection, or with a direct call to the REST API, of each person, on PGlite and on PostgreSQL 15. Who is
not named is refused.

${people}

## Capabilities

A person's rights are the set of their role; while a certificate is valid a coordinator has a moderator's too. Without a
certificate a moderator or lead has a trainee's, without a second factor a lead or coordinator has none.

${capabilities()}

## Events of the socket

Tried in the room \`starting\`, of the group \`main\`. Somebody removed and a lead without a second factor get no connection.

${events()}

## Endpoints of the desk

About one's own account. \`/sign-in/code\` and \`/factor/confirm\` go on with a step that was begun and open nothing by themselves.

${endpoints()}

## Rows of the database

r: read, a: add, c: change, d: delete. Everybody active sees their own row of \`staff\`. Nobody, the server neither, changes
or deletes a row of \`audit\`.

${tables()}

## Functions of the database

${functions()}

## The secret key

It acts in these files, no others:

${files(USES)}

And it is held or passed on in these:

${files(HOLDS)}
`;
}

if (import.meta.main) {
  writeFileSync(PAGE, rightsPage());
  console.log(`docs/rights.md: ${readFileSync(PAGE, 'utf8').split('\n').length} lines`);
}
