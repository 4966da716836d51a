import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const PAGE = 'docs/bench.md';

/** Puts figures between the marks `<!-- PART -->` and `<!-- /PART -->` of docs/bench.md, with the day and the machine. */
export function writePart(part: string, figures: string): void {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- /${part} -->`];
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for "${part}"`);
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  const body = `${begin}\n\nMeasured on ${day}: ${machine}.\n\n${figures}\n\n`;
  writeFileSync(PAGE, page.slice(0, from) + body + page.slice(to));
}
