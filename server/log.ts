import { type Logger, pino } from 'pino';

/**
 * Logs hold codes, counts and times. Never a message, a name, an address or a header; so requests are not logged at all,
 * and an error is logged by its name, code and the files of its stack, without its text (a driver's text quotes data).
 */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  return pino({ level, base: null, serializers: { err: describe } }, destination ?? pino.destination({ sync: true }));
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const cause = error.cause instanceof Error ? { cause: describe(error.cause) } : {};
  return {
    name: error.name,
    code: (error as { code?: unknown }).code,
    at: frames.slice(0, 4).map((line) => line.trim()),
    ...cause,
  };
}
