/** Figures of the guard: precision and recall per label and language with 95 % intervals, and what happens to honest talk. */
export const LABELS = ['dealing', 'recruitment', 'contact', 'crisis', 'abuse'] as const;

/** One message: what it is, and what the guard said. */
export interface Row {
  lang: string;
  text: string;
  expected: readonly string[];
  found: readonly string[];
  obfuscated: boolean;
  outcome: string;
  care: boolean;
}

/** A share with its 95 % interval (Wilson), and the counts behind it. */
export interface Share {
  hits: number;
  of: number;
  value: number;
  low: number;
  high: number;
}

/** Wilson's interval for `hits` of `of`; with nothing to count the value is NaN and the interval everything. */
export function share(hits: number, of: number): Share {
  if (of === 0) return { hits, of, value: Number.NaN, low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / of;
  const middle = p + (z * z) / (2 * of);
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return {
    hits,
    of,
    value: p,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

export interface LabelFigures {
  label: string;
  lang: string;
  recall: Share;
  precision: Share;
}

/** Figures of one label over some rows. */
export function labelFigures(rows: readonly Row[], label: string, lang: string): LabelFigures {
  const own = rows.filter((row) => lang === 'all' || row.lang === lang);
  const expected = own.filter((row) => row.expected.includes(label));
  const found = own.filter((row) => row.found.includes(label));
  const both = expected.filter((row) => row.found.includes(label)).length;
  return { label, lang, recall: share(both, expected.length), precision: share(both, found.length) };
}

/** Share of honest messages held or refused, masked, given care. */
export function honestFigures(rows: readonly Row[], lang: string): { stopped: Share; masked: Share; care: Share } {
  const honest = rows.filter((row) => row.expected.length === 0 && (lang === 'all' || row.lang === lang));
  const count = (test: (row: Row) => boolean) => share(honest.filter(test).length, honest.length);
  return {
    stopped: count((row) => row.outcome === 'hold' || row.outcome === 'refuse'),
    masked: count((row) => row.outcome === 'mask'),
    care: count((row) => row.care),
  };
}

/** Recall over all labels together for disguised and for plain messages. */
export function disguiseFigures(rows: readonly Row[]): { plain: Share; disguised: Share } {
  const recall = (own: readonly Row[]) => {
    const pairs = own.flatMap((row) => row.expected.map((label) => row.found.includes(label)));
    return share(pairs.filter(Boolean).length, pairs.length);
  };
  return {
    plain: recall(rows.filter((row) => !row.obfuscated)),
    disguised: recall(rows.filter((row) => row.obfuscated)),
  };
}

export function languagesOf(rows: readonly Row[]): string[] {
  return ['all', ...new Set(rows.map((row) => row.lang))];
}

const percent = (value: number) => (Number.isNaN(value) ? '   -' : (value * 100).toFixed(1).padStart(5));

function cell({ value, low, high, of }: Share): string {
  return `${percent(value)} [${percent(low)},${percent(high)}] of ${String(of).padStart(4)}`;
}

/** The figures as a plain text table. */
export function report(rows: readonly Row[]): string {
  const lines = ['label         lang   recall % [95 %]               precision % [95 %]'];
  for (const label of LABELS) {
    for (const lang of languagesOf(rows)) {
      const { recall, precision } = labelFigures(rows, label, lang);
      if (recall.of + precision.of > 0)
        lines.push(`${label.padEnd(13)} ${lang.padEnd(5)} ${cell(recall)}   ${cell(precision)}`);
    }
  }
  for (const lang of languagesOf(rows)) {
    const { stopped, masked, care } = honestFigures(rows, lang);
    if (stopped.of > 0)
      lines.push(`ok ${lang.padEnd(5)} held or refused ${cell(stopped)}   masked ${cell(masked)}   care ${cell(care)}`);
  }
  const { plain, disguised } = disguiseFigures(rows);
  lines.push(`recall, plain ${cell(plain)}   disguised ${cell(disguised)}`);
  return lines.join('\n');
}

/** What was missed or found wrongly, one line each. */
export function misses(rows: readonly Row[]): string[] {
  const lines: string[] = [];
  for (const row of rows) {
    for (const label of row.expected)
      if (!row.found.includes(label)) lines.push(`missed ${label} (${row.lang}): ${row.text}`);
    for (const label of row.found)
      if (!row.expected.includes(label)) lines.push(`wrongly ${label} (${row.lang}): ${row.text}`);
  }
  return lines;
}
