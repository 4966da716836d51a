import type { Request } from 'express';
import { z } from 'zod';
import type { Helpline, Listing, Phone } from '../../../shared/directory.ts';
import type { FormState, PageBody } from '../../../shared/pages.ts';
import { given } from '../../../shared/proof.ts';
import { EMERGENCY, ENTRY_KINDS, type EntryKind, REPAIR_REASONS, type RepairReason } from '../../../shared/repair.ts';
import { Refusal } from '../../ports/refusal.ts';
import { attempt, type FormNeeds, STATUS, type Visit } from './form.ts';
import { reportEntry } from './report.ts';

const sent = z.object({
  ...given.shape,
  /** A reason, and after a colon the number it is about. */
  what: z.string().regex(new RegExp(`^(${REPAIR_REASONS.join('|')})(:\\+?\\d{2,15})?$`)),
});

type Entry = { kind: EntryKind; id: string; listing: Listing | null; line: Helpline | null };
type Body = Extract<PageBody, { page: 'report' }>;

function entryOf({ directory }: FormNeeds, { params }: Request): Entry | null {
  const kind = ENTRY_KINDS.find((one) => one === params.kind);
  const id = String(params.id);
  const listing = kind === 'listing' ? (directory.all().find((one) => one.id === id) ?? null) : null;
  const line =
    kind === 'helpline'
      ? (directory.helplines().find((one) => one.id === id && !EMERGENCY.includes(one.number)) ?? null)
      : null;
  return kind && (listing ?? line) ? { kind, id, listing, line } : null;
}

/** The numbers of an entry as a report names them; a line's as the database dials it. */
const numbersOf = ({ listing, line }: Entry): Phone[] =>
  listing?.phones ??
  (line ? [{ number: line.number, dial: line.number.replaceAll(/(?!^\+)\D/g, ''), remark: '' }] : []);

async function bodyOf({ proofs }: FormNeeds, entry: Entry, req: Request, state: FormState): Promise<Body> {
  const { slip } = await proofs.slip('report', req.ip ?? '');
  return { page: 'report', ...entry, phones: numbersOf(entry), slip, state };
}

/** What can be said of an entry, each choice a button that sends it. */
export async function showReport(deps: FormNeeds, { req, show }: Visit): Promise<boolean> {
  const entry = entryOf(deps, req);
  if (!entry) return false;
  show(await bodyOf(deps, entry, req, req.query.sent === 'yes' ? 'sent' : 'ask'));
  return true;
}

/** Takes one report. A proof makes it count, a slip only makes it read. */
export async function takeReport(deps: FormNeeds, { req, res, lang, show }: Visit): Promise<boolean> {
  const entry = entryOf(deps, req);
  if (!entry) return false;
  const read = sent.safeParse(req.body ?? {});
  const state = await attempt(deps, async () => {
    if (!read.success) throw new Refusal('bad_input');
    const { what, ...brought } = read.data;
    const [reason, phone = ''] = what.split(':') as [RepairReason, string?];
    const { by } = await deps.proofs.redeem('report', brought);
    const report = { kind: entry.kind, entry: entry.id, reason, phone };
    await reportEntry(deps, report, { proven: by === 'proof', address: req.ip ?? '' });
  });
  if (state === 'sent') {
    res.redirect(303, `/${lang}/report/${entry.kind}/${entry.id}?sent=yes`);
    return true;
  }
  const body = await bodyOf(deps, entry, req, state);
  // Too early: the slip in hand becomes good in a moment.
  const slip = (state === 'early' && read.data?.slip) || body.slip;
  show({ ...body, slip }, STATUS[state]);
  return true;
}
