import { NAMES, type Result } from './report.ts';
import { KINDS, type Kind } from './trial.ts';

const COLOURS: Record<Kind, string> = {
  socketio: '#8a8178',
  ws: '#c9b79c',
  tirek: '#2a5a48',
  'tirek-redis': '#e7a465',
  'tirek-guard': '#7fa696',
};
const [BAR, GAP, LEFT, WIDTH, TOP] = [15, 34, 290, 880, 62];

/** Bars of each server's ratio to bare Socket.IO in the same round, one group a scene; a line at 1, a tick at each aim. */
export function plot(results: readonly Result[]): string {
  const most = Math.max(1, ...results.flatMap(({ ratios }) => Object.values(ratios)));
  const scale = (WIDTH - LEFT - 60) / most;
  let y = TOP;
  const groups = results.map((result) => {
    const kinds = KINDS.filter((kind) => result.ratios[kind] !== undefined);
    const top = y;
    y += kinds.length * BAR + GAP;
    return group(result, { kinds, top, scale });
  });
  const legend = KINDS.map(
    (kind, at) =>
      `<rect x="${20 + at * 166}" y="16" width="11" height="11" rx="2" fill="${COLOURS[kind]}"/><text x="${37 + at * 166}" y="26">${NAMES[kind].replaceAll('`', '')}</text>`,
  );
  const one = (LEFT + scale).toFixed(1);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 22}" font-family="system-ui, sans-serif" font-size="12" fill="#2b2723" role="img">`,
    '<title>Each server beside bare Socket.IO</title><rect width="100%" height="100%" fill="#fdfaf5"/>',
    ...legend,
    `<line x1="${one}" x2="${one}" y1="${TOP - 14}" y2="${y - GAP + 8}" stroke="#8a8178" stroke-dasharray="3 3"/>`,
    ...groups,
    `<text x="20" y="${y + 6}" fill="#5c554d">Medians of the ratio to bare Socket.IO in the same round. The dark ticks are the aims.</text></svg>`,
  ];
  return `${parts.join('\n')}\n`;
}

function group({ scene, ratios }: Result, at: { kinds: Kind[]; top: number; scale: number }): string {
  const { kinds, top, scale } = at;
  const middle = top + (kinds.length * BAR) / 2;
  const names = [
    `<text x="${LEFT - 14}" y="${middle - 3}" text-anchor="end" font-weight="600">${scene.name}</text>`,
    `<text x="${LEFT - 14}" y="${middle + 13}" text-anchor="end" fill="#5c554d">${scene.more ? 'more' : 'less'} ${scene.unit} is better</text>`,
  ];
  const bars = kinds.map((kind, row) => {
    const [y, ratio, aim] = [top + row * BAR, ratios[kind] ?? 0, scene.aims[kind]];
    const length = ratio * scale;
    const tick =
      aim === undefined
        ? ''
        : `<rect x="${(LEFT + aim * scale - 1).toFixed(1)}" y="${y - 1}" width="2.5" height="${BAR}" fill="#1c1815"/>`;
    const end = LEFT + Math.max(length, (aim ?? 0) * scale);
    return `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 2}" rx="2" fill="${COLOURS[kind]}"/>${tick}<text x="${(end + 7).toFixed(1)}" y="${y + 11}">${ratio.toFixed(2)}</text>`;
  });
  return [...names, ...bars].join('');
}
