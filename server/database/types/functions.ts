import type { ActReason, CaseDecision, CaseKind, Sanction } from '../../../shared/cases.ts';
import type { Phone } from '../../../shared/directory.ts';
import type { CalledKind, CallOutcome, EntryKind, RepairDecision, RepairReason } from '../../../shared/repair.ts';
import type { CaseRow } from './cases.ts';
import type { CallingRow, RepairFigures } from './repair.ts';
import type { AuditRow, InviteRow, StaffRow } from './staff.ts';

type Call<Args, Returns> = { Args: Args; Returns: Returns };
type Nothing = Record<never, never>;

/** What `rpc` calls. */
export type Functions = {
  write_audit: Call<{ act: string; subject_kind?: string; subject?: string; details?: AuditRow['details'] }, number>;
  verify_audit: Call<
    Nothing,
    { entries: number; broken_at: number | null; head_seq: number | null; head_hash: string | null }[]
  >;
  create_setup_link: Call<{ token_hash: string }, string>;
  create_invite: Call<{ token_hash: string; languages: string[]; room_groups: string[] }, string>;
  create_recovery_link: Call<{ token_hash: string; staff_id: string }, string>;
  revoke_invite: Call<{ id: string }, undefined>;
  open_link: Call<{ token_hash: string }, { kind: InviteRow['kind']; staff_id: string | null; expires_at: string }[]>;
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
        'id' | 'priority' | 'epoch' | 'seqs' | 'held_id' | 'about' | 'reporter' | 'about_staff' | 'reasons' | 'labels'
      >
    >,
    string
  >;
  open_appeal: Call<{ sanction_id: string }, string>;
  claim_case: Call<{ id: string }, undefined>;
  release_case: Call<{ id: string }, undefined>;
  decide_case: Call<{ id: string; decision: CaseDecision; reason?: string }, undefined>;
  note_sanction: Call<
    { room: string; session: string; kind: Sanction; reason: ActReason } & {
      until?: string;
      case_id?: string;
      id?: string;
    },
    string
  >;
  lift_sanction: Call<{ id: string }, undefined>;
  write_act: Call<{ id: string; act: string; input: object }, boolean>;
  write_late_act: Call<
    { id: string; act: string; input: object; staff_id: string; taken_at: string },
    'written' | 'before' | 'refused'
  >;
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
  /** True when this report marked the entry as being checked. */
  report_entry: Call<
    { entry_kind: EntryKind; entry: string; reason: RepairReason; phone: string; counted: boolean },
    boolean
  >;
  decide_repair: Call<{ id: string; decision: RepairDecision }, undefined>;
  repair_figures: Call<Nothing, RepairFigures[]>;
  record_call: Call<
    { entry_kind: CalledKind; entry: string; outcome: CallOutcome; phones?: Phone[] },
    'waiting' | 'confirmed' | 'recorded'
  >;
  confirm_call: Call<{ call: string; works: boolean }, undefined>;
  count_views: Call<{ counts: Record<string, number> }, undefined>;
  calling_list: Call<{ most?: number }, CallingRow[]>;
  next_shifts: Call<Nothing, { room_group: string; starts_at: string }[]>;
};
