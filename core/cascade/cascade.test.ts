import { describe, expect, test } from 'vitest';
import { applyByTerms } from '../replies/apply-by-terms.js';
import { unanswered } from '../replies/answer-state.js';
import { calendarOf, type CalendarBook } from '../calendar/calendar-book.js';
import { proposeEarlierDue } from './earlier-due.js';
import { readCascadeWish } from './read-wish.js';
import { isNewObstacle, sumBelow, type PartBelow } from './sum-below.js';

const at = (text: string) => new Date(`2026-11-${text}:00+07:00`);
const part = (unitCode: string, more: Partial<PartBelow> = {}): PartBelow => ({
  ...{ unitCode, state: 'waiting', percent: null, doneCount: null, totalCount: null, value: null },
  ...{ difficulty: null, doneAt: null },
  ...more,
});
const done = (unitCode: string, when: Date, more: Partial<PartBelow> = {}) =>
  part(unitCode, { state: 'done', percent: 100, doneAt: when, ...more });
const task = { kind: 'task', spec: null } as const;
const number = (value: number) => ({ value: { type: 'number' as const, number: value } });

describe('what the parts below come to', () => {
  test.each([
    ['nobody has answered', [part('A'), part('B')], { status: 'acknowledged', percent: null }],
    [
      'one is at it',
      [part('A', { state: 'in_progress', percent: 40 }), part('B')],
      { status: 'in_progress', percent: 20 },
    ],
    [
      'a share',
      [part('A', { state: 'in_progress', doneCount: 3, totalCount: 4 })],
      { status: 'in_progress', percent: 75 },
    ],
    [
      'all but one',
      [done('A', at('24T10:00')), part('B', { state: 'in_progress', percent: 100 })],
      { status: 'in_progress', percent: 99 },
    ],
    [
      'one is blocked',
      [
        part('A', { state: 'blocked', difficulty: 'thiếu máy; hỏng' }),
        done('B', at('24T10:00')),
        part('C', { state: 'blocked' }),
      ],
      { status: 'blocked', difficulty: 'A: thiếu máy, hỏng; C', percent: 33 },
    ],
  ])('%s', (_, parts, expected) => {
    const said = sumBelow(task, parts);
    expect(said).toMatchObject({ ...expected, below: { doneAt: null } });
  });

  test('is done with the last of them, and waits where it is accepted', () => {
    const said = sumBelow(task, [done('A', at('24T10:00')), done('B', at('24T15:00'))])!;
    const now = at('24T16:00');
    const before = {
      ...unanswered,
      state: 'blocked' as const,
      difficulty: 'A: thiếu máy',
      acknowledgedAt: at('23T08:00'),
    };
    expect(applyByTerms({ kind: 'task', terms: null }, before, said, now)).toMatchObject({
      ...{
        state: 'done',
        percent: 100,
        difficulty: null,
        doneAt: at('24T15:00'),
        acknowledgedAt: at('23T08:00'),
      },
    });
    expect(applyByTerms({ kind: 'task', terms: { acceptance: true } }, before, said, now)).toMatchObject({
      ...{ state: 'done', doneAt: null, claimedAt: at('24T15:00') },
    });
    const accepted = { ...before, state: 'accepted' as const };
    expect(applyByTerms({ kind: 'task', terms: null }, accepted, said, now)).toBe(accepted);
  });

  test('figures are added up when all are there; choices and words have no sum', () => {
    const collect = { kind: 'collect', spec: { type: 'number' } } as const;
    const when = at('24T10:00');
    expect(sumBelow(collect, [done('A', when, number(3)), done('B', when, number(4))])).toMatchObject({
      status: 'done',
      percent: null,
      ...number(7),
    });
    expect(sumBelow(collect, [done('A', when, number(3)), part('B')])).toMatchObject({
      status: 'in_progress',
      value: null,
    });
    const ratio = (a: number, b: number) => ({ value: { type: 'ratio' as const, done: a, total: b } });
    expect(sumBelow(collect, [done('A', when, ratio(1, 2)), done('B', when, ratio(3, 5))])).toMatchObject(
      ratio(4, 7),
    );
    const choice = { value: { type: 'choice' as const, choice: 'Đạt' } };
    expect(sumBelow(collect, [done('A', when, choice)])).toBeNull();
    expect(sumBelow(task, [])).toBeNull();
    expect(sumBelow({ kind: 'acknowledge', spec: null }, [part('A')])).toBeNull();
  });

  test('what is left of several obstacles is no news', () => {
    expect(isNewObstacle('A: thiếu máy; B', 'B')).toBe(false);
    expect(isNewObstacle('A: thiếu máy', 'A: thiếu máy; B')).toBe(true);
    expect(isNewObstacle(null, 'A')).toBe(true);
  });
});

describe('words about passing on', () => {
  test.each([
    ['chuyển xuống', { do: 'pass-on', words: '' }],
    ['Chuyen xuong cap duoi.', { do: 'pass-on', words: '' }],
    ['chuyển xuống: các thôn chụp ảnh kèm theo', { do: 'pass-on', words: 'các thôn chụp ảnh kèm theo' }],
    ['chuyển xuống\nGửi ảnh trước 10:30', { do: 'pass-on', words: 'Gửi ảnh trước 10:30' }],
    ['pass on: with photos', { do: 'pass-on', words: 'with photos' }],
    ['theo cấp dưới', { do: 'compute' }],
    ['tính từ cấp dưới', { do: 'compute' }],
    ['from below', { do: 'compute' }],
    ['đã chuyển xuống thôn', null],
    ['chuyển xuống thôn rồi ạ', null],
    ['chuyển xuống được 70%', null],
    ['xong: chuyển xuống', null],
    ['', null],
  ])('%j', (text, wish) => expect(readCascadeWish(text)).toEqual(wish));
});

describe('the deadline proposed to those below', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '17:00' };
  const book: CalendarBook = { hours, units: [], unitHours: [], days: [], leaves: [] };
  const place = { zone: 'Asia/Ho_Chi_Minh', calendar: calendarOf(book, null) };
  test.each([
    ['24T08:00', '30T17:00', '27T17:00'], // a Monday's: the Friday before
    ['24T08:00', '26T16:00', '25T16:00'],
    ['24T08:00', '24T17:00', '24T12:30'],
    ['24T16:50', '24T17:00', '24T17:00'],
  ])('now %s, due %s: %s', (now, due, expected) => {
    expect(proposeEarlierDue(at(due), at(now), place)).toEqual(at(expected));
  });
  test('there is none where there is none', () => {
    expect(proposeEarlierDue(null, at('24T08:00'), place)).toBeNull();
    expect(proposeEarlierDue(at('24T08:00'), at('24T08:00'), place)).toBeNull();
  });
});
