import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyReply, unanswered } from './answer-state.js';
import { replayByTerms } from './apply-by-terms.js';
import { choose, hear, type Said } from './said.js';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 24, n));
const correct = (text: string): Said => ({ ...hear('task', null, text), isCorrection: true });
const clear: Said = { ...choose('acknowledged'), status: null, isCorrection: true };

describe('an answer that an admin enters', () => {
  test('takes back what the unit said, as no "received" of the unit does', () => {
    const done = applyReply('task', unanswered, choose('done'), hour(1));
    expect(applyReply('task', done, choose('acknowledged'), hour(2)).state).toBe('done');
    const corrected = applyReply('task', done, correct('đã nhận'), hour(2));
    expect(corrected).toMatchObject({
      state: 'acknowledged',
      percent: null,
      doneAt: null,
      answeredAt: hour(1),
    });
  });

  test('counts from the moment it was phoned in, and never makes a unit later than it was', () => {
    const done = applyReply('task', unanswered, choose('done'), hour(5));
    expect(applyReply('task', done, correct('xong'), hour(3)).doneAt).toEqual(hour(3));
    expect(applyReply('task', done, correct('xong'), hour(8)).doneAt).toEqual(hour(5));
  });

  test('clears everything when it holds no answer, and what comes later counts again', () => {
    const cleared = replayByTerms({ kind: 'task', terms: null }, [
      { said: choose('done'), at: hour(1) },
      { said: clear, at: hour(2) },
    ]);
    expect(cleared).toEqual(unanswered);
    expect(applyReply('task', cleared, choose('in_progress'), hour(3)).answeredAt).toEqual(hour(3));
  });

  test('replaces a figure', () => {
    const given = applyReply('collect', unanswered, hear('collect', { type: 'number' }, '15'), hour(1));
    const said = { ...hear('collect', { type: 'number' }, '12'), isCorrection: true as const };
    expect(applyReply('collect', given, said, hour(2)).value).toEqual({ type: 'number', number: 12 });
  });

  test('leaves nothing of what was said before, whatever that was', () => {
    const statuses = fc.constantFrom('acknowledged', 'in_progress', 'blocked', 'done' as const);
    fc.assert(
      fc.property(fc.array(statuses, { maxLength: 5 }), (said) => {
        const before = replayByTerms(
          { kind: 'task', terms: null },
          said.map((status, index) => ({ said: choose(status), at: hour(index) })),
        );
        const after = applyReply('task', before, correct('đang làm 40%'), hour(9));
        expect(after).toMatchObject({ state: 'in_progress', percent: 40, difficulty: null, doneAt: null });
      }),
    );
  });
});
