/** Words both sides use for keeping the directory true: reports of visitors, calls of volunteers, edits. Codes alone. */

export const ENTRY_KINDS = ['listing', 'helpline'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Leads are called too, and never shown to readers. */
export const CALLED_KINDS = [...ENTRY_KINDS, 'lead'] as const;
export type CalledKind = (typeof CALLED_KINDS)[number];

/** Emergency services: nobody calls them to see whether they answer, and no report casts doubt on them. As in the migrations. */
export const EMERGENCY: readonly string[] = ['101', '102', '103', '104', '112'];

/** What a visitor can say about an entry, in one tap. */
export const REPAIR_REASONS = ['not_working', 'closed', 'wrong_address', 'other'] as const;
export type RepairReason = (typeof REPAIR_REASONS)[number];

/** How an editor ends a repair. */
export const REPAIR_DECISIONS = ['mended', 'was_right', 'held_back', 'closed'] as const;
export type RepairDecision = (typeof REPAIR_DECISIONS)[number];

/** What a volunteer heard, in one tap. */
export const CALL_OUTCOMES = ['works', 'no_answer', 'wrong', 'closed'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** Where a visitor knows a place from that they suggest. */
export const SUGGESTION_FROM = ['been_there', 'work_there', 'website', 'somebody'] as const;

/** So many reports that are independent of each other mark an entry as being checked. */
export const REPORTS_TO_MARK = 3;

/** How repairs went, as everybody may know it. */
export interface RepairFigures {
  /** Reports of visitors in all. */
  reports: number;
  /** Entries that wait for an editor's decision, and that were decided. */
  waiting: number;
  decided: number;
  /** Of those decided, how many entries were right after all. */
  rightAfterAll: number;
  /** Half of the decisions came within so many hours; null while there was none. */
  medianHours: number | null;
}
