import { expect, test } from 'vitest';
import { watchRest } from './queue-rest.js';

test('queues that were empty are so while as many jobs ran as were added, without being asked again', async () => {
  let [asked, areEmpty] = [0, true];
  const rest = watchRest(async () => (asked += 1) > 0 && areEmpty);
  expect(await rest.isAtRest()).toBe(true);
  rest.added();
  areEmpty = false;
  expect(await rest.isAtRest()).toBe(false);
  await rest.run(async () => expect(await rest.isAtRest()).toBe(false));
  expect(await rest.isAtRest()).toBe(true);
  expect(asked).toBe(2);
});

test('a job of another process makes them asked again', async () => {
  let asked = 0;
  const rest = watchRest(async () => (asked += 1) > 0);
  await rest.isAtRest();
  await rest.run(async () => undefined);
  expect(await rest.isAtRest()).toBe(true);
  expect(await rest.isAtRest()).toBe(true);
  expect(asked).toBe(2);
});

test('a job that fails is over, too', async () => {
  const rest = watchRest(async () => true);
  await expect(rest.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(await rest.isAtRest()).toBe(true);
});

test('an answer that a job overtook says nothing', async () => {
  const rest = watchRest(async () => {
    rest.added();
    return true;
  });
  expect(await rest.isAtRest()).toBe(false);
  expect(await rest.isAtRest()).toBe(false);
});
