import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Status } from '../reading/read-reply.js';
import { applyByTerms, replayByTerms, type Asked } from '../replies/apply-by-terms.js';
import { unanswered } from '../replies/answer-state.js';
import { choose, decide, type Said } from '../replies/said.js';
import { countAnswer, type Answerer, type Quorum } from './quorum.js';
import { readQuorum } from './read-quorum.js';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n));
const binh: Answerer = {
  personId: 5,
  names: ['Bình', 'Nguyễn Văn Bình'],
  usernames: ['Binh'],
  mayAnswerFor: false,
};
const lead: Answerer = { ...binh, personId: 6, names: ['An'], usernames: [], mayAnswerFor: true };

describe('who answers, as it is said', () => {
  const named = (need: number, ...names: string[]) => ({ quorum: { who: 'named', names, need } });
  test.each([
    ['phụ trách', { quorum: { who: 'lead' } }],
    ['Nguoi phu trach don vi.', { quorum: { who: 'lead' } }],
    ['the lead', { quorum: { who: 'lead' } }],
    ['mọi người', { quorum: { who: 'all' } }],
    ['everyone on the list', { quorum: { who: 'all' } }],
    ['ai cũng được', { quorum: null }],
    ['@binh', named(1, '@binh')],
    ['2 trong @binh @chi, @dung', named(2, '@binh', '@chi', '@dung')],
    ['2 trong số: Nguyễn Văn Bình; Trần Thị Chi', named(2, 'Nguyễn Văn Bình', 'Trần Thị Chi')],
    ['1 of @binh and @chi', named(1, '@binh', '@chi')],
    ['Bình và Chi', named(2, 'Bình', 'Chi')],
    ['@binh @BINH', named(1, '@binh')],
    ['3 trong @binh @chi', { wrong: '3 trong @binh @chi' }],
    ['0 of @binh', { wrong: '0 of @binh' }],
  ])('%s', (text, reading) => {
    expect(readQuorum(text)).toEqual(reading);
  });
});

describe('as what an answer counts', () => {
  const count = (quorum: Quorum, who: Answerer | null, more = {}) =>
    countAnswer({ quorum, hasLead: true, members: [], ...more }, who);
  const some: Quorum = { who: 'named', names: ['@chi', '@binh'], need: 1 };
  test.each([
    ['the lead', count({ who: 'lead' }, lead), { as: 'unit' }],
    ['somebody else than the lead', count({ who: 'lead' }, binh), { as: 'nobody' }],
    ['anyone where there is no lead', count({ who: 'lead' }, binh, { hasLead: false }), { as: 'unit' }],
    ['one of those named', count(some, binh), { as: 'person', key: 'n1', of: 1 }],
    ['a lead who is not named', count(some, lead), { as: 'nobody' }],
    ['one on the list', count({ who: 'all' }, binh, { members: [4, 5] }), { as: 'person', key: 'p5', of: 2 }],
    ['one who is not on it', count({ who: 'all' }, binh, { members: [4] }), { as: 'nobody' }],
    ['anyone where there is no list', count({ who: 'all' }, binh), { as: 'unit' }],
    ['nobody knows who', count(some, null), { as: 'nobody' }],
  ])('%s', (_, counted, expected) => {
    expect(counted).toEqual(expected);
  });
});

const three: Asked = { kind: 'task', terms: { quorum: { who: 'named', names: ['a', 'b', 'c'], need: 2 } } };
const says = (key: string, status: Status, of = 2): Said => ({ ...choose(status), by: { key, of } });
const replay = (asked: Asked, ...all: Said[]) =>
  replayByTerms(
    asked,
    all.map((said, index) => ({ said, at: hour(index + 1) })),
  );

