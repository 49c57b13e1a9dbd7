import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../reading/read-reply.js';
import { unanswered, isAwaiting } from './answer-state.js';
import { applyByTerms, replayByTerms, type Asked } from './apply-by-terms.js';
import { choose, decide, type Said } from './said.js';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 23, n));
const task: Asked = { kind: 'task', terms: { acceptance: true } };
const plain: Asked = { kind: 'task', terms: null };
const accepted = (at: Date) => decide({ to: 'accepted', doneAt: at.toISOString() });
const returned = decide({ to: 'returned' }, 'thiếu ảnh');
const replay = (asked: Asked, ...all: Said[]) =>
  replayByTerms(
    asked,
    all.map((said, index) => ({ said, at: hour(index + 1) })),
  );

describe('work that the issuer accepts', () => {
  it('waits as claimed, and is done as of the claim', () => {
    expect(replay(task, choose('done'))).toMatchObject({ state: 'done', claimedAt: hour(1), doneAt: null });
    const done = replay(task, choose('done'), choose('acknowledged'), accepted(hour(1)));
    expect(done).toMatchObject({ state: 'accepted', claimedAt: null, doneAt: hour(1) });
  });
  it('is owed again when it was given back, and claimed anew', () => {
    const back = replay(task, choose('done'), returned);
    expect(back).toMatchObject({ state: 'returned', answeredAt: null, claimedAt: null, percent: null });
    const again = replay(task, choose('done'), returned, choose('acknowledged'), choose('done'));
    expect(again).toMatchObject({ state: 'done', answeredAt: hour(3), claimedAt: hour(4) });
    expect(replay(task, choose('done'), returned, choose('acknowledged')).state).toBe('returned');
  });
  it('needs no acceptance when an admin enters it', () => {
    const correction: Said = { ...choose('done'), isCorrection: true };
    expect(replay(task, correction)).toMatchObject({ state: 'accepted', doneAt: hour(1) });
    expect(replay(task, choose('done'), correction)).toMatchObject({ state: 'accepted', doneAt: hour(1) });
    const back: Said = { ...choose('in_progress'), isCorrection: true };
    expect(replay(task, choose('done'), accepted(hour(1)), back)).toMatchObject({
      state: 'in_progress',
      doneAt: null,
    });
  });
  it('waits with its figure, and a figure that was given back is none', () => {
    const asked: Asked = { kind: 'collect', terms: { acceptance: true } };
    const five: Said = { ...choose('done'), value: { type: 'number', number: 5 } };
    expect(replay(asked, five)).toMatchObject({ state: 'done', value: five.value, doneAt: null });
    expect(replay(asked, five, returned)).toMatchObject({ state: 'returned', value: null });
  });
});

const status = fc.constantFrom<Status | null>('acknowledged', 'in_progress', 'blocked', 'done', null);
const said = fc.oneof(
  status.map((word): Said => ({ ...choose('done'), status: word })),
  fc.constant(returned),
  fc.constant(accepted(hour(0))),
);
const series = fc
  .array(said, { maxLength: 12 })
  .map((all) => all.map((one, index) => ({ said: one, at: hour(index + 1) })));

describe('any series of words and decisions', () => {
  it('is fulfilled when it was accepted, claimed when it waits, and never both', () => {
    fc.assert(
      fc.property(series, (replies) => {
        const state = replayByTerms(task, replies);
        expect(state.doneAt !== null).toBe(state.state === 'accepted');
        expect(state.claimedAt !== null).toBe(isAwaiting(state));
      }),
    );
  });
  it('stays accepted whatever members say', () => {
    fc.assert(
      fc.property(series, status, (replies, word) => {
        const done = applyByTerms(task, replayByTerms(task, replies), accepted(hour(0)), hour(20));
        expect(applyByTerms(task, done, { ...choose('done'), status: word }, hour(21))).toEqual(done);
      }),
    );
  });
  it('owes an answer after it was given back, and after no word more than it', () => {
    fc.assert(
      fc.property(series, (replies) => {
        const back = applyByTerms(task, replayByTerms(task, replies), returned, hour(20));
        expect(back).toMatchObject({ state: 'returned', answeredAt: null, doneAt: null });
      }),
    );
  });
  it('comes to what the words alone come to where nobody accepts', () => {
    fc.assert(
      fc.property(series, (replies) => {
        const words = replies.filter((one) => !one.said.decision);
        const state = replayByTerms(plain, words);
        expect(state.claimedAt).toBeNull();
        expect(words.length > 0 || state === unanswered).toBe(true);
        const held = replayByTerms(task, words);
        expect({ ...held, claimedAt: null, doneAt: held.claimedAt }).toEqual(state);
      }),
    );
  });
});
