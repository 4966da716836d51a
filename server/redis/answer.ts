import { Unavailable } from '../ports/log.ts';

/** The same promise, with every failure as `Unavailable`. */
export async function bounded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw unavailable(error);
  }
}

/**
 * Redis's errors carry the command with its arguments, which may be somebody's text: only the sentence is kept,
 * and of it nothing that quotes arguments.
 */
export function unavailable(error: unknown): Unavailable {
  if (error instanceof Unavailable) return error;
  const said = error instanceof Error ? error.message : 'unknown';
  return new Unavailable(`Redis: ${said.split(', with args')[0]?.slice(0, 200)}`);
}
