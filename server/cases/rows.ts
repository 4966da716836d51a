import type { CaseDecision } from '../../shared/cases.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { CaseRow } from '../database/types.ts';
import type { ServerAct } from '../ports/acts.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';
import { within } from '../ports/within.ts';
import { type CaseFacts, factsOf } from './facts.ts';
import { KEYS } from './keys.ts';

/** The rows of cases. What volunteers do is written as them; the secret key opens appeals and forgets members. */

type Opening = Extract<ServerAct, { act: 'open_case' }>['input'];
/** What is needed of a case's row, also when the database cannot be asked for it. */
export type KnownCase = Pick<
  CaseRow,
  'id' | 'kind' | 'priority' | 'room' | 'youth' | 'involved' | 'epoch' | 'seqs' | 'reasons' | 'labels' | 'sanction_id'
> &
  Pick<CaseRow, 'opened_at' | 'decided_at'>;

/** How long the desk waits for the row before it is told all the same. */
const PATIENCE = 500;

/**
 * Writes a new case. Resolves as soon as it is written, or after half a second at most: a case must reach the desk when the
 * database is slow or away.
 */
export async function writeCase(deps: Pick<Deps, 'acts' | 'logger'>, input: Opening): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  const written = deps.acts.writeForGuest({ act: 'open_case', input });
  written.catch((error: unknown) => deps.logger.error({ err: error }, 'a case could not be written'));
  await Promise.race([written, patience]);
  clearTimeout(timer);
}

/**
 * A case as this person may see it; policies decide. While the database is away it is read from what is kept beside the log,
 * by the same rule (`private.sees_case`). Throws `not_found`, `unavailable`, `already_decided`.
 */
export async function readCase(
  deps: Pick<Deps, 'supabase' | 'keep' | 'access'>,
  who: StaffWho,
  id: string,
): Promise<KnownCase> {
  const asked = async () => {
    const client = deps.supabase.asStaff(await who.access());
    return client.from('cases').select('*').eq('id', id).retry(false).maybeSingle();
  };
  const answer = await within(asked()).catch(away);
  if (answer === null || answer.error) return keptCase(deps, who, id);
  if (!answer.data) throw new Refusal('not_found');
  return answer.data;
}

/** The open cases this person may see. Throws `unavailable`. */
export async function readOpen(deps: Pick<Deps, 'supabase'>, who: StaffWho): Promise<CaseRow[]> {
  const asked = async () => {
    const open = deps.supabase
      .asStaff(await who.access())
      .from('cases')
      .select('*')
      .is('decided_at', null);
    return open.order('priority', { ascending: false }).order('opened_at').limit(200).retry(false);
  };
  const answer = await within(asked()).catch(away);
  if (answer === null || answer.error) throw new Refusal('unavailable', undefined, answer?.error);
  return answer.data;
}

/** Null in place of an answer; what is not about the way to the database is thrown. */
function away(error: unknown): null {
  if (error instanceof Refusal && error.code !== 'unavailable') throw error;
  return null;
}

async function keptCase(deps: Pick<Deps, 'keep' | 'access'>, who: StaffWho, id: string): Promise<KnownCase> {
  const facts = await factsOf(deps, id);
  if (!facts) throw new Refusal((await deps.keep.get(KEYS.outcome(id))) === null ? 'unavailable' : 'already_decided');
  if (!seesCase(deps, who, facts)) throw new Refusal('not_found');
  return {
    ...facts,
    epoch: facts.place?.epoch ?? null,
    seqs: facts.place?.seqs ?? [],
    sanction_id: facts.sanction?.id ?? null,
    opened_at: new Date(facts.at).toISOString(),
    decided_at: null,
  };
}

/** The database's rule (`private.sees_case`), for when it cannot be asked. */
export function seesCase(
  { access }: Pick<Deps, 'access'>,
  who: StaffWho,
  { kind, room, youth, involved }: Pick<CaseFacts, 'kind' | 'room' | 'youth' | 'involved'>,
): boolean {
  if (involved.includes(who.staff) || (youth && !who.youthVetted)) return false;
  if (who.capabilities.has('staff.certify')) return true;
  return (
    kind !== 'volunteer' && who.capabilities.has('case.decide') && access.servedBy(who).some(({ id }) => id === room)
  );
}

/** Exactly one volunteer holds a case. Throws `taken`, `already_decided`, `not_found`. */
export async function claimRow(deps: Pick<Deps, 'acts' | 'keep' | 'clock'>, who: StaffWho, id: string): Promise<void> {
  await deps.acts.write(who, { act: 'claim_case', input: { id } }, () => onlyMine(deps, who, id));
}

export async function releaseRow(
  deps: Pick<Deps, 'acts' | 'keep' | 'clock'>,
  who: StaffWho,
  id: string,
): Promise<void> {
  await deps.acts.write(who, { act: 'release_case', input: { id } }, () => onlyMine(deps, who, id));
}

/** Once, by the one who holds it. Throws as `claimRow`, and `bad_input` for a decision that does not fit the kind. */
export async function decideRow(
  deps: Pick<Deps, 'acts' | 'keep' | 'clock'>,
  who: StaffWho,
  input: { id: string; decision: CaseDecision; reason?: string },
): Promise<void> {
  await deps.acts.write(who, { act: 'decide_case', input }, () => onlyMine(deps, who, input.id));
}

/** While the database is away the Keep's claim decides who holds a case: one alone gets it. */
async function onlyMine({ keep, clock }: Pick<Deps, 'keep' | 'clock'>, who: StaffWho, id: string): Promise<void> {
  if ((await keep.get(KEYS.outcome(id))) !== null) throw new Refusal('already_decided');
  const claim = { staff: who.staff, name: who.name, until: clock() + LIMITS.claimLife };
  if (await keep.claim(KEYS.claim(id), claim, LIMITS.claimLife)) return;
  const holder = await keep.get<typeof claim>(KEYS.claim(id));
  if (holder?.staff !== who.staff) throw new Refusal('taken');
}

/** Opens the appeal of a sanction; its id and who must not decide it. Throws `already_decided` when there is one. */
export async function writeAppeal(
  { supabase }: Pick<Deps, 'supabase'>,
  sanction: string,
): Promise<{ id: string; involved: string[] }> {
  const service = supabase.asService();
  const { data: id, error } = await service.rpc('open_appeal', { sanction_id: sanction });
  if (error) throw error.message === 'taken' ? new Refusal('already_decided') : refusalOf(error);
  const { data: row } = await service.from('cases').select('involved').eq('id', id).single();
  return { id, involved: row?.involved ?? [] };
}

/** Notes that the reporters were told. */
export const markTold = ({ acts }: Pick<Deps, 'acts'>, id: string): Promise<void> =>
  acts.writeForGuest({ act: 'mark_told', input: { id } });

/** Takes members' ids out of rows whose time is over. */
export async function forgetMembers({ supabase }: Pick<Deps, 'supabase'>): Promise<void> {
  const { error } = await supabase.asService().rpc('forget_sessions');
  if (error) throw new Error('old cases could not be cleared', { cause: error });
}
