import { expect, test } from 'vitest';
import { createLogger } from './log.ts';

test('an error is logged by its name, code and place, never by its text', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const cause = Object.assign(new Error('insert into t values (құпия)'), { code: '23505' });
  logger.error({ err: new Error('құпия', { cause }) }, 'a use case failed');
  logger.warn({ err: 'құпия' }, 'odd');
  expect(lines.join('')).not.toContain('құпия');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'a use case failed',
    err: { name: 'Error', cause: { code: '23505' } },
  });
});
