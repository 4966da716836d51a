/**
 * `npm run demo`: the same server on loopback with data of its own that goes when it ends, a moderator on duty, and a few
 * scripted guests who talk in two rooms. Everything they say is in tools/demo/script.json.
 */
import { startDemo } from './demo/start.ts';

console.log('Preparing a house that goes when you press Ctrl-C ...');
const demo = await startDemo(process.env.PORT ?? '3000').catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? 'The port is taken. Choose another with PORT.' : error.message);
  process.exit(1);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
console.log(`\nA guest:             ${demo.address}/kk/rooms`);
console.log(`The desk, signed in: ${demo.desk}\n`);
await demo.play(1);
console.log('The guests have said their lines and stay. Write to them, or press Ctrl-C.');
