/** Words both sides use for reports, cases, sanctions and appeals. Codes alone; the client owns the sentences. */

/** Why somebody reports a message. */
export const REPORT_REASONS = ['sells', 'recruits', 'personal_data', 'cruel', 'danger'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Why somebody reports a volunteer. */
export const VOLUNTEER_REPORT_REASONS = ['rude', 'unfair', 'asked_contact', 'let_harm', 'other'] as const;
export type VolunteerReportReason = (typeof VOLUNTEER_REPORT_REASONS)[number];

/** Why a volunteer acts; shown to the person it is done to, in their language. */
export const ACT_REASONS = [
  'selling',
  'recruiting',
  'personal_data',
  'insult',
  'threat',
  'doses',
  'flood',
  'off_topic',
] as const;
export type ActReason = (typeof ACT_REASONS)[number];

/** What a volunteer may do to somebody, mildest first. */
export const SANCTIONS = ['warn', 'mute_10m', 'mute_1h', 'mute_24h', 'end_session'] as const;
export type Sanction = (typeof SANCTIONS)[number];

/** How long each lasts, in milliseconds; a warning and an ended session have no length. */
export const SANCTION_LENGTH: Record<Sanction, number> = {
  warn: 0,
  mute_10m: 600_000,
  mute_1h: 3_600_000,
  mute_24h: 86_400_000,
  end_session: 0,
};

/** What a case is about. `guard`: the guard held a text; `care`: somebody may be in danger; `ring`: one text from many. */
export const CASE_KINDS = ['report', 'volunteer', 'guard', 'care', 'appeal', 'ring'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_DECISIONS = ['no_action', 'removed', 'sanctioned', 'cared', 'lifted', 'upheld'] as const;
export type CaseDecision = (typeof CASE_DECISIONS)[number];

/** What a reporter is told. `acted`: something was done; `no_action`: looked at, nothing needed doing. */
export type ReportOutcome = 'waiting' | 'acted' | 'no_action';
