import type { EvidenceItem } from '../../../shared/events.ts';
import type { Lang } from '../../../shared/languages.ts';
import { caseWords } from '../../words/cases.ts';
import { sayIn } from '../../words/say.ts';
import { stretchesOf } from './stretches.ts';

const QUOTED = 60;

/** For each stretch of a text that the guard noticed: its words, and why, once. */
export function hitsIn(lang: Lang, { text, hits }: EvidenceItem): { quote: string; why: string }[] {
  const t = sayIn(lang, caseWords);
  return stretchesOf(text, hits)
    .filter((piece) => piece.hits.length > 0)
    .map((piece) => ({
      quote: piece.text.length > QUOTED ? `${piece.text.slice(0, QUOTED)}…` : piece.text,
      why: [...new Set(piece.hits.map(({ label }) => t(`label_${label}`)))].join(', '),
    }));
}
