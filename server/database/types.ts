/** The tables of supabase/migrations as supabase-js sees them. A check in tests/policies compares them with the database. */

import type { ActReason, CaseDecision, CaseKind, Sanction } from '../../shared/cases.ts';

type Table<Row, Given extends keyof Row> = {
  Row: Row;
  Insert: Pick<Row, Given> & Partial<Row>;
  Update: Partial<Row>;
  Relationships: [];
};

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

export type RegionRow = {
  iso_code: string;
  kind: 'region' | 'city';
  name_kk: string;
  name_ru: string;
  name_en: string;
  name_ru_alt: string;
  iso_name: string;
  admin_centre_kk: string;
  admin_centre_ru: string;
  admin_centre_en: string;
  admin_centre_lat: number;
  admin_centre_lon: number;
  major_cities_ru: string[];
  created_2022: boolean;
  source_url: string;
  source2_url: string;
  notes: string;
  read_on: string;
};

type Sourced = {
  confidence: 'high' | 'medium' | 'low';
  source_url: string;
  /** As printed by the source: `2026-03-09`, `2026-04` or empty. */
  source_date: string;
  source2_url: string;
  notes: string;
  read_on: string;
  called_on: string | null;
  edited_at: string | null;
};

export type HelplineRow = Sourced & {
  id: string;
  position: number;
  number: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  what: string;
  audience: string;
  coverage: string;
  hours: string;
  languages: string[];
  cost: string;
  other_channels: string;
  publish: 'yes' | 'yes_with_note' | 'no';
};

export type ListingRow = Sourced & {
  id: string;
  slug: string;
  category:
    | 'state_centre'
    | 'primary_care_point'
    | 'republican_centre'
    | 'self_help_group'
    | 'private_rehab'
    | 'youth_health_centre';
  name_kk: string;
  name_ru: string;
  name_en: string;
  organisation_ru: string;
  region_iso: string | null;
  city_ru: string;
  address_ru: string;
  address_kk: string;
  phones: { number: string; dial: string; remark: string }[];
  hours: string;
  website: string;
  type: '' | 'state' | 'private' | 'self_help';
  services: string[];
  languages: string[];
  cost: string;
  anonymous: string;
  addiction_specific: boolean | null;
  lat: number | null;
  lon: number | null;
  coord_note: string;
  status: 'draft' | 'published' | 'hidden';
  imported_at: string | null;
};

export type StagedListingRow = {
  import_id: string;
  line: number;
  entry: Partial<ListingRow>;
  is_new: boolean;
  seen_edited_at: string | null;
  staged_at: string;
};

export type SeedRow = { name: string; sha256: string; loaded_at: string };

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

export type CaseRow = {
  id: string;
  kind: CaseKind;
  priority: number;
  room: string | null;
  room_group: string;
  youth: boolean;
  epoch: string | null;
  seqs: number[];
  held_id: string | null;
  about: string | null;
  reporter: string | null;
  about_staff: string | null;
  involved: string[];
  sanction_id: string | null;
  reasons: string[];
  labels: string[];
  opened_at: string;
  claimed_by: string | null;
  claimed_at: string | null;
  decision: CaseDecision | null;
  decision_reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  told_at: string | null;
};

export type SanctionRow = {
  id: string;
  case_id: string | null;
  room: string | null;
  room_group: string;
  session: string | null;
  kind: Sanction;
  reason: ActReason;
  decided_by: string;
  decided_at: string;
  until: string | null;
  lifted_at: string | null;
  lifted_by: string | null;
};

export type SecondFactorRow = {
  staff_id: string;
  sealed_secret: string;
  created_at: string;
  confirmed_at: string | null;
  last_step: number;
};

export type RecoveryCodeRow = { staff_id: string; code_hash: string; used_at: string | null };

type Call<Args, Returns> = { Args: Args; Returns: Returns };
type Nothing = Record<never, never>;

