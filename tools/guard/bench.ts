/** `npm run guard:bench`: how long the guard takes for a message of 300 characters, in microseconds. */
import { readExamples } from '../../server/guard/examples.ts';
import { createGuard } from '../../server/guard/guard.ts';

const LENGTH = 300;
const ROUNDS = 20;

/** Messages of `LENGTH` characters, made of whole examples in the order of the files. */
function messages(): string[] {
  const texts: string[] = [];
  let text = '';
  for (const example of readExamples()) {
    text += `${example.text} `;
    if (text.length < LENGTH) continue;
    texts.push(text.slice(0, LENGTH));
    text = '';
  }
  return texts;
}

const guard = createGuard();
const texts = messages();
for (let round = 0; round < 5; round++) for (const text of texts) guard(text);
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const text of texts) {
    const start = process.hrtime.bigint();
    guard(text);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
}
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
console.log(
  `${texts.length} messages of ${LENGTH} characters, ${times.length} runs: mean ${mean.toFixed(1)}, median ${at(0.5)}, p99 ${at(0.99)} microseconds`,
);
