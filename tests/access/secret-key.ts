/**
 * Files that act with the secret key, past every policy, each with what it needs it for. Whoever adds one writes here why
 * the person's own token is not enough.
 */
export const USES: Record<string, string> = {
  'server/acts/book.ts':
    "a case of a guest, who has no account, and the telling of its end; what waited while the database was away and whose writer's token has ended by now, in that person's name and by their rights",
  'server/cases/rows.ts': 'an appeal of a guest, who has no account; forgetting sessions',
  'server/directory/repair/report.ts': 'a report of a visitor, who has no account',
  'server/directory/repair/views.ts': 'how often visitors opened an entry',
  'server/main.ts': 'the seed of the embedded directory',
  'server/staff/factor.ts': 'a code is checked for somebody who is not signed in yet',
  'server/staff/factor-setup.ts': 'sealed secrets and hashes are no table of any person',
  'server/staff/links.ts': 'a link is used by somebody without an account; the first coordinator has nobody above',
  'server/staff/password.ts':
    'a new password ends every session, and stands in the audit also for somebody without rights yet',
  'server/staff/watch.ts': 'a look at everybody who is connected, removed people among them',
  'tools/audit-verify.ts': 'the operator, on the machine',
  'tools/directory-import.ts': 'the operator, on the machine',
  'tools/directory-seed.ts': 'the operator, on the machine',
  'tools/hsds-validate.ts': 'the directory of a server that is started for the check',
  'tools/staff.ts': 'the operator, on the machine',
  'tools/supabase.ts': 'the seed of the embedded directory',
};

/** Files that hold or pass on the key itself. */
export const HOLDS: Record<string, string> = {
  'server/config.ts': 'reads it from the environment',
  'server/database/accounts/hosted.ts': "Auth's admin API makes and changes accounts",
  'server/database/clients.ts': 'makes the three clients',
  'server/database/embedded.ts': 'hands it from its file to the clients',
  'server/database/embedded/lite.ts': 'tells the embedded Supabase its own key',
  'server/database/embedded/secrets.ts': 'makes it and keeps it in a file of the owner',
  'server/database/embedded/serve-admin.ts': "compares it, as a hosted project's gateway does",
  'server/database/open.ts': 'chooses the hosted or the embedded project',
  'server/database/seal.ts': 'draws the key of second factors from it, when there is no own one',
  'server/ports/config.ts': 'its type',
  'server/ports/database.ts': 'the type of the client',
  'tools/supabase.ts': 'says in which file it is',
};
