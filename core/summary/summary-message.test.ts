import { describe, expect, test } from 'vitest';
import { texts, type Locale } from '../../locales/texts.js';
import { plainText } from '../message.js';
import { createMoments } from './remember.js';
import { splitByUnit, type SummaryContent, type SummaryItem } from './summary-content.js';
import { buildSummary } from './summary-message.js';
import { viewSummary } from './summary-view.js';
import { buildUnitSummary } from './unit-summary.js';

const zone = 'Asia/Ho_Chi_Minh';
const units = [
  { id: 1, code: 'XA01', name: 'Xã An Bình' },
  { id: 2, code: 'XA02', name: 'Xã Bình Minh' },
  { id: 3, code: 'TH01', name: 'Trường Tiểu học An Bình' },
  { id: 4, code: 'XA03', name: 'Xã Cát Lâm' },
];

function item(directiveId: number, unitId: number, facts: Partial<SummaryItem>): SummaryItem {
  return {
    assignmentId: directiveId * 10 + unitId,
    directiveId,
    unitId,
    class: 'openInTerm',
    state: 'waiting',
    percent: null,
    doneCount: null,
    totalCount: null,
    value: null,
    difficulty: null,
    words: '',
    dueAt: directiveId === 1 ? '2026-11-19T10:00:00.000Z' : '2026-11-24T10:00:00.000Z',
    isReachable: true,
    replies: [],
    ...facts,
  };
}

const content: SummaryContent = {
  version: 1,
  period: '2026-W47',
  week: 47,
  startsAt: '2026-11-13T09:00:00.000Z',
  endsAt: '2026-11-20T09:00:00.000Z',
  units,
  directives: [
    {
      id: 1,
      number: 12,
      title: 'Kiểm tra phương án phòng chống lụt bão',
      dueAt: '2026-11-19T10:00:00.000Z',
      spec: null,
      doneBefore: 2,
    },
    {
      id: 2,
      number: 14,
      title: 'Báo cáo sĩ số học sinh',
      dueAt: '2026-11-24T10:00:00.000Z',
      spec: { type: 'number', unit: 'học sinh' },
      doneBefore: 0,
    },
  ],
  items: [
    item(1, 1, {
      class: 'doneInTime',
      state: 'done',
      percent: 100,
      words: 'đã kiểm tra xong 5 thôn',
      replies: [7],
    }),
    item(1, 2, {
      class: 'openOverdue',
      state: 'blocked',
      percent: 60,
      difficulty: 'thiếu 2 máy bơm',
      words: 'mới được 60%, thiếu 2 máy bơm',
      replies: [8, 9],
    }),
    item(1, 3, { class: 'doneLate', state: 'done', replies: [11] }),
    item(1, 4, { class: 'openOverdue', isReachable: false }),
    item(2, 1, {
      class: 'doneInTime',
      state: 'done',
      value: { type: 'number', number: 1250 },
      replies: [10],
    }),
    item(2, 2, {}),
    item(2, 3, { class: 'doneInTime', state: 'done', value: { type: 'number', number: 412 }, replies: [12] }),
  ],
  notices: [13],
  previous: {
    period: '2026-W46',
    week: 46,
    units: [{ unitId: 1, counts: { doneInTime: 1, doneLate: 1, openInTerm: 2, openOverdue: 0 } }],
  },
};
const empty = { ...content, units: [], directives: [], items: [], notices: [], previous: null };

const place = (locale: Locale) => ({ zone, moment: createMoments(texts[locale], zone) });
const whole = (locale: Locale, of: SummaryContent = content, number: number | null = 31) =>
  plainText(
    buildSummary(texts[locale], of, viewSummary(of, null), {
      number,
      name: 'UBND huyện Mẫu Sơn',
      ...place(locale),
    }),
  );
const part = (locale: Locale, unitId: number) => {
  const own = splitByUnit(content)(unitId);
  const unit = units.find(({ id }) => id === unitId);
  const name = unit ? `${unit.code} ${unit.name}` : 'XA09 Xã Kim Sơn';
  return plainText(
    buildUnitSummary(texts[locale], own, viewSummary(own, null), { number: 31, name, ...place(locale) }),
  );
};

describe('the weekly summary in words', () => {
  test('says first what matters, then directive by directive and unit by unit', () => {
    expect(whole('vi')).toMatchSnapshot();
  });
  test('in English', () => {
    expect(whole('en')).toMatchSnapshot();
  });
  test('gives a unit its own part', () => {
    expect(part('vi', 2)).toMatchSnapshot();
    expect(part('en', 1)).toMatchSnapshot();
  });
  test('says so when a unit or a week had nothing', () => {
    expect(part('vi', 99)).toMatchSnapshot();
    expect(whole('vi', empty)).toMatchSnapshot();
    expect(whole('en', empty)).toMatchSnapshot();
  });
  test('figures that are not frozen have no number and say so', () => {
    expect(whole('vi', content, null).split('\n').slice(0, 4)).toMatchSnapshot();
  });
  test('shows a branch only what is its own', () => {
    const view = viewSummary(content, new Set([1, 3]));
    expect(view.units.map(({ unit }) => unit.code)).toEqual(['TH01', 'XA01']);
    expect(view.totals).toEqual({ doneInTime: 3, doneLate: 1, openInTerm: 0, openOverdue: 0 });
    expect(view.before).toEqual({ doneInTime: 1, doneLate: 1, openInTerm: 2, openOverdue: 0 });
  });
});
