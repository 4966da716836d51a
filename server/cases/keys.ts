/** What is kept of cases in the Keep, never longer than LIMITS.evidenceLife. Sessions are here alone: the database knows members. */
export const KEYS = {
  facts: (id: string) => `case:${id}`,
  /** The ids of cases in the order of their opening (a list). */
  opened: 'cases-opened',
  claim: (id: string) => `case:${id}:claim`,
  /** Who reported it (a list of CaseReport). */
  reports: (id: string) => `case:${id}:reports`,
  /** A list of lists of EvidenceItem; `id` is a case or a sanction. */
  evidence: (id: string) => `evidence:${id}`,
  outcome: (id: string) => `outcome:${id}`,
  told: (id: string) => `told:${id}`,
  /** The case of a reported message. */
  ofMessage: (room: string, epoch: string, seq: number) => `case-of:${room}:${epoch}:${seq}`,
  /** The open case of a held message. */
  ofHeld: (heldId: string) => `case-of-held:${heldId}`,
  /** The open case about a volunteer. */
  ofStaff: (room: string, staff: string) => `case-of-staff:${room}:${staff}`,
  /** The open case of somebody who may be in danger. */
  ofCare: (room: string, session: string) => `case-of-care:${room}:${session}`,
  /** The open case of a ring. */
  ofRing: (ring: string) => `case-of-ring:${ring}`,
  /** Held copies of a ring's case (a list of HeldCopy). */
  copies: (id: string) => `case:${id}:copies`,
  /** What a session reported (a list of KeptReceipt). */
  receipts: (session: string) => `receipts:${session}`,
  reported: (session: string, what: string) => `reported:${session}:${what}`,
  reportRate: (session: string) => `report-rate:${session}`,
  raised: (session: string, message: string) => `raised:${session}:${message}`,
} as const;
