import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { planOrganisation } from './organisation.js';
import type { Ledger, Obligation } from './ledger.js';
import { check } from './properties.js';
import { planRequests } from './requests.js';
import { home, type Deed, type Timed } from './types.js';

const plans = planOrganisation(12, 1);
const at = (text: string) => DateTime.fromISO(`2027-03-${text}`, { zone: home }).toMillis();
const said = (when: string, what: string, chat = 'TH001') => ({ at: at(when), chat, what, messageId: 1 });
const did = (when: string, deed: Deed): Timed<Deed> => ({ at: at(when), deed });
const duty: Obligation = {
  ...{ key: 'Kiểm kê', unit: 'TH001', due: at('10T17:00'), urgent: false },
  ...{ isMoved: false, endedAt: at('20T00:00') },
};
const sent = said('08T09:00', 'directive Kiểm kê');
const called = said('10T15:00', 'reminder: Kiểm kê');
/** A ledger in which all is well. */
const good: Ledger = {
  ...{ plans, seen: [sent, called], done: [], stops: [], end: at('12T00:00'), obligations: [duty] },
};
const answer: Deed = {
  ...{ do: 'answer', key: 'Kiểm kê', kind: 'task', unit: 'TH001' },
  ...{ word: 'done', by: 'press' },
};
const daily = planRequests(plans, 1)[0]!;
const five = Array.from({ length: 5 }, (_, index) => said(`10T1${index}:30`, `directive Việc ${index}`));

describe('a promise that is broken is seen', () => {
  test('and only then', () => expect(check(good)).toEqual([]));
  test.each<[string, Partial<Ledger>]>([
    ['no reminder after an answer', { done: [did('10T14:00', answer)] }],
    ['nothing in the night or on a day off', { seen: [sent, called, said('10T21:00', 'reminder: Kiểm kê')] }],
    ['nothing in the night or on a day off', { seen: [sent, called, said('13T10:00', 'follow-up Kiểm kê')] }],
    ['never over budget', { seen: [sent, ...five, called, said('10T16:00', 'reminder: Kiểm kê')] }],
    [
      'never over budget',
      { seen: [sent, ...five, called, said('10T16:00', 'reminder: Kiểm kê | Tiêm chủng')] },
    ],
    [
      'never over budget',
      { seen: [sent, called, ...five, said('10T19:00', 'lead by name Kiểm kê: silent TH001')] },
    ],
    ['a last call before every deadline', { seen: [sent] }],
    ['each period once', { done: [did('09T07:00', { do: 'every', request: daily })] }],
    [
      'each period once',
      { seen: [...good.seen, ...[1, 2].map(() => said('09T09:00', 'card Sĩ số (2027-03-09)'))] },
    ],
    [
      'each step once',
      {
        seen: [
          ...good.seen,
          ...['11', '12'].map((d) =>
            said(`${d}T08:00`, 'lead Kiểm kê: silent TH001, received TH002', 'lead XA01'),
          ),
        ],
      },
    ],
    [
      'each step once',
      { seen: [sent, ...['14:00', '15:00'].map((time) => said(`10T${time}`, 'follow-up Kiểm kê')), called] },
    ],
    ['each directive once a group', { seen: [sent, sent, called] }],
  ])('%s (%#)', (rule, change) => {
    const violations = check({ ...good, ...change });
    expect(new Set(violations.map((one) => one.rule))).toEqual(new Set([rule]));
  });
  test('a last call that another matter’s last call repeats costs no message', () => {
    const other = { ...duty, key: 'Tiêm chủng', due: at('10T16:30') };
    const seen = [sent, ...five, called, said('10T16:00', 'reminder: Kiểm kê | Tiêm chủng')];
    expect(check({ ...good, obligations: [duty, other], seen })).toEqual([]);
  });
  test('a last call is not asked of whoever answered, was away, or came to it too late', () => {
    const silent = { ...good, seen: [sent] };
    expect(check({ ...silent, done: [did('10T16:00', answer)] })).toEqual([]);
    expect(check({ ...silent, stops: [{ from: at('10T13:00'), until: at('10T18:00') }] })).toEqual([]);
    expect(check({ ...silent, done: [did('09T10:00', { do: 'kick', unit: 'TH001' })] })).toEqual([]);
    expect(check({ ...silent, seen: [said('10T16:20', 'directive Kiểm kê')] })).toEqual([]);
  });
});
