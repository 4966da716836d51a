/** A plot of recall and precision per label and language, as SVG without scripts or outside fonts. */
import { LABELS, type LabelFigures, labelFigures, languagesOf, type Row, type Share } from './measure.ts';

const LEFT = 150;
const WIDTH = 300;
const LINE = 22;

function bar(share: Share, x: number, y: number): string {
  if (Number.isNaN(share.value)) return `<text x="${x}" y="${y + 12}" class="none">no cases</text>`;
  const at = (value: number) => (x + value * WIDTH).toFixed(1);
  return [
    `<rect x="${x}" y="${y + 4}" width="${(share.value * WIDTH).toFixed(1)}" height="10" class="bar"/>`,
    `<line x1="${at(share.low)}" x2="${at(share.high)}" y1="${y + 9}" y2="${y + 9}" class="span"/>`,
    `<text x="${x + WIDTH + 6}" y="${y + 13}">${(share.value * 100).toFixed(0)}</text>`,
  ].join('');
}

function line(figures: LabelFigures, y: number): string {
  return [
    `<text x="4" y="${y + 13}">${figures.label}, ${figures.lang}</text>`,
    bar(figures.recall, LEFT, y),
    bar(figures.precision, LEFT + WIDTH + 50, y),
  ].join('');
}

export function plot(rows: readonly Row[]): string {
  const figures = LABELS.flatMap((label) => languagesOf(rows).map((lang) => labelFigures(rows, label, lang)));
  const shown = figures.filter(({ recall }) => recall.of > 0);
  const height = 40 + shown.length * LINE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + 2 * WIDTH + 100} ${height}" role="img">`,
    '<title>Recall and precision of the guard in percent, with 95 % intervals</title>',
    '<style>text{font:13px sans-serif;fill:#1d2b2a}.bar{fill:#5b9a8b}.span{stroke:#1d2b2a;stroke-width:2}.none{fill:#777}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    `<text x="${LEFT}" y="18">recall</text><text x="${LEFT + WIDTH + 50}" y="18">precision</text>`,
    ...shown.map((one, i) => line(one, 28 + i * LINE)),
    '</svg>',
    '',
  ].join('\n');
}
