import { Refusal } from './refusal.ts';

/** How long the database is waited for, ms. Twice that is less than a desk waits for its answer. */
const PATIENCE = 4000;

/** What `asked` resolves to. Throws `unavailable` when the database has not answered in four seconds. */
export async function within<T>(asked: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('unavailable')), PATIENCE);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
