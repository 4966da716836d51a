/** Every limit that both sides know. The server enforces them; the client only shows them. Durations are in milliseconds. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const LIMITS = {
  /** Characters (code points) of a message. */
  messageLength: 1000,
  /** Characters of a directory query; longer ones are cut, with a sentence that says so. */
  queryLength: 100,
  /** Characters of a free note a volunteer writes (case, room rules). */
  noteLength: 2000,
  /** Bytes of one socket event or one HTTP body. */
  payloadBytes: 16 * 1024,
  /** Entries in the tail that a join brings, and in a page of history. */
  pageSize: 50,
  /** People in a room listed by name; the rest are a count. */
  namesListed: 50,
  /** People in a room, unless the room's own row says less. */
  roomCapacity: 1000,
  /** A guest is in at most this many rooms at once (two tabs of one room count once). */
  roomsAtOnce: 3,
  /** How long a message stays, unless MESSAGE_TTL says otherwise. */
  messageLife: 24 * HOUR,
  /** A session that nobody used for this long is forgotten. */
  sessionLife: 24 * HOUR,
  /** A held message that nobody decided is given back to its writer. */
  heldLife: 30 * MINUTE,
  /** Nobody on duty for less than this: messages are held. Longer: the room closes its composer. */
  dutyGap: 15 * MINUTE,
  /** A client's message id is remembered for this long; a retry gets the first answer again. */
  retryMemory: 15 * MINUTE,
  /** Presence and duty leases, renewed every third of their length. A node that died is gone after one lease. */
  lease: 12 * SECOND,
  /** Sends of one session: a bucket of `burst`, refilled one every `every`. */
  sendRate: { burst: 6, every: 3 * SECOND },
  /** All other events of one session. */
  eventRate: { burst: 40, every: 250 },
  /**
   * Proofs of work. More than `busy` asked behind one address tag in a `window` cost twice, more than `crowded` four times.
   * A slip is taken `slipAfter` from when it was given, so that even the slowest phone is in a room within ten seconds.
   */
  proof: { life: 5 * MINUTE, slipLife: HOUR, slipAfter: 8 * SECOND, window: 10 * MINUTE, busy: 20, crowded: 60 },
  /**
   * A raid: this many new people in rooms within the window. It is over when there were fewer for `quiet`. `slow`: seconds
   * between two messages of one person in a lockdown. `calm`: a lockdown that a volunteer ended does not come back by itself.
   */
  raid: { joins: 120, window: MINUTE, quiet: 2 * MINUTE, slow: 20, calm: 30 * MINUTE },
  /** So many first messages wait for a volunteer when somebody came with very many or without a proof. */
  firstMessages: 3,
  /** The same longer text from others within this time is a ring; its fingerprint is forgotten after it. */
  ringLife: HOUR,
  /** So many messages stopped by the guard in this time, and all go through the desk for `life`. */
  strikes: { count: 3, within: 10 * MINUTE, life: 30 * MINUTE },
  /** Evidence of a case: until its decision and appeal, at most this long. Beside the log, never in Postgres. */
  evidenceLife: 72 * HOUR,
  /** Messages around the reported one. */
  evidenceAround: 10,
  /** "Ask for another look" is possible for this long after a sanction. */
  appealWindow: 24 * HOUR,
  /** "Undo" is offered for this long. */
  undo: 10 * SECOND,
  /** A case taken up and left alone for this long can be taken by somebody else (as the database's claim_case). */
  claimLife: 15 * MINUTE,
  /** Reports of one session in an hour. */
  reportsPerHour: 12,
  /** What a visitor suggested for the directory waits for an editor beside the sessions, at most this long. */
  suggestionLife: 72 * HOUR,
  /** More suggestions a day nobody could read. */
  suggestionsPerDay: 200,
  /** Slow mode: most seconds between two messages of one person. */
  slowMax: 600,
  /** Sign-ins from one address tag, in browsers that nobody knows yet. */
  signInRate: { burst: 20, every: 15 * SECOND },
  /** Staff: a session ends after this, or after `staffIdle` without an act. */
  staffSession: 12 * HOUR,
  staffIdle: 30 * MINUTE,
  /** This long before that end the desk asks whether somebody is still there. */
  staffAsk: 5 * MINUTE,
  /** The founding coordinator's moderator certificate. */
  foundingCertificate: 30 * 24 * HOUR,
  /** Shortest staff password, in characters (ASVS 5.0.0, 6.2.1 asks for 8 and recommends 15). */
  passwordLength: 12,
  passwordMax: 128,
} as const;
