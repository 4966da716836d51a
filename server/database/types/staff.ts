/** Tables of staff, rooms, the audit and links. Times are ISO 8601. */

export type StaffRow = {
  id: string;
  working_name: string;
  role: 'trainee' | 'moderator' | 'lead' | 'coordinator';
  active: boolean;
  languages: ('kk' | 'ru' | 'en')[];
  room_groups: string[];
  youth_vetted: boolean;
  /** ISO 8601. */
  certified_until: string | null;
  founding: boolean;
  created_at: string;
  removed_at: string | null;
  second_factor_at: string | null;
  session_epoch: number;
};

export type RoomRow = {
  id: string;
  language: 'kk' | 'ru' | 'en' | null;
  room_group: string;
  youth: boolean;
  capacity: number;
  position: number;
  open: boolean;
  name_kk: string;
  name_ru: string;
  name_en: string;
  about_kk: string;
  about_ru: string;
  about_en: string;
  rules_kk: string[];
  rules_ru: string[];
  rules_en: string[];
  created_at: string;
};

export type AuditRow = {
  seq: number;
  at: string;
  actor: string | null;
  actor_role: string | null;
  act: string;
  subject_kind: string;
  subject: string;
  details: Record<string, string | number | boolean | null>;
  previous: string;
  hash: string;
};

export type InviteRow = {
  id: string;
  kind: 'setup' | 'invite' | 'recover';
  staff_id: string | null;
  languages: string[];
  room_groups: string[];
  created_by: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  used_by: string | null;
};

export type ShiftRow = {
  id: string;
  staff_id: string;
  room_group: string;
  starts_at: string;
  ends_at: string;
  created_at: string;
};

export type CourseRow = { staff_id: string; unit: string; passed_at: string };

export type CertificateRow = {
  id: string;
  staff_id: string;
  granted_by: string;
  granted_at: string;
  ends_at: string;
  revoked_at: string | null;
  revoked_by: string | null;
};

export type SecondFactorRow = {
  staff_id: string;
  sealed_secret: string;
  created_at: string;
  confirmed_at: string | null;
  last_step: number;
};

export type RecoveryCodeRow = { staff_id: string; code_hash: string; used_at: string | null };
