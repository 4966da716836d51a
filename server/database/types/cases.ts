import type { ActReason, CaseDecision, CaseKind, Sanction } from '../../../shared/cases.ts';

/** Tables of cases and sanctions. */

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
