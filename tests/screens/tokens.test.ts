import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8');

const block = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]));
const [lightPart = '', darkPart = ''] = css.split('@media (prefers-color-scheme: dark)');
const light = block(lightPart);
const themes = { light, dark: { ...light, ...block(darkPart.split('@media')[0] ?? '') } };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex = ''): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one = '', other = ''): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['ground', 'surface', 'sunk', 'dawn-soft', 'accent-soft', 'alarm-soft'];
/** Text on what lies under it: 4.5 to 1 (1.4.3). */
const TEXT: [string, string[]][] = [
  ['ink', GROUNDS],
  ['ink-soft', GROUNDS],
  ['accent', ['ground', 'surface', 'sunk', 'dawn-soft', 'accent-soft']],
  ['accent-strong', ['ground', 'surface', 'sunk', 'accent-soft']],
  ['alarm-ink', ['ground', 'surface', 'sunk', 'alarm-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-alarm', ['alarm', 'alarm-strong']],
];
/** Edges of controls and the ring of the focus: 3 to 1 (1.4.11, 2.4.13). */
const SHAPES: [string, string[]][] = [
  ['edge', ['ground', 'surface', 'sunk']],
  ['focus', ['ground', 'surface', 'sunk', 'dawn-soft', 'accent-soft', 'alarm-soft']],
];

test.each(['light', 'dark'] as const)('the colours of the %s theme keep their contrast', (theme) => {
  const colours = themes[theme];
  const poor = [
    ...TEXT.flatMap(([one, on]) => on.map((ground) => ({ one, ground, least: 4.5 }))),
    ...SHAPES.flatMap(([one, on]) => on.map((ground) => ({ one, ground, least: 3 }))),
  ]
    .map((pair) => ({ ...pair, is: contrast(colours[pair.one], colours[pair.ground]) }))
    .filter(({ is, least }) => !(is >= least))
    .map(({ one, ground, is }) => `${one} on ${ground}: ${is.toFixed(2)}`);
  expect(poor).toEqual([]);
});
