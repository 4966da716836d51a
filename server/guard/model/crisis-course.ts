/** Learns the small table of `shared/guard/crisis-weights.ts`: one weight a cue, one a pair of cues in one message. */

export interface CrisisLesson {
  /** Names of the cues present, each once, in the order of the lists. */
  cues: readonly string[];
  crisis: boolean;
}

export interface CrisisTable {
  bias: number;
  weights: Map<string, number>;
}

/** Where a weight starts and is drawn back to: what the cue means by itself. */
const PRIOR: Readonly<Record<string, number>> = {
  die: 3,
  gone: 1,
  stop: -2,
  idiom: -3,
  planhurt: 1.5,
  body: 1.2,
  past: -1.5,
  soften: -1,
  farewell: 1,
  selfharm: 1.5,
  violence: 1,
  reported: -1,
  'die past': -1,
  'die stop': -1,
};
const RATE = 0.1;
const EPOCHS = 60;
const POSITIVE = 2.5;
const PULL = { one: 0.002, pair: 0.01 };
/** Pairs that say less than this are left out of the table. */
const SILENT = 0.1;

function keysOf(present: readonly string[]): string[] {
  return present.flatMap((a, i) => [a, ...present.slice(i + 1).map((b) => `${a} ${b}`)]);
}

export function scoreTable(table: CrisisTable, cues: readonly string[]): number {
  return keysOf(cues).reduce((sum, key) => sum + (table.weights.get(key) ?? 0), table.bias);
}

export function learnCrisis(lessons: readonly CrisisLesson[]): CrisisTable {
  const table: CrisisTable = { bias: -2, weights: new Map(Object.entries(PRIOR)) };
  const squares = new Map<string, number>();
  const keyed = lessons.map(({ cues, crisis }) => ({ keys: keysOf(cues), crisis }));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    // A stride that shares no factor with the count visits every lesson once, in another order each time.
    const stride = 7919 + 2 * epoch;
    for (let i = 0; i < keyed.length; i++) {
      const lesson = keyed[(i * stride + epoch) % keyed.length];
      if (lesson) touch(table, squares, lesson);
    }
  }
  for (const [key, weight] of table.weights)
    if (key.includes(' ') && Math.abs(weight) < SILENT) table.weights.delete(key);
  return table;
}

function touch(
  table: CrisisTable,
  squares: Map<string, number>,
  { keys, crisis }: { keys: string[]; crisis: boolean },
): void {
  const sum = keys.reduce((total, key) => total + (table.weights.get(key) ?? 0), table.bias);
  const error = (1 / (1 + Math.exp(-sum)) - (crisis ? 1 : 0)) * (crisis ? POSITIVE : 1);
  table.bias -= 0.01 * error;
  for (const key of keys) {
    const old = table.weights.get(key) ?? 0;
    const slope = error + (key.includes(' ') ? PULL.pair : PULL.one) * (old - (PRIOR[key] ?? 0));
    const square = (squares.get(key) ?? 0.01) + slope * slope;
    squares.set(key, square);
    table.weights.set(key, old - (RATE * slope) / Math.sqrt(square));
  }
}
