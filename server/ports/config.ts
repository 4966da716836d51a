/** What the server was told by its environment, checked; see server/config.ts. */
export interface Config {
  port: number;
  host: string;
  /** Without a final slash. Absent: made from host and port, for one machine. */
  publicOrigin: string | null;
  trustedProxies: number;
  dataDir: string;
  redisUrl: string | null;
  supabase: { url: string; publishableKey: string; secretKey: string } | null;
  /** Seals the second factors of staff; null: drawn from the database's secret key. */
  staffKey: string | null;
  /** Milliseconds. */
  messageLife: number;
  /** Multiplies every rate; 1 outside load tests. */
  rateScale: number;
  /** Tries that a proof of work takes as a rule; 0: none is asked for (load tests). */
  powCost: number;
  version: string;
}
