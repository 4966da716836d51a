import { type Capability, capabilitiesOf, type StaffRole } from '../../shared/capabilities.ts';
import type { StaffRow } from '../database/types.ts';
import type { StaffWho } from '../ports/deps.ts';

type Standing = Pick<
  StaffWho,
  'name' | 'role' | 'founding' | 'certifiedUntil' | 'groups' | 'youthVetted' | 'capabilities' | 'rights'
>;

/** Leads and coordinators need a second factor; the database asks for it too (`private.can`). */
export const needsFactor = (row: Pick<StaffRow, 'role' | 'second_factor_at'>): boolean =>
  (row.role === 'lead' || row.role === 'coordinator') && row.second_factor_at === null;

/** What a row gives its person at this moment. `rights` differs as soon as anything of it does. */
export function standingOf(row: StaffRow, now: number): Standing {
  const role: StaffRole = row.role;
  const certifiedUntil = row.certified_until === null ? null : Date.parse(row.certified_until);
  const certified = certifiedUntil !== null && certifiedUntil > now;
  const capabilities: ReadonlySet<Capability> = needsFactor(row) ? new Set() : capabilitiesOf(role, certified);
  const groups = row.room_groups;
  const youthVetted = row.youth_vetted;
  const rights = JSON.stringify([role, certifiedUntil, youthVetted, [...groups].sort(), [...capabilities].sort()]);
  return {
    name: row.working_name,
    role,
    founding: row.founding,
    certifiedUntil,
    groups,
    youthVetted,
    capabilities,
    rights,
  };
}
