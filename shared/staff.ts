/** Words both sides use for the people who work here. Codes alone; the client owns the sentences. */

/** What a newcomer goes through with a lead before the first shift. A certificate needs all of it. */
export const COURSE = [
  'rooms', // what rooms are for, their rules, plain words without blame
  'privacy', // what we never ask, keep or pass on
  'crisis', // danger to life: 103, 112, the care card, staying with somebody
  'overdose', // the steps of the help page
  'trade', // how dealers and couriers' recruiters write, in three languages
  'acts', // reasons, warnings, mutes, appeals: mildest first
  'youth', // somebody under 16, somebody in danger at home
  'oneself', // shifts, breaks, the lead on call, saying no
] as const;
export type CourseUnit = (typeof COURSE)[number];
