/** "I am still here." The door counts it as an act, as it does every event of a person's own; nothing else follows. */
export const stillHere = (): Promise<Record<string, never>> => Promise.resolve({});
