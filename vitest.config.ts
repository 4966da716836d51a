import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,server,client,tools}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['tests/drills/**', 'tests/bench/**', '**/node_modules/**'],
    globalSetup: ['tests/support/services.ts'],
    // A ceiling for hung tests, not a promise about speed.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
