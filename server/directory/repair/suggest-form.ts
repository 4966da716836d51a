import type { Request } from 'express';
import { type Suggestion, suggestion } from '../../../shared/directory-events.ts';
import type { PageBody } from '../../../shared/pages.ts';
import { readPhones } from '../../ports/phones.ts';
import { Refusal } from '../../ports/refusal.ts';
import { attempt, type FormNeeds, STATUS, type Visit } from './form.ts';
import { keepSuggestion } from './suggest.ts';

type Values = Record<keyof Suggestion, string>;
type Body = Extract<PageBody, { page: 'suggest' }>;
const EMPTY: Values = { name: '', kind: '', region: '', city: '', phone: '', web: '', from: '' };
/** Longer ones are no field of ours. */
const LONGEST = { field: 300, slip: 400, proof: 4000 };

async function bodyOf(deps: FormNeeds, req: Request, more: Partial<Body> & Pick<Body, 'state'>): Promise<Body> {
  const { slip } = await deps.proofs.slip('suggest', req.ip ?? '');
  const regions = deps.directory.regions();
  return { page: 'suggest', regions, slip, known: null, values: EMPTY, wrong: [], ...more };
}

export async function showSuggest(deps: FormNeeds, { req, show }: Visit): Promise<boolean> {
  show(await bodyOf(deps, req, { state: req.query.sent === 'yes' ? 'sent' : 'ask' }));
  return true;
}

/** Takes a suggestion into the Keep, or gives the form back with what was filled in and what to look at again. */
export async function takeSuggestion(deps: FormNeeds, { req, res, lang, show }: Visit): Promise<boolean> {
  const text = (name: string, longest = LONGEST.field): string => {
    const value = (req.body as Record<string, unknown> | undefined)?.[name];
    return typeof value === 'string' ? value.slice(0, longest) : '';
  };
  const values = Object.fromEntries(Object.keys(EMPTY).map((name) => [name, text(name)])) as Values;
  const { data, wrong } = check(values);
  const known = data && knownAs(deps, data);
  const [slip, proof] = [text('slip', LONGEST.slip), text('proof', LONGEST.proof)];
  const state = await attempt(deps, async () => {
    if (!data || known) throw new Refusal('bad_input');
    await deps.proofs.redeem('suggest', proof ? { proof } : { slip });
    await keepSuggestion(deps, data);
  });
  if (state === 'sent') {
    res.redirect(303, `/${lang}/suggest?sent=yes`);
    return true;
  }
  // The form keeps its age with its slip, where that is still good.
  const kept = slip !== '' && (state === 'early' || state === 'wrong') ? { slip } : {};
  show(await bodyOf(deps, req, { state, values, wrong, known, ...kept }), STATUS[state]);
  return true;
}

function check(values: Values): { data: Suggestion | null; wrong: string[] } {
  const read = suggestion.safeParse(values);
  if (!read.success) return { data: null, wrong: [...new Set(read.error.issues.map(({ path }) => String(path[0])))] };
  // A place nobody can reach is no help.
  const { city, phone, web } = read.data;
  return city || phone || web ? { data: read.data, wrong: [] } : { data: null, wrong: ['city'] };
}

/** The entry that has this number already; null when there is none. */
function knownAs({ directory }: FormNeeds, { phone }: Suggestion): string | null {
  const dials = readPhones(phone).map(({ dial }) => dial);
  return directory.all().find(({ phones }) => phones.some(({ dial }) => dials.includes(dial)))?.slug ?? null;
}
