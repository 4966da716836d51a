import { SCENES, type Scene } from './scenes.ts';
import { KINDS, type Kind } from './trial.ts';

/** The figures of one round by server and scene. */
export type Round = Partial<Record<Kind, Record<string, number>>>;

export interface Result {
  scene: Scene;
  values: Partial<Record<Kind, number>>;
  /** To bare Socket.IO in the same round. */
  ratios: Partial<Record<Kind, number>>;
}

export const NAMES: Record<Kind, string> = {
  socketio: 'bare Socket.IO',
  ws: 'bare `ws`',
  tirek: 'Tirek, in-process',
  'tirek-redis': 'Tirek with Redis',
  'tirek-guard': 'in-process with the guard',
};

/** What the guard's server is measured in. */
const GUARDED: readonly string[] = ['many-rooms', 'join-many'];

/** Puts a piece's figures into the first round that has none of them yet. */
export function addTo(rounds: Round[], piece: Round): void {
  const figures = KINDS.flatMap((kind) => Object.keys(piece[kind] ?? {}).map((scene) => [kind, scene] as const));
  const free = rounds.find((one) => figures.every(([kind, scene]) => one[kind]?.[scene] === undefined));
  const round = free ?? {};
  if (!free) rounds.push(round);
  for (const kind of KINDS) if (piece[kind]) round[kind] = { ...round[kind], ...piece[kind] };
}

/** Whether every server was measured in every scene of its own. */
export const isWhole = (round: Round): boolean =>
  KINDS.every((kind) =>
    SCENES.every(({ id }) => round[kind]?.[id] !== undefined || (kind === 'tirek-guard' && !GUARDED.includes(id))),
  );

/** The median of the rounds, each value and each ratio by itself. */
export function summary(rounds: readonly Round[]): Result[] {
  return SCENES.map((scene) => {
    const of = (read: (round: Round, kind: Kind) => number | undefined) =>
      Object.fromEntries(
        KINDS.map(
          (kind) => [kind, rounds.map((round) => read(round, kind)).filter((value) => value !== undefined)] as const,
        )
          .filter(([, values]) => values.length > 0)
          .map(([kind, values]) => [kind, median(values)]),
      );
    const value = (round: Round, kind: Kind) => round[kind]?.[scene.id];
    const ratio = (round: Round, kind: Kind) => {
      const [own, bare] = [value(round, kind), value(round, 'socketio')];
      return own === undefined || bare === undefined ? undefined : own / bare;
    };
    return { scene, values: of(value), ratios: of(ratio) };
  });
}

/** Of an even number of values the middle of the two middle ones. */
function median(values: number[]): number {
  const [sorted, half] = [values.toSorted((a, b) => a - b), values.length / 2];
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Whether a ratio keeps its aim; null where there is none. */
export function kept({ scene, ratios }: Result, kind: Kind): boolean | null {
  const [aim, ratio] = [scene.aims[kind], ratios[kind]];
  if (aim === undefined || ratio === undefined) return null;
  return scene.more ? ratio >= aim : ratio <= aim;
}

/** A Markdown table: value, ratio, and behind it the aim with whether it is met. */
export function table(results: readonly Result[]): string {
  const cell = (result: Result, kind: Kind) => {
    const { values, ratios, scene } = result;
    const [value, ratio, met] = [values[kind], ratios[kind], kept(result, kind)];
    if (value === undefined) return '';
    const aim =
      met === null ? '' : ` (aim ${scene.more ? '>=' : '<='} ${scene.aims[kind]}: ${met ? 'met' : 'not met'})`;
    return `${shown(value)}, ${ratio?.toFixed(2)}x${aim}`;
  };
  const rows = results.map((result) => [
    result.scene.name,
    result.scene.unit,
    ...KINDS.map((kind) => cell(result, kind)),
  ]);
  const head = ['', 'unit', ...KINDS.map((kind) => NAMES[kind])];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const shown = (value: number) => (value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3));
