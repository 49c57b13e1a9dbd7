import { describe, expect, test } from 'vitest';
import { takeMoment } from './spoken-moment.js';

const zone = 'Asia/Ho_Chi_Minh';
const now = new Date('2026-11-24T03:00:00Z'); // 10:00

describe('the moment an answer was phoned in at', () => {
  test.each([
    ['xong lúc 9:30', 'xong', '2026-11-24T02:30:00.000Z'],
    ['xong luc 9h', 'xong', '2026-11-24T02:00:00.000Z'],
    ['đang làm 70% lúc 16:50 23/11', 'đang làm 70%', '2026-11-23T09:50:00.000Z'],
    ['done at 16:50 23/11/2026.', 'done', '2026-11-23T09:50:00.000Z'],
    ['xong lúc sáng nay', 'xong lúc sáng nay', undefined],
    ['15', '15', undefined],
  ])('%s', (text, words, at) => {
    expect(takeMoment(text, now, zone)).toEqual({ words, at: at ? new Date(at) : null, problem: null });
  });

  test.each([
    ['xong lúc 16:50', 'future'],
    ['xong lúc 25:00', 'impossible'],
    ['xong lúc 9:00 31/2', 'impossible'],
  ])('%s is refused: %s', (text, problem) => {
    expect(takeMoment(text, now, zone)).toEqual({ words: 'xong', at: null, problem });
  });
});
