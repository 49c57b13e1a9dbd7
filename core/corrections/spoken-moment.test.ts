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
    ['xong lúc 9h30 hôm nay', 'xong', '2026-11-24T02:30:00.000Z'],
    ['xong lúc 4h chiều hôm qua', 'xong', '2026-11-23T09:00:00.000Z'],
    ['xong lúc 4 giờ 15 chiều qua', 'xong', '2026-11-23T09:15:00.000Z'],
    ['xong lúc 9h sáng nay', 'xong', '2026-11-24T02:00:00.000Z'],
    ['xong lúc 8h ngày 20/11', 'xong', '2026-11-20T01:00:00.000Z'],
    ['done at 8:00 yesterday', 'done', '2026-11-23T01:00:00.000Z'],
    ['xong lúc sáng nay', 'xong lúc sáng nay', undefined],
    ['15', '15', undefined],
  ])('%s', (text, words, at) => {
    expect(takeMoment(text, now, zone)).toEqual({ words, at: at ? new Date(at) : null, problem: null });
  });

  test.each([
    ['xong lúc 16:50', 'future'],
    ['xong lúc 16h hôm nay', 'future'],
    ['xong lúc 4h chiều nay', 'future'],
    ['xong lúc 25:00', 'impossible'],
    ['xong lúc 4h thứ 6 tuần trước', 'impossible'],
    ['xong lúc 9:00 31/2', 'impossible'],
  ])('%s is refused: %s', (text, problem) => {
    expect(takeMoment(text, now, zone)).toEqual({ words: 'xong', at: null, problem });
  });
});
