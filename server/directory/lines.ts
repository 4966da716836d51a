import type { Helpline, Region } from '../../shared/directory.ts';
import type { Lang } from '../../shared/languages.ts';
import { tokens } from './fold.ts';
import type { Reading } from './understand.ts';

/** What each thing is worth in the order of the lines. A need's weight is a hundred of these; a place down its list costs two. */
const NEED = 100;
const STEP = 2;
const LOCAL = 6;
const OWN_LANGUAGE = 3;
const OTHER_LANGUAGE = -5;
const NUMBER = 1000;
const WORD = 10;

interface Known {
  line: Helpline;
  words: Set<string>;
  digits: string;
  /** The region that a city's line is for; null when it answers the whole country. */
  localTo: string | null;
}

export interface LineQuestion extends Pick<Reading, 'needs'> {
  /** Words that no place and no need has explained. */
  words: string[];
  digits: string | null;
  /** The region known from the question or the filter. */
  region: string | null;
  lang: Lang;
}

/** Help lines in the order in which they answer a question. */
export class Lines {
  readonly #known: Known[];

  constructor(helplines: readonly Helpline[], regions: readonly Region[], generic: ReadonlySet<string>) {
    this.#known = helplines.map((line) => {
      const said = `${line.name.kk} ${line.name.ru} ${line.name.en} ${line.what} ${line.audience}`;
      return {
        line,
        words: new Set(tokens(said).filter((word) => !generic.has(word))),
        digits: line.number.replace(/\D/g, ''),
        localTo: localTo(line, regions),
      };
    });
  }

  /** Lines that answer; when nothing in the question says which, all that can be reached from there, in their stored order. */
  rank(question: LineQuestion): Helpline[] {
    const reachable = this.#known.filter(({ localTo: home }) => !question.region || !home || home === question.region);
    const scored = reachable.map((known) => ({ known, score: score(known, question) }));
    const answering = scored.filter((each) => each.score > 0);
    const shown = answering.length > 0 ? answering.sort((a, b) => b.score - a.score) : scored;
    if (answering.length === 0) shown.sort((a, b) => near(b.known, question) - near(a.known, question));
    return shown.map(({ known }) => known.line);
  }
}

const near = ({ localTo: home }: Known, { region }: LineQuestion): number => (home && home === region ? 1 : 0);

function score(known: Known, question: LineQuestion): number {
  const { digits, words } = question;
  let best = 0;
  for (const { need, quality } of question.needs) {
    const at = need.lines.indexOf(known.line.id);
    if (at >= 0) best = Math.max(best, need.weight * NEED * quality - at * STEP);
  }
  const isNumber = words.some((word) => word === known.digits) || (digits !== null && known.digits.endsWith(digits));
  if (isNumber) best += NUMBER;
  best += words.filter((word) => known.words.has(word)).length * (best > 0 || question.needs.length === 0 ? WORD : 0);
  if (best === 0) return 0;
  return best + near(known, question) * LOCAL + byLanguage(known.line, question.lang);
}

/** Lines of one language alone come sooner to its speakers and later to speakers of the other. */
function byLanguage({ languages }: Helpline, lang: Lang): number {
  if (languages.length !== 1) return 0;
  if (languages[0] === lang) return OWN_LANGUAGE;
  return lang === 'en' ? 0 : OTHER_LANGUAGE;
}

/** Read from `coverage`: the country ("KZ", "... and other regions"), or the city it names. */
function localTo({ coverage }: Helpline, regions: readonly Region[]): string | null {
  if (coverage === '' || /\bKZ\b|other regions/.test(coverage)) return null;
  const cities = regions.filter(({ kind }) => kind === 'city');
  const home = [...cities, ...regions].find(({ name, centre }) =>
    [name.en, centre.en].some((called) => called !== '' && coverage.includes(called)),
  );
  return home?.code ?? null;
}
