import { texts, type Locale } from '../../locales/texts.js';
import { createMoments } from '../../core/summary/remember.js';
import type { ReportHead, Writing } from '../../core/report/report-head.js';
import type { SummaryContent, SummaryItem } from '../../core/summary/summary-content.js';
import { viewSummary } from '../../core/summary/summary-view.js';

const zone = 'Asia/Ho_Chi_Minh';
export const place = { zone, weekStart: 'mon' } as const;

export const units = [
  { id: 9, code: 'HUYEN', name: 'UBND huyện Mẫu Sơn', parentId: null },
  { id: 3, code: 'TH01', name: 'Trường Tiểu học An Bình', parentId: 1 },
  { id: 1, code: 'XA01', name: 'Xã An Bình', parentId: 9 },
  { id: 2, code: 'XA02', name: 'Xã Bình Minh', parentId: 9 },
  { id: 4, code: 'XA03', name: 'Xã Cát Lâm', parentId: 9 },
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
    proposal: null,
    result: null,
    nextStep: null,
    words: '',
    dueAt: Date.parse(directiveId === 1 ? '2026-11-19T10:00:00.000Z' : '2026-11-24T10:00:00.000Z'),
    answeredAt: null,
    doneAt: null,
    personId: null,
    isReachable: true,
    replies: [],
    ...facts,
  };
}

const done = (at: string) => ({ state: 'done', answeredAt: Date.parse(at), doneAt: Date.parse(at) }) as const;
const counts = (doneInTime: number, doneLate: number, openInTerm: number, openOverdue: number) => ({
  ...{ doneInTime, doneLate, openInTerm, openOverdue },
});

const standing = {
  ...{ percent: null, doneCount: null, totalCount: null, value: null, words: '' },
  dueAt: Date.parse('2026-11-19T10:00:00.000Z'),
};

/** A week of a district as it would be frozen: something of everything that a report tells. */
export const content: SummaryContent = {
  kind: 'week',
  period: '2026-W47',
  startsAt: '2026-11-13T09:00:00.000Z',
  endsAt: '2026-11-20T09:00:00.000Z',
  units,
  directives: [
    {
      ...{ id: 1, number: 12, title: 'Kiểm tra phương án phòng chống lụt bão', spec: null, doneBefore: 2 },
      ...{ sentAt: '2026-11-16T01:00:00.000Z', dueAt: '2026-11-19T10:00:00.000Z' },
    },
    {
      ...{ id: 2, number: 14, title: 'Báo cáo sĩ số học sinh', doneBefore: 0 },
      ...{ sentAt: '2026-11-17T01:00:00.000Z', dueAt: '2026-11-24T10:00:00.000Z' },
      spec: { type: 'number', unit: 'học sinh' },
    },
  ],
  items: [
    item(1, 1, {
      ...{ class: 'doneInTime', ...done('2026-11-16T03:00:00.000Z'), percent: 100, personId: 5 },
      ...{ words: 'đã kiểm tra xong, không có thiệt hại', result: 'không có thiệt hại', replies: [7] },
      nextStep: 'trực ban 24/24 đến hết tuần',
    }),
    item(1, 2, {
      ...{
        class: 'openOverdue',
        state: 'blocked',
        percent: 60,
        answeredAt: Date.parse('2026-11-18T02:00:00.000Z'),
      },
      ...{ difficulty: 'thiếu 2 máy bơm', proposal: 'cấp thêm 2 máy bơm', replies: [8, 9] },
      words: 'mới được 60%, thiếu 2 máy bơm',
    }),
    item(1, 3, {
      ...{
        class: 'doneLate',
        ...done('2026-11-20T01:00:00.000Z'),
        words: 'Không thiệt hại gì',
        replies: [11],
      },
    }),
    item(1, 4, { class: 'openOverdue', isReachable: false }),
    item(2, 1, {
      ...{ class: 'doneInTime', ...done('2026-11-17T02:30:00.000Z'), personId: 5 },
      ...{ value: { type: 'number', number: 1250 }, replies: [10] },
    }),
    item(2, 2, {}),
    item(2, 3, {
      ...{ class: 'doneInTime', ...done('2026-11-18T01:00:00.000Z') },
      ...{ value: { type: 'number', number: 412 }, replies: [12] },
    }),
  ],
  notices: [13],
  history: [
    {
      period: '2026-W46',
      units: [
        { unitId: 9, parentId: null, counts: counts(0, 0, 0, 0) },
        { unitId: 1, parentId: 9, counts: counts(1, 1, 2, 0) },
        { unitId: 3, parentId: 2, counts: counts(1, 2, 0, 1) },
      ],
    },
    { period: '2026-W45', units: [{ unitId: 1, parentId: 9, counts: counts(2, 1, 1, 3) }] },
  ],
  yearBefore: { period: '2025-W47', units: [{ unitId: 2, parentId: 9, counts: counts(3, 1, 0, 1) }] },
  asks: [
    {
      ...{ assignmentId: 22, directiveId: 2, unitId: 2, replyId: 15 },
      ...{ askedAt: '2026-11-19T02:00:00.000Z', wishedAt: '2026-11-26T10:00:00.000Z' },
    },
  ],
  deliveries: [
    { unitId: 1, sent: 2, failed: 0, uncertain: 0, waiting: 0 },
    { unitId: 2, sent: 1, failed: 0, uncertain: 1, waiting: 0 },
    { unitId: 3, sent: 2, failed: 0, uncertain: 0, waiting: 0 },
    { unitId: 4, sent: 0, failed: 1, uncertain: 0, waiting: 0 },
  ],
  undelivered: [
    { unitId: 4, number: 12, state: 'failed' },
    { unitId: 2, number: 14, state: 'uncertain' },
  ],
  readings: [
    { unitId: 1, read: 2, corrected: 0, unread: 0 },
    { unitId: 2, read: 2, corrected: 1, unread: 1 },
    { unitId: 3, read: 2, corrected: 0, unread: 0 },
  ],
  corrections: {
    ...{ number: 30, year: 2026 },
    list: [
      {
        ...{ kind: 'late', assignmentId: 1, directiveId: 1, number: 12, unitId: 3, replies: [11] },
        before: { ...standing, class: 'openOverdue', state: 'waiting' },
        after: { ...standing, class: 'doneLate', state: 'done', words: 'Không thiệt hại gì' },
      },
    ],
  },
  known: { replyId: 15, versionId: 20 },
};

export const empty: SummaryContent = {
  ...content,
  ...{ units: [], directives: [], items: [], notices: [], history: [], yearBefore: null, asks: [] },
  ...{ deliveries: [], undelivered: [], readings: [], corrections: null },
};

/** All that the words of a report on it need. */
export function writingOf(
  locale: Locale,
  of: SummaryContent = content,
  head: Partial<ReportHead> = {},
): Writing {
  const t = texts[locale];
  return {
    t,
    content: of,
    view: viewSummary(of),
    head: {
      number: 31,
      name: 'UBND huyện Mẫu Sơn',
      place,
      moment: createMoments(t, zone),
      nameOf: (id) => (id === 5 ? 'Nguyễn Thị Hạnh' : null),
      ...head,
    },
  };
}
