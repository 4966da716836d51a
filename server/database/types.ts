/** The tables and functions of supabase/migrations as supabase-js sees them; tests/policies compares them with the database. */
import type { CaseRow, SanctionRow } from './types/cases.ts';
import type { HelplineRow, ListingRow, RegionRow, SeedRow, StagedListingRow } from './types/directory.ts';
import type { Functions } from './types/functions.ts';
import type { EntryCallRow, EntryHistoryRow, EntryViewRow, LeadRow, RepairRow } from './types/repair.ts';
import type {
  AuditRow,
  CertificateRow,
  CourseRow,
  InviteRow,
  RecoveryCodeRow,
  RoomRow,
  SecondFactorRow,
  ShiftRow,
  StaffRow,
} from './types/staff.ts';

export type * from './types/cases.ts';
export type * from './types/directory.ts';
export type * from './types/repair.ts';
export type * from './types/staff.ts';

type Table<Row, Given extends keyof Row> = {
  Row: Row;
  Insert: Pick<Row, Given> & Partial<Row>;
  Update: Partial<Row>;
  Relationships: [];
};

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
      leads: Table<LeadRow, 'id' | 'name_ru'>;
      /** Written by triggers alone. */
      entry_history: Table<EntryHistoryRow, never>;
      /** This and the next two are written by functions alone. */
      repairs: Table<RepairRow, never>;
      entry_calls: Table<EntryCallRow, never>;
      entry_views: Table<EntryViewRow, never>;
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
    Views: Record<never, never>;
    Functions: Functions;
  };
};
