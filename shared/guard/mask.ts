import { MASK } from '../entries.ts';

/** The text with a MASK for each of these places; such as touch or overlap become one. They may come in any order. */
export function maskSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start > from || from === 0) masked += text.slice(from, Math.max(from, start)) + MASK;
    from = Math.max(from, end);
  }
  return masked + text.slice(from);
}