export type Database = {
  public: {
    Tables: {
      staff: Table<StaffRow, 'id' | 'working_name' | 'role'>;
      rooms: Table<RoomRow, 'id' | 'room_group' | 'name_kk' | 'name_ru' | 'name_en'>;
      regions: Table<RegionRow, 'iso_code' | 'kind' | 'source_url' | 'read_on'>;
      helplines: Table<HelplineRow, 'id' | 'position' | 'number' | 'publish' | 'confidence' | 'source_url' | 'read_on'>;
      listings: Table<ListingRow, 'id' | 'slug' | 'category' | 'status' | 'confidence' | 'source_url' | 'read_on'>;
      staged_listings: Table<StagedListingRow, 'import_id' | 'line' | 'entry' | 'is_new'>;
      seeds: Table<SeedRow, 'name' | 'sha256'>;
      /** Written by functions alone. */
      audit: Table<AuditRow, never>;
      /** Written by functions alone; the token's hash cannot be read. */
      invites: Table<InviteRow, never>;
      shifts: Table<ShiftRow, 'staff_id' | 'room_group' | 'starts_at' | 'ends_at'>;
      /** This and the next three are written by functions alone. */
      course_progress: Table<CourseRow, never>;
      certificates: Table<CertificateRow, never>;
      cases: Table<CaseRow, never>;
      sanctions: Table<SanctionRow, never>;
      second_factors: Table<SecondFactorRow, 'staff_id' | 'sealed_secret'>;
      recovery_codes: Table<RecoveryCodeRow, 'staff_id' | 'code_hash'>;
    };
    Views: Nothing;
    Functions: {
      write_audit: Call<
        { act: string; subject_kind?: string; subject?: string; details?: AuditRow['details'] },
        number
      >;
      verify_audit: Call<
        Nothing,
        { entries: number; broken_at: number | null; head_seq: number | null; head_hash: string | null }[]
      >;
      create_setup_link: Call<{ token_hash: string }, string>;
      create_invite: Call<{ token_hash: string; languages: string[]; room_groups: string[] }, string>;
      create_recovery_link: Call<{ token_hash: string; staff_id: string }, string>;
      revoke_invite: Call<{ id: string }, undefined>;
      open_link: Call<
        { token_hash: string },
        { kind: InviteRow['kind']; staff_id: string | null; expires_at: string }[]
      >;
      redeem_invite: Call<{ token_hash: string; user_id: string; working_name: string }, StaffRow['role']>;
      redeem_recovery: Call<{ token_hash: string }, string>;
      pass_unit: Call<{ staff_id: string; unit: string }, undefined>;
      certify_staff: Call<{ staff_id: string; ends_at: string; units?: string[] }, undefined>;
      revoke_certificate: Call<{ staff_id: string }, undefined>;
      assign_staff: Call<
        { staff_id: string; languages: string[]; room_groups: string[]; youth_vetted: boolean },
        undefined
      >;
      set_staff_role: Call<{ staff_id: string; role: StaffRow['role'] }, undefined>;
      remove_staff: Call<{ staff_id: string }, undefined>;
      open_case: Call<
        { kind: Exclude<CaseKind, 'appeal'>; room: string } & Partial<
          Pick<
            CaseRow,
            'priority' | 'epoch' | 'seqs' | 'held_id' | 'about' | 'reporter' | 'about_staff' | 'reasons' | 'labels'
          >
        >,
        string
      >;
      open_appeal: Call<{ sanction_id: string }, string>;
      claim_case: Call<{ id: string }, undefined>;
      release_case: Call<{ id: string }, undefined>;
      decide_case: Call<{ id: string; decision: CaseDecision; reason?: string }, undefined>;
      note_sanction: Call<
        { room: string; session: string; kind: Sanction; reason: ActReason; until?: string; case_id?: string },
        string
      >;
      lift_sanction: Call<{ id: string }, undefined>;
      mark_told: Call<{ id: string }, boolean>;
      forget_sessions: Call<Nothing, number>;
      end_sessions: Call<{ staff_id: string }, undefined>;
      set_second_factor: Call<
        { staff_id: string; sealed_secret: string; step: number; code_hashes: string[] },
        StaffRow['session_epoch']
      >;
      set_recovery_codes: Call<{ staff_id: string; code_hashes: string[] }, undefined>;
      clear_second_factor: Call<{ staff_id: string }, undefined>;
      spend_totp_step: Call<{ staff_id: string; step: number }, boolean>;
      spend_recovery_code: Call<{ staff_id: string; code_hash: string }, boolean>;
      apply_listing_import: Call<{ import_id: string; rows: number }, number>;
      next_shifts: Call<Nothing, { room_group: string; starts_at: string }[]>;
    };
  };
};
