import {
  ACT_REASONS,
  type ActReason,
  REPORT_REASONS,
  type ReportReason,
  VOLUNTEER_REPORT_REASONS,
  type VolunteerReportReason,
} from '../../../shared/cases.ts';
import type { CaseCard } from '../../../shared/events.ts';
import type { Lang } from '../../../shared/languages.ts';
import { actWords } from '../../words/acts.ts';
import { caseWords } from '../../words/cases.ts';
import { say, sayIn } from '../../words/say.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const REPORTS: readonly string[] = [...REPORT_REASONS, ...VOLUNTEER_REPORT_REASONS];
const isReport = (code: string): code is ReportReason | VolunteerReportReason => REPORTS.includes(code);
const isAct = (code: string): code is ActReason => (ACT_REASONS as readonly string[]).includes(code);

/** Why there is this case, in plain words; a code that this page does not know is left out. */
export function reasonsOf(lang: Lang, { kind, reasons, labels, asked }: CaseCard): string {
  const t = sayIn(lang, caseWords);
  const given = reasons.flatMap((code) => {
    if (kind === 'appeal') return isAct(code) ? [say(lang, actWords, code)] : [];
    return isReport(code) ? [t(`why_${code}`)] : [];
  });
  const all = [...(asked ? [t('asked')] : []), ...given, ...labels.map((label) => t(`label_${label}`))].join(', ');
  return all.charAt(0).toLocaleUpperCase(lang) + all.slice(1);
}

/** How long ago, in whole minutes or hours. */
export function ageOf(lang: Lang, at: number, now: number): string {
  const age = now - at;
  if (age < MINUTE) return say(lang, caseWords, 'ageNow');
  if (age < HOUR) return say(lang, caseWords, 'ageMinutes', { n: Math.floor(age / MINUTE) });
  return say(lang, caseWords, 'ageHours', { n: Math.floor(age / HOUR) });
}
