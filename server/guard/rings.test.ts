import { setImmediate as turn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { MemoryBus } from '../keep/memory.ts';
import { readExamples } from './examples.ts';
import { RingMemory } from './rings.ts';

const ADVERT = 'Курьеры по городу, 50к в день, опыт не нужен, пишите в личку, всё расскажем';

function house() {
  let now = 1_000_000_000;
  const shared = { clock: () => now, bus: new MemoryBus(), config: { rateScale: 1 } as never };
  const node = async () => {
    const rings = new RingMemory(shared);
    onTestFinished(await rings.listen());
    return rings;
  };
  const later = (ms: number) => {
    now += ms;
  };
  return { node, later };
}

test('a near copy from somebody else belongs to the ring of the first, on every node, for an hour', async () => {
  const { node, later } = house();
  const [here, there] = [await node(), await node()];
  expect(here.look(ADVERT, 'eve')).toBeNull();
  await here.tell();
  await turn();
  const ring = there.look(ADVERT.replace('50к', '70к'), 'mallory');
  expect(ring).not.toBeNull();
  await there.tell();
  await turn();
  expect(here.look(`${ADVERT}!!`, 'trudy')).toBe(ring);
  later(3_600_001);
  expect(here.look(ADVERT, 'oscar')).toBeNull();
});

test('what travels between nodes holds no text and nobody', async () => {
  const { node } = house();
  const bus = new MemoryBus();
  const rings = new RingMemory({ clock: Date.now, bus, config: { rateScale: 1 } as never });
  const heard: unknown[] = [];
  await bus.subscribe('prints', (message) => heard.push(message));
  rings.look(ADVERT, 'the-session-of-eve starting');
  await rings.tell();
  await turn();
  expect(heard).toHaveLength(1);
  expect(JSON.stringify(heard)).not.toMatch(/курьер|eve|starting/i);
  await (await node()).tell();
});

test('short talk is never a ring; a sentence such as many say only when five have sent it', async () => {
  const rings = await house().node();
  for (const text of ['привет', 'thank you', 'рахмет', 'привет всем, как дела'])
    for (let many = 0; many < 50; many += 1) expect(rings.look(text, `person ${many}`)).toBeNull();
  const thanks = Array.from({ length: 5 }, (_, many) => rings.look('спасибо большое за поддержку', `person ${many}`));
  expect(thanks.map((ring) => ring !== null)).toEqual([false, false, false, false, true]);
});

test('of all honest examples, each from somebody else within the hour, less than one in a thousand looks like a ring', async () => {
  const rings = await house().node();
  const honest = [...new Set(readExamples().flatMap(({ labels, text }) => (labels.length === 0 ? [text] : [])))];
  const held = honest.filter((text, at) => rings.look(text, `person ${at}`) !== null);
  expect(honest.length).toBeGreaterThan(400);
  expect(held.length / honest.length).toBeLessThan(0.001);
});
