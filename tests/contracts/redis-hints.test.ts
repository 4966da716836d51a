import { Redis } from 'ioredis';
import { expect, inject, onTestFinished, test } from 'vitest';
import { redisStores } from '../../server/stores.ts';
import { aigul, draft } from './people.ts';

test('each change is told on the room’s own channel, and no text with it', async () => {
  const prefix = `hints-${process.pid}-${Date.now()}`;
  const stores = await redisStores({ url: inject('redisUrl'), prefix });
  const ear = new Redis(inject('redisUrl'));
  onTestFinished(async () => {
    ear.disconnect();
    await stores.close();
  });
  const heard: string[] = [];
  ear.on('smessage', (channel: string, message: string) =>
    heard.push(`${channel.slice(prefix.length + 1)} ${message}`),
  );
  await ear.ssubscribe(`{${prefix}:r}:hint`);
  await ear.ssubscribe(`{${prefix}:r}:who`);

  await stores.log.onDuty('r', 'dana', 'Dana');
  await stores.log.onDuty('r', 'dana', 'Dana');
  await stores.log.append(draft('r', 'құпия'));
  await stores.log.setGate('r', { slowSeconds: 3 });
  await stores.log.offDuty('r', 'dana');
  await stores.presence.arrive('r', 'tab1', aigul);
  await stores.presence.arrive('r', 'tab2', aigul);
  await stores.presence.leave('r', 'tab1');
  await stores.presence.leave('r', 'tab2');
  const [gate, entries, who] = ['gate', 'entries', ''].map((what) => `:r}:${what === '' ? 'who' : 'hint'} ${what}`);
  const wanted = [gate, entries, gate, gate, who, who];
  await expect.poll(() => heard, { timeout: 20_000 }).toEqual(wanted);
});
