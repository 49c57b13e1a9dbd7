import { describe, expect, test } from 'vitest';
import { judgeRequest, type TimeRequest } from './judge-request.js';

const day = (n: number, hour = 10) => new Date(Date.UTC(2026, 10, n, hour));
const usual: TimeRequest = {
  ...{ now: day(24), dueAt: day(27), wishedAt: day(29), doneAt: null },
  ...{ isPending: false, decided: 0, grantedDays: 2 },
};

describe('a request for more time', () => {
  test.each<[string, Partial<TimeRequest>, ReturnType<typeof judgeRequest>]>([
    ['is granted by rule when it is the first and modest', {}, 'grant'],
    ['goes to the issuer when there is no rule', { grantedDays: 0 }, 'ask'],
    ['goes to the issuer when it wishes for more', { wishedAt: day(29, 11) }, 'ask'],
    ['goes to the issuer when it names no time', { wishedAt: null }, 'ask'],
    ['goes to the issuer when it is not the first', { decided: 1 }, 'ask'],
    ['is never granted by rule after the deadline', { now: day(27, 11) }, 'lateAsk'],
    ['counts as in time at the very deadline', { now: day(27) }, 'grant'],
    ['waits with the one before it', { isPending: true }, 'pending'],
    ['waits with the one before it, late or not', { isPending: true, now: day(28) }, 'pending'],
    ['is needless when the work is done', { doneAt: day(23), isPending: true }, 'done'],
    ['is needless without a deadline', { dueAt: null }, 'noDeadline'],
  ])('%s', (_, change, ruling) => {
    expect(judgeRequest({ ...usual, ...change })).toBe(ruling);
  });
});
