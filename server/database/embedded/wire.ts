/** What the server asks of the database's thread. */
export type Ask =
  | { do: 'fetch'; url: string; method: string; headers: [string, string][]; body: ArrayBuffer | null }
  | { do: 'createAccount'; email: string; password: string }
  | { do: 'setPassword'; userId: string; password: string }
  | { do: 'removeAccount'; userId: string }
  | { do: 'findAccount'; userId: string }
  | { do: 'close' };

export type Answer =
  | { status: number; headers: [string, string][]; body: ArrayBuffer }
  | { userId: string }
  | { done: boolean };
