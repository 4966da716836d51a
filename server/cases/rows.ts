import type { CaseDecision } from '../../shared/cases.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { CaseRow, Database } from '../database/types.ts';
import type { Deps, StaffWho } from '../ports/deps.ts';
import { addTo } from '../ports/lists.ts';
import { Refusal } from '../ports/refusal.ts';

/** The rows of cases. What the server writes for guests goes by the secret key, what volunteers do by their own tokens. */

type Service = Pick<Deps, 'supabase' | 'keep' | 'logger'>;
type Opening = Database['public']['Functions']['open_case']['Args'] & { id: string };

const WAITING = 'unwritten-cases';
/** How long the desk waits for the row before it is told all the same. */
const PATIENCE = 500;

/**
 * Writes a new case. Resolves as soon as it is written, or after half a second at most: a case must reach the desk when the
 * database is slow or away. What could not be written waits in the Keep (`writeWaiting`).
 */
export async function writeCase(deps: Service, opening: Opening): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  const written = tryToWrite(deps, opening).then(async (done) => {
    if (!done) await addTo(deps.keep, WAITING, opening, LIMITS.evidenceLife);
  });
  written.catch((error: unknown) => deps.logger.error({ err: error }, 'a case could not be written'));
  await Promise.race([written, patience]);
  clearTimeout(timer);
}

/** One round over the cases that wait for the database. Writing one twice changes nothing, so every node may do it. */
export async function writeWaiting(deps: Service): Promise<void> {
  const length = (await deps.keep.get<number>(WAITING)) ?? 0;
  for (let place = 1; place <= length; place += 1) {
    const opening = await deps.keep.get<Opening>(`${WAITING}:${place}`);
    if (opening && (await tryToWrite(deps, opening))) await deps.keep.remove(`${WAITING}:${place}`);
  }
}

async function tryToWrite({ supabase, logger }: Service, opening: Opening): Promise<boolean> {
  try {
    const { error } = await supabase.asService().rpc('open_case', opening);
    if (error) logger.warn({ code: error.code }, 'a case waits for the database');
    return !error;
  } catch (error) {
    logger.warn({ err: error }, 'a case waits for the database');
    return false;
  }
}

/** A case as this person may see it; policies decide. Throws `not_found`, `unavailable`. */
export async function readCase(deps: Pick<Deps, 'supabase'>, who: StaffWho, id: string): Promise<CaseRow> {
  const client = deps.supabase.asStaff(await who.access());
  const { data, error } = await client.from('cases').select('*').eq('id', id).maybeSingle();
  if (error) throw new Refusal('unavailable', undefined, error);
  if (!data) throw new Refusal('not_found');
  return data;
}

/** The open cases this person may see. Throws `unavailable`. */
export async function readOpen(deps: Pick<Deps, 'supabase'>, who: StaffWho): Promise<CaseRow[]> {
  const client = deps.supabase.asStaff(await who.access());
  const open = client.from('cases').select('*').is('decided_at', null);
  const { data, error } = await open.order('priority', { ascending: false }).order('opened_at').limit(200);
  if (error) throw new Refusal('unavailable', undefined, error);
  return data;
}

/** Exactly one volunteer holds a case. Throws `taken`, `already_decided`, `not_found`, `unavailable`. */
export async function claimRow(deps: Pick<Deps, 'supabase'>, who: StaffWho, id: string): Promise<void> {
  const { error } = await deps.supabase.asStaff(await who.access()).rpc('claim_case', { id });
  if (error) throw refusalOf(error);
}

export async function releaseRow(deps: Pick<Deps, 'supabase'>, who: StaffWho, id: string): Promise<void> {
  const { error } = await deps.supabase.asStaff(await who.access()).rpc('release_case', { id });
  if (error) throw refusalOf(error);
}

/** Once, by the one who holds it. Throws as `claimRow`, and `bad_input` for a decision that does not fit the kind. */
export async function decideRow(
  deps: Pick<Deps, 'supabase'>,
  who: StaffWho,
  decided: { id: string; decision: CaseDecision; reason?: string },
): Promise<void> {
  const { error } = await deps.supabase.asStaff(await who.access()).rpc('decide_case', decided);
  if (error) throw refusalOf(error);
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
export async function markTold({ supabase, logger }: Pick<Deps, 'supabase' | 'logger'>, id: string): Promise<void> {
  const { error } = await supabase.asService().rpc('mark_told', { id });
  if (error) logger.warn({ code: error.code }, 'that a reporter was told could not be noted');
}

/** Takes members' ids out of rows whose time is over. */
export async function forgetMembers({ supabase }: Pick<Deps, 'supabase'>): Promise<void> {
  const { error } = await supabase.asService().rpc('forget_sessions');
  if (error) throw new Error('old cases could not be cleared', { cause: error });
}

const KNOWN: readonly ErrorCode[] = ['not_found', 'not_allowed', 'taken', 'already_decided', 'bad_input'];

function refusalOf(error: { message: string }): Refusal {
  return new Refusal(KNOWN.find((code) => code === error.message) ?? 'unavailable', undefined, error);
}
