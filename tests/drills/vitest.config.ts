import { defineConfig } from 'vitest/config';

/** Drills take real processes and hold time limits, because there a limit is the promise; one at a time. */
export default defineConfig({
  test: {
    include: ['tests/drills/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
