/** JSON Lines in, one at a time; a bad line is told by its number and the rest goes on. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export const Plain = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });
export const Labelled = Plain.extend({
  lang: z.string().default('?'),
  labels: z.array(z.enum(['ok', 'dealing', 'recruitment', 'contact', 'crisis', 'abuse'])).min(1),
  obfuscated: z.boolean().default(false),
});

/** The lines of `file` (standard input without one) that fit `schema`. Bad ones go to standard error; `bad` counts them. */
export async function* readLines<T>(
  schema: z.ZodType<T>,
  file: string | undefined,
  bad: { count: number },
): AsyncGenerator<T> {
  const input = file === undefined ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.replace('\ufeff', '').trim() === '') continue;
    const result = parse(schema, line);
    if (result.ok) yield result.value;
    else {
      bad.count++;
      console.error(`line ${number}: ${result.why}`);
    }
  }
}

function parse<T>(schema: z.ZodType<T>, line: string): { ok: true; value: T } | { ok: false; why: string } {
  let value: unknown;
  try {
    // A byte order mark, as some editors put before the first line.
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, why: 'not JSON' };
  }
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  return { ok: false, why: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'does not fit'}` };
}
