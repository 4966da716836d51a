/** One failed look may be a hiccup; two in a row are told. */
const TOLD_AFTER = 2;

/**
 * Looks whether the store answers and tells when that changes, so that rooms can say that nobody can write now before
 * somebody tries. The look is to be called about once a second.
 */
export function storeWatch(ping: () => Promise<void>, tell: (away: boolean) => void): () => Promise<void> {
  let failures = 0;
  return async () => {
    const answered = await ping().then(
      () => true,
      () => false,
    );
    if (answered && failures >= TOLD_AFTER) tell(false);
    failures = answered ? 0 : failures + 1;
    if (failures === TOLD_AFTER) tell(true);
  };
}
