import type { EntryKind } from '../../../shared/repair.ts';
import { ask, type DirectoryState } from './state.ts';

/** Opens an entry with its history in place of the lists. */
export async function openEntry(state: DirectoryState, kind: EntryKind, id: string): Promise<void> {
  const file = await ask(state, 'directory:entry', { kind, id });
  if (file) state.open.value = file;
}
