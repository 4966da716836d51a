import { LIMITS } from '../../shared/limits.ts';
import type { StaffRow } from '../database/types.ts';
import type { Deps } from '../ports/deps.ts';

type Needs = Pick<Deps, 'keep'>;

const keyOf = (staff: string): string => `staff-row:${staff}`;

/** Keeps what was read of a person, for while the database is away. Their session must be in use all the same. */
export const keepRow = ({ keep }: Needs, row: StaffRow): Promise<void> =>
  keep.set(keyOf(row.id), row, LIMITS.staffSession);

export const keptRow = ({ keep }: Needs, staff: string): Promise<StaffRow | null> => keep.get<StaffRow>(keyOf(staff));

/** Their rights changed: what was read before must not be used again. */
export const dropRow = ({ keep }: Needs, staff: string): Promise<void> => keep.remove(keyOf(staff));
