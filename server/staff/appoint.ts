import type { Input } from '../../shared/events.ts';
import { COURSE } from '../../shared/staff.ts';
import type { Deps, Who } from '../ports/deps.ts';
import { Refusal, refusalOf } from '../ports/refusal.ts';
import { leaveDuty } from './leave-duty.ts';
import { tellNodes } from './nodes.ts';
import { clientOf } from './people.ts';

type Needs = Pick<Deps, 'supabase' | 'bus' | 'keep' | 'roster' | 'rooms' | 'log' | 'broadcast'>;
type Done = Record<string, never>;

/**
 * A certificate with an end, at most a year away, for somebody who went through the whole course; a trainee becomes a
 * moderator. Refusals: course_open, bad_input (the end), not_found, not_allowed, unavailable.
 */
export async function certifyStaff(
  deps: Needs,
  who: Who,
  { staff, until, course }: Input<'staff:certify'>,
): Promise<Done> {
  const client = await clientOf(deps, who);
  const before = await client.from('course_progress').select('unit').eq('staff_id', staff);
  if (before.error) throw refusalOf(before.error);
  const passed = new Set<string>([...before.data.map(({ unit }) => unit), ...course]);
  if (!COURSE.every((unit) => passed.has(unit))) throw new Refusal('course_open');
  const ends_at = new Date(until).toISOString();
  const { error } = await client.rpc('certify_staff', { staff_id: staff, ends_at, units: course });
  if (error) throw refusalOf(error);
  await tellNodes(deps, staff);
  return {};
}

/** Ends a certificate before its time; duty ends with it. Refusals: not_found, not_allowed, unavailable. */
export async function uncertifyStaff(deps: Needs, who: Who, { staff }: Input<'staff:uncertify'>): Promise<Done> {
  const { error } = await (await clientOf(deps, who)).rpc('revoke_certificate', { staff_id: staff });
  if (error) throw refusalOf(error);
  await Promise.all([tellNodes(deps, staff), leaveDuty(deps, staff)]);
  return {};
}

/** Languages, room groups, youth vetting. Refusals: not_found, not_allowed (oneself), unavailable. */
export async function assignStaff(
  deps: Needs,
  who: Who,
  { staff, languages, groups, youthVetted }: Input<'staff:assign'>,
): Promise<Done> {
  const { error } = await (await clientOf(deps, who)).rpc('assign_staff', {
    staff_id: staff,
    languages,
    room_groups: groups,
    youth_vetted: youthVetted,
  });
  if (error) throw refusalOf(error);
  await tellNodes(deps, staff);
  return {};
}

/** Refusals: not_found, not_allowed (oneself), unavailable. */
export async function setRole(deps: Needs, who: Who, { staff, role }: Input<'staff:role'>): Promise<Done> {
  const { error } = await (await clientOf(deps, who)).rpc('set_staff_role', { staff_id: staff, role });
  if (error) throw refusalOf(error);
  await tellNodes(deps, staff);
  return {};
}

/** All rights go at once, duty ends, every open desk of theirs closes. Refusals: not_found, not_allowed (oneself), unavailable. */
export async function removeStaff(deps: Needs, who: Who, { staff }: Input<'staff:remove'>): Promise<Done> {
  const { error } = await (await clientOf(deps, who)).rpc('remove_staff', { staff_id: staff });
  if (error) throw refusalOf(error);
  await Promise.all([tellNodes(deps, staff), leaveDuty(deps, staff)]);
  return {};
}

/** Signs somebody out everywhere. Refusals: not_allowed, unavailable. */
export async function signOutStaff(deps: Needs, who: Who, { staff }: Input<'staff:sign-out'>): Promise<Done> {
  const { error } = await (await clientOf(deps, who)).rpc('end_sessions', { staff_id: staff });
  if (error) throw refusalOf(error);
  await tellNodes(deps, staff);
  return {};
}
