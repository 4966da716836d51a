/**
 * Grows with every change that an older client would misunderstand; the server turns other numbers away with `old_client`.
 * A file of its own, because the client takes only types from events.ts (its schemas would triple the client's size).
 */
export const PROTOCOL_VERSION = 1;
