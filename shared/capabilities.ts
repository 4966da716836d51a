/**
 * Rights are sets, not a ladder: a coordinator runs people and the directory and does not read rooms.
 * The founding coordinator is also certified as a moderator for a time, so a person's rights are the union of
 * their role's set and, while a certificate is valid, the moderator's.
 */
export const CAPABILITIES = [
  'room.list',
  'room.join',
  'message.send',
  'message.own', // retract mine, forget mine
  'report.make',
  'appeal.make',
  'care.ask', // "stay with me"
  'me.rename',
  'desk.open',
  'duty.take',
  'held.decide',
  'case.decide',
  'message.remove',
  'sanction.decide',
  'room.control', // lock, slow mode
  'room.purge',
  'staff.certify',
  'staff.manage', // invite, assign, remove
  'audit.read',
  'directory.edit',
  'directory.call', // the calling list
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const ROLES = ['guest', 'trainee', 'moderator', 'lead', 'coordinator'] as const;
export type Role = (typeof ROLES)[number];
export type StaffRole = Exclude<Role, 'guest'>;

const GUEST: Capability[] = [
  'room.list',
  'room.join',
  'message.send',
  'message.own',
  'report.make',
  'appeal.make',
  'care.ask',
  'me.rename',
];
const MODERATOR: Capability[] = [
  'room.list',
  'room.join',
  'message.send',
  'message.own',
  'desk.open',
  'duty.take',
  'held.decide',
  'case.decide',
  'message.remove',
  'sanction.decide',
  'room.control',
  'directory.call',
];

const OF_ROLE: Record<Role, readonly Capability[]> = {
  guest: GUEST,
  trainee: ['room.list', 'desk.open'],
  moderator: MODERATOR,
  lead: [...MODERATOR, 'room.purge', 'staff.certify', 'audit.read'],
  coordinator: ['room.list', 'desk.open', 'staff.manage', 'audit.read', 'directory.edit', 'directory.call'],
};

/** What a person may do. `certified`: holds a moderator's certificate that has not ended. */
export function capabilitiesOf(role: Role, certified = false): ReadonlySet<Capability> {
  const needsCertificate = role === 'moderator' || role === 'lead';
  if (needsCertificate && !certified) return new Set(OF_ROLE.trainee);
  const own = OF_ROLE[role];
  return new Set(certified && role === 'coordinator' ? [...own, ...MODERATOR] : own);
}
