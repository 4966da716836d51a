import type { Act, Deps, StaffWho } from '../ports/deps.ts';

/** Writes an act into the audit as the person who did it; the database sets the actor, the time and the chain. */
export async function recordAct(
  deps: Pick<Deps, 'acts'>,
  who: StaffWho,
  { act, kind = '', subject = '', details = {} }: Act,
): Promise<void> {
  await deps.acts.write(who, { act: 'write_audit', input: { act, subject_kind: kind, subject, details } });
}
