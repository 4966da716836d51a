import { readConfig } from '../server/config.ts';
import { openSupabase } from '../server/database/open.ts';

/**
 * `npm run audit:verify [-- SEQ:HASH]`: walks the chain of the audit. With the head that an earlier run printed it also
 * finds a cut-off end. Ends with 1 when a row does not fit.
 */
try {
  const config = readConfig(process.env);
  const [seq, hash] = (process.argv[2] ?? '').split(':');
  if (process.argv[2] && !/^\d+:[0-9a-f]{64}$/.test(process.argv[2])) {
    throw new Error('The head must be written as an earlier run printed it: SEQ:HASH.');
  }
  const { supabase } = await openSupabase(config);
  const service = supabase.asService();
  const { data: found } = await service.rpc('verify_audit').single().throwOnError();
  const { data: noted } = await service.from('audit').select('hash').eq('seq', Number(seq)).maybeSingle();
  await supabase.close();
  if (found.broken_at !== null)
    throw new Error(`Row ${found.broken_at} does not fit the chain: the audit was changed.`);
  if (hash && noted?.hash !== hash) throw new Error(`Row ${seq} is not the noted one: the audit was cut or rewritten.`);
  console.log(`${found.entries} rows, all in one chain.`);
  if (found.head_seq !== null) console.log(`Head, to be noted elsewhere: ${found.head_seq}:${found.head_hash}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
