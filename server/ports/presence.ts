import type { People, Person } from '../../shared/entries.ts';

/**
 * Who is in a room. A lease belongs to a connection, not to a person: two tabs are two leases of one member, and a quick
 * reconnect never removes a live one. A lease lasts LIMITS.lease by the store's clock unless renewed.
 */
export interface Presence {
  /**
   * `most`: members for whom there is a place; null, and no lease, when somebody new would be one too many. Another tab of
   * somebody inside takes no place.
   */
  arrive(room: string, connection: string, person: Person): Promise<People>;
  arrive(room: string, connection: string, person: Person, most: number): Promise<People | null>;
  /** Renews the leases of this node's connections in one call; returns those that no longer exist (so that they arrive again). */
  renew(room: string, connections: readonly string[]): Promise<string[]>;
  /** True when this call removed the lease: exactly one caller sees true. */
  leave(room: string, connection: string): Promise<boolean>;
  /** Distinct members: how many, and up to LIMITS.namesListed of them in order of arrival. */
  whoIsIn(room: string): Promise<People>;
  /** How many distinct members are in each of these rooms. */
  counts(rooms: readonly string[]): Promise<Map<string, number>>;
  /** Removes expired leases of these rooms; each removed connection is returned to exactly one caller. */
  reap(rooms: readonly string[]): Promise<{ room: string; connection: string }[]>;
  /** Calls `changed` when who is in the room may have changed (a hint). Resolves to the way out. */
  watch(room: string, changed: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
