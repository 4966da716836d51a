/** `npm run directory:seed`: loads supabase/seed into the project that the environment names. Run twice, it changes nothing. */
import { readConfig } from '../server/config.ts';
import { openSupabase } from '../server/database/open.ts';
import { seedDirectory } from '../server/database/seed.ts';

try {
  const { supabase } = await openSupabase(readConfig(process.env));
  const written = await seedDirectory(supabase.asService(), (table, done, of) =>
    console.log(`${table}: ${done} of ${of}`),
  );
  console.log(written > 0 ? `${written} rows written.` : 'Everything is there already.');
  await supabase.close();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
