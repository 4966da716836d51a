import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '../../shared/limits.ts';
import { type Night, openNight } from '../support/night.ts';
import { type House, openHouse } from '../support/node.ts';
import { hire, type StaffInTest } from '../support/people.ts';

/** A quiet night: nobody does anything at the desk. */
let house: House;
let night: Night;
let dana: StaffInTest;

beforeAll(async () => {
  house = await openHouse();
  dana = await hire(house, 'Dana', 'moderator');
});
beforeEach(async () => {
  night = await openNight(house);
});
afterEach(() => night.end());
afterAll(() => house.close());

const ASKED = LIMITS.staffIdle - LIMITS.staffAsk + 1000;

test('who does nothing is asked before the session ends; the answer is an act, and the session goes on', async () => {
  const desk = await night.desk(dana);
  night.later(ASKED);
  const { until, now } = await desk.hears('desk:idle');
  expect(Number(until) - now).toBeGreaterThan(LIMITS.staffAsk - 60_000);
  expect(Number(until) - now).toBeLessThanOrEqual(LIMITS.staffAsk);
  await desk.must('desk:here', {});
  expect(await desk.hears('desk:idle')).toMatchObject({ until: null });
  // Past the end that was told: the session goes on.
  night.later(LIMITS.staffAsk + 60_000);
  await desk.must('desk:open', {});
});

test('each browser is asked for itself', async () => {
  const desk = await night.desk(dana);
  const other = await night.desk(dana, 'off');
  night.later(ASKED);
  await desk.hears('desk:idle', ({ until }) => until !== null);
  await desk.must('desk:here', {});
  // Another session, which nobody used.
  expect(await other.hears('desk:idle')).toMatchObject({ until: expect.any(Number) });
  expect(await desk.hears('desk:idle')).toMatchObject({ until: null });
});

test('reading the desk again is no answer: who stays silent is signed out, and the rooms follow', async () => {
  const desk = await night.desk(dana);
  night.later(ASKED);
  await desk.hears('desk:idle');
  await desk.must('desk:open', {});
  night.later(LIMITS.staffAsk);
  expect(await desk.hears('ended')).toEqual({ why: 'expired' });
});
