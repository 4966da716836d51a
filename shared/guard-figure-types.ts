/** Figures of the guard as the page shows them; made by `npm run guard:figures`. */

/** So many hits of so many. */
export type Counted = readonly [hits: number, of: number];

export interface LabelCounts {
  /** Of the messages that are this, how many were found. */
  found: Counted;
  /** Of the messages that were called this, how many are. */
  right: Counted;
}

/** What happens to one language; `stopped`, `masked`, `care`: honest messages held or refused, masked, given the help card. */
export interface LanguageFigures {
  stopped: Counted;
  masked: Counted;
  care: Counted;
  dealing: LabelCounts;
  recruitment: LabelCounts;
  contact: LabelCounts;
  crisis: LabelCounts;
  abuse: LabelCounts;
}

export interface FigureSet {
  messages: number;
  languages: Record<'kk' | 'ru' | 'en' | 'mix', LanguageFigures>;
}

/** `crossed`: five-fold cross-validation; `outside`: messages of somebody who saw neither rules nor examples. */
export interface GuardFigures {
  crossed: FigureSet;
  outside: FigureSet;
}
