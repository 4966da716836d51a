const COLOURS: Record<string, string> = {
  socketio: '#8a8178',
  ws: '#c9b79c',
  tirek: '#2a5a48',
  'tirek-redis': '#e7a465',
};

/** Bars of each server's ratio to bare Socket.IO in the same round, one group a scene, as an SVG with a line at 1. */
export function plot(scenes: { scene: string; ratios: Record<string, number> }[]): string {
  const [bar, gap, left, width] = [16, 26, 220, 760];
  const kinds = Object.keys(scenes[0]?.ratios ?? {});
  const most = Math.max(1, ...scenes.flatMap(({ ratios }) => Object.values(ratios)));
  const scale = (width - left - 70) / most;
  const group = kinds.length * bar + gap;
  const height = scenes.length * group + 60;
  const bars = scenes.flatMap(({ scene, ratios }, at) => [
    `<text x="${left - 12}" y="${at * group + 44 + (kinds.length * bar) / 2}" text-anchor="end">${scene}</text>`,
    ...kinds.map((kind, row) => {
      const [y, length] = [at * group + 32 + row * bar, (ratios[kind] ?? 0) * scale];
      return `<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${bar - 3}" fill="${COLOURS[kind]}"/><text x="${(left + length + 6).toFixed(1)}" y="${y + 11}">${ratios[kind]?.toFixed(2)}</text>`;
    }),
  ]);
  const legend = kinds.map(
    (kind, at) =>
      `<rect x="${left + at * 120}" y="8" width="10" height="10" fill="${COLOURS[kind]}"/><text x="${left + at * 120 + 16}" y="17">${kind}</text>`,
  );
  const one = left + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fdfaf5"/>${legend.join('')}<line x1="${one}" x2="${one}" y1="26" y2="${height - 24}" stroke="#555" stroke-dasharray="3 3"/>${bars.join('')}<text x="${left}" y="${height - 8}">ratio to bare Socket.IO in the same round; for CPU, bytes and time less is better</text></svg>\n`;
}
