import { readFileSync } from 'node:fs';
import type { DirectoryData } from '../../server/ports/directory.ts';

/** What the run's own database published after migrations and seed (tests/support/services.ts). */
export const publishedDirectory = (): DirectoryData =>
  JSON.parse(readFileSync(`${process.env.TIREK_TEST_HOUSE}.directory.json`, 'utf8')) as DirectoryData;
