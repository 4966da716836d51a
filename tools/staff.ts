import { readConfig } from '../server/config.ts';
import { openSupabase } from '../server/database/open.ts';
import type { StaffRow } from '../server/database/types.ts';
import type { Config } from '../server/ports/config.ts';
import type { Supabase } from '../server/ports/database.ts';
import { hashLink, newToken } from '../server/staff/links.ts';

/**
 * `npm run staff -- list | recover NAME | reset NAME`: for the operator on the machine, with the server's own environment.
 * `recover` prints a link for a new password, an hour long; `reset` takes a lost second factor and its recovery codes away.
 * Both end all sessions of that person and stand in the audit. With the embedded database the server must be stopped first.
 */
const USAGE = `npm run staff -- list            who works here
npm run staff -- recover NAME    a link for a new password, valid for an hour
npm run staff -- reset NAME      take away a lost second factor and its recovery codes`;

type Service = ReturnType<Supabase['asService']>;

async function list(service: Service): Promise<void> {
  const { data } = await service
    .from('staff')
    .select('*')
    .order('active', { ascending: false })
    .order('working_name')
    .throwOnError();
  if (data.length === 0)
    console.log('Nobody works here yet: the server prints a link for the first coordinator when it starts.');
  const day = (at: string | null) => at?.slice(0, 10) ?? 'no';
  for (const row of data) {
    const state = row.active ? `certified until: ${day(row.certified_until)}` : `removed: ${day(row.removed_at)}`;
    const factor = row.second_factor_at === null ? 'not set' : 'set';
    console.log(`${row.working_name}  |  ${row.role}  |  ${state}  |  second factor: ${factor}`);
  }
}

async function recover(service: Service, row: StaffRow, { publicOrigin, host, port }: Config): Promise<void> {
  const token = newToken();
  await service.rpc('create_recovery_link', { token_hash: hashLink(token), staff_id: row.id }).throwOnError();
  const origin = publicOrigin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  console.log(
    `${row.working_name} opens this link once, within an hour, while the server runs:\n${origin}/desk#recover=${token}`,
  );
  if (row.second_factor_at !== null) console.log('Their second factor stays in force.');
}

async function reset(service: Service, row: StaffRow): Promise<void> {
  await service.rpc('clear_second_factor', { staff_id: row.id }).throwOnError();
  console.log(
    `${row.working_name} signs in with the password alone and, as a ${row.role}, ${row.role === 'lead' || row.role === 'coordinator' ? 'must' : 'may'} set up a new second factor.`,
  );
}

async function find(service: Service, name: string): Promise<StaffRow> {
  const { data } = await service.from('staff').select('*').throwOnError();
  const same = (row: StaffRow) => row.id === name || row.working_name.toLowerCase() === name.toLowerCase();
  const row = data.find(same);
  if (!row) throw new Error(`Nobody here is called "${name}". See: npm run staff -- list`);
  if (!row.active) throw new Error(`${row.working_name} was removed. A coordinator can send a new invite.`);
  return row;
}

async function main([command, ...words]: string[]): Promise<void> {
  const name = words.join(' ');
  if (!['list', 'recover', 'reset'].includes(command ?? '') || (command === 'list') !== (name === ''))
    throw new Error(USAGE);
  const config = readConfig(process.env);
  const { supabase } = await openSupabase(config);
  try {
    const service = supabase.asService();
    if (command === 'list') return await list(service);
    const row = await find(service, name);
    await (command === 'recover' ? recover(service, row, config) : reset(service, row));
  } finally {
    await supabase.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