describe('what several persons come to', () => {
  test('is answered and done when enough of them have, as of the last of these', () => {
    expect(replay(three, says('n0', 'done'))).toMatchObject({
      state: 'in_progress',
      answeredAt: null,
      doneAt: null,
    });
    expect(replay(three, says('n0', 'done'), says('n0', 'done'))).toMatchObject({ doneAt: null });
    expect(replay(three, says('n0', 'done'), says('n2', 'in_progress'), says('n2', 'done'))).toMatchObject({
      ...{ state: 'done', answeredAt: hour(2), doneAt: hour(3) },
    });
  });
  test('takes no account of others, and all of an admin', () => {
    const aside: Said = { ...choose('done'), isAside: true };
    expect(replay(three, aside)).toEqual(unanswered);
    expect(applyByTerms(three, unanswered, aside, hour(1))).toBe(unanswered);
    const entered: Said = { ...choose('done'), isCorrection: true };
    expect(replay(three, entered)).toMatchObject({ state: 'done', doneAt: hour(1) });
    expect(replay(three, entered, says('n0', 'acknowledged'))).toMatchObject({ state: 'done' });
  });
  test('begins anew when the work is given back', () => {
    const asked: Asked = { ...three, terms: { ...three.terms, acceptance: true } };
    const both = [says('n0', 'done'), says('n1', 'done')];
    expect(replay(asked, ...both)).toMatchObject({ state: 'done', claimedAt: hour(2), doneAt: null });
    const back = replay(asked, ...both, decide({ to: 'returned' }, 'thiếu ảnh'), says('n0', 'done'));
    expect(back).toMatchObject({ state: 'returned', answeredAt: null });
    expect(
      replay(asked, ...both, decide({ to: 'returned' }, ''), says('n0', 'done'), says('n2', 'done')),
    ).toMatchObject({ state: 'done', claimedAt: hour(5) });
  });
  test('counts those who are on the list now', () => {
    const asked: Asked = { kind: 'acknowledge', terms: { quorum: { who: 'all' } } };
    const replies = [says('p1', 'acknowledged', 3), says('p2', 'acknowledged', 3)].map((said, index) => ({
      ...{ said, at: hour(index + 1) },
    }));
    expect(replayByTerms(asked, replies, [1, 2, 3])).toMatchObject({ state: 'acknowledged', doneAt: null });
    expect(replayByTerms(asked, replies, [1, 2])).toMatchObject({ state: 'done', doneAt: hour(2) });
    expect(replayByTerms(asked, replies, [1, 4])).toMatchObject({ doneAt: null });
  });

  const status = fc.constantFrom<Status>('acknowledged', 'in_progress', 'blocked', 'done');
  const spoken = fc.array(fc.tuple(fc.constantFrom('n0', 'n1', 'n2'), status), { maxLength: 12 });
  test('is done exactly when so many persons say so last', () => {
    fc.assert(
      fc.property(spoken, fc.integer({ min: 1, max: 3 }), (words, need) => {
        const replies = words.map(([key, word], index) => ({
          said: says(key, word, need),
          at: hour(index + 1),
        }));
        const last = new Map(words.filter(([, word]) => word !== 'acknowledged'));
        const done = [...last.values()].filter((word) => word === 'done').length;
        const state = replayByTerms(three, replies);
        expect(state.doneAt !== null).toBe(done >= need);
        expect(state.answeredAt !== null).toBe(new Set(words.map(([key]) => key)).size >= need);
      }),
    );
  });
  test('is what one person says where one is enough and nobody else speaks', () => {
    fc.assert(
      fc.property(fc.array(status, { maxLength: 8 }), (words) => {
        const at = (index: number) => hour(index + 1);
        const one = words.map((word, index) => ({ said: says('n0', word, 1), at: at(index) }));
        const alone = replayByTerms(
          { kind: 'task', terms: null },
          words.map((word, index) => ({ said: choose(word), at: at(index) })),
        );
        const { state, doneAt, answeredAt } = replayByTerms(three, one);
        expect({ state, doneAt, answeredAt }).toEqual({
          ...{ state: alone.state, doneAt: alone.doneAt, answeredAt: alone.answeredAt },
        });
      }),
    );
  });
});
