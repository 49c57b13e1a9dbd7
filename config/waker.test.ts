import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createWaker } from './waker.js';

function open() {
  const added: string[] = [];
  const add = async (queue: string, name: string, id: string) =>
    void added.push(`${queue} ${name} ${id}`.trim());
  return { added, waker: createWaker(add, pino({ level: 'silent' })) };
}

test('the first wake of a burst goes out at once, the equal ones behind it as one', async () => {
  const { added, waker } = open();
  for (let times = 0; times < 50; times += 1) waker.wake('inbox', 'process-inbox');
  waker.wake('work', 'refresh-card', '7');
  expect(added).toEqual(['inbox process-inbox', 'work refresh-card 7']);
  expect(waker.isIdle()).toBe(false);
  while (!waker.isIdle()) await sleep(5);
  expect(added).toEqual(['inbox process-inbox', 'work refresh-card 7', 'inbox process-inbox']);
  await waker.close();
});

test('a wake that was asked for before a closing adds nothing after it', async () => {
  const { added, waker } = open();
  waker.wake('inbox', 'process-inbox');
  waker.wake('inbox', 'process-inbox');
  await waker.close();
  waker.wake('inbox', 'process-inbox');
  await sleep(40);
  expect(added).toEqual(['inbox process-inbox']);
});

test('a job that begins answers the wakes asked for before it, not those behind it', async () => {
  const { added, waker } = open();
  for (let times = 0; times < 3; times += 1) waker.wake('work', 'refresh-card', '7');
  await new Promise(setImmediate); // the first is added
  waker.begin('work', 'refresh-card', '8');
  expect(waker.isIdle()).toBe(false);
  waker.begin('work', 'refresh-card', '7');
  expect(waker.isIdle()).toBe(true);
  waker.wake('work', 'refresh-card', '7');
  while (!waker.isIdle()) await sleep(5);
  expect(added).toEqual(['work refresh-card 7', 'work refresh-card 7']);
  await waker.close();
});
