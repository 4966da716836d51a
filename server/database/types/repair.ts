import type { Phone } from '../../../shared/directory.ts';
import type { CalledKind, CallOutcome, EntryKind, RepairDecision } from '../../../shared/repair.ts';

/** Tables of the directory's repair. */

export type RepairRow = {
  id: string;
  entry_kind: EntryKind;
  entry: string;
  not_working: number;
  closed: number;
  wrong_address: number;
  other: number;
  counted: number;
  called: number;
  phones: string[];
  opened_at: string;
  marked_at: string | null;
  decided_at: string | null;
  decided_by: string | null;
  decision: RepairDecision | null;
};

export type EntryHistoryRow = {
  id: number;
  entry_kind: EntryKind;
  entry: string;
  field: string;
  old_value: unknown;
  new_value: unknown;
  changed_at: string;
  changed_by: string | null;
  changed_role: string | null;
};

export type LeadRow = {
  id: string;
  name_ru: string;
  region_iso: string | null;
  city_ru: string;
  kind: string;
  what_the_source_says: string;
  why_not_in_listings: string;
  source_url: string;
  source_date: string;
  status: 'open' | 'made' | 'dropped';
};

export type EntryCallRow = {
  id: string;
  entry_kind: CalledKind;
  entry: string;
  outcome: CallOutcome;
  phones: Phone[];
  proposed: boolean;
  called_by: string;
  called_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  ended_at: string | null;
};

export type EntryViewRow = { entry: string; month: string; views: number };

/** What `calling_list` gives. */
export type CallingRow = Pick<EntryCallRow, 'entry_kind' | 'entry' | 'phones'> & {
  name_kk: string;
  name_ru: string;
  name_en: string;
  region_iso: string | null;
  city_ru: string;
  about: string;
  source_url: string;
  checked_on: string | null;
  called_on: string | null;
  checking: boolean;
  views: number;
  last_outcome: CallOutcome | null;
  last_at: string | null;
  waiting: string | null;
  waiting_phones: Phone[] | null;
  waiting_mine: boolean;
};

/** What `repair_figures` gives; `median_hours` is null while nothing was decided. */
export type RepairFigures = {
  reports: number;
  waiting: number;
  decided: number;
  right_after_all: number;
  median_hours: number | null;
};
