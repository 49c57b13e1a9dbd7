import { expect, test } from 'vitest';
import { explain } from './explain.js';

const now = new Date('2026-12-10T10:20:00+07:00');

async function said(...args: string[]): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  const stdin = (async function* () {})();
  await explain(args, { stdin, write: (line) => lines.push(line), now, zone: 'Asia/Ho_Chi_Minh' });
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

test('a reply is shown with the words that decided', async () => {
  const { status, evidence } = await said('reply', '#12 đã nộp rồi ạ');
  expect({ status, evidence }).toEqual({ status: 'done', evidence: ['đã', 'rồi', 'nộp'] });
});

test('the title of the directive says which verb is the work', async () => {
  expect(await said('reply', 'đã giao')).toMatchObject({ status: null });
  expect(await said('reply', 'đã giao', '--title', 'Giao suất ăn')).toMatchObject({ status: 'done' });
  const ofOthers = await said('reply', 'xã An Phú nộp rồi', '--unit', 'Xã Tân Lập');
  expect(ofOthers).toMatchObject({ status: null });
});

test.each([
  ['cuối tuần', '2026-12-11T17:00:00+07:00', null],
  ['31/2', null, 'impossible'],
  ['ngày 6 hằng tháng', '2027-01-06T17:00:00+07:00', 'recurring'],
  ['thứ 5 hằng tuần 17h', '2026-12-10T17:00:00+07:00', 'recurring'],
  ['thứ 5 hằng tuần 9h', '2026-12-17T09:00:00+07:00', 'recurring'],
])('the deadline %j', async (text, due, reason) => {
  expect(await said('deadline', text)).toEqual({ due, reason });
});
