/** The database as supabase-js sees it; grows with supabase/migrations. */
// biome-ignore lint/suspicious/noExplicitAny: replaced by the tables' own types with the first migration
export type Database = any;
