import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryStores, type Stores } from '../../server/stores.ts';
import { type House, openHouse, startNode, type TestNode } from '../support/node.ts';
import { atDesk, hire, type PersonInTest } from '../support/people.ts';

/** A removed role cuts a live desk within five seconds: told by a node, and found by the round when nobody says so. */
const LIMIT = 5000;
const TIMES = 10;

let house: House;
let stores: Stores;
let nodes: TestNode[];
let saule: PersonInTest;

beforeAll(async () => {
  house = await openHouse();
  stores = memoryStores({ clock: Date.now });
  nodes = [await startNode(house, { stores }), await startNode(house, { stores })];
  saule = await atDesk(nodes[0] as TestNode, await hire(house, 'Saule', 'coordinator'));
});
afterAll(async () => {
  saule.close();
  for (const node of nodes) await node.close();
  await stores.close();
  await house.close();
});

test.each([
  ['told by a node', (staff: string) => saule.must('staff:remove', { staff })],
  [
    'found by the round',
    async (id: string) => {
      await house.supabase.asService().from('staff').update({ active: false }).eq('id', id).throwOnError();
    },
  ],
])('a removed moderator is cut off within 5 s, %s', async (how, remove) => {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const staff = await hire(house, `Dana-${how.length}-${time}`, 'moderator');
    const desk = await atDesk(nodes[1] as TestNode, staff);
    await desk.must('duty:start', {});
    const began = performance.now();
    await remove(staff.id);
    expect(await desk.hears('ended')).toEqual({ why: 'removed' });
    took.push(Math.round(performance.now() - began));
    desk.close();
  }
  console.log(`${how}: ${took.toSorted((a, b) => a - b).join(', ')} ms`);
  expect(Math.max(...took)).toBeLessThan(LIMIT);
});
