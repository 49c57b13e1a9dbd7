import type { Span, Unit } from '../wish.js';

/** Pieces of patterns for Vietnamese, folded; `tiep` also stands for `tới` written with its mark. */
export const TENS = '(?:(?:hai |ba )?muoi(?: (?:mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin))?)';
export const ONES = '(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin)';
export const COUNT = `(\\d{1,4}|${TENS}|${ONES})`;
export const PART = '(?:buoi )?(sang|trua|chieu|tooi|toi(?= |$|,)(?! thu| ngay| t\\d| \\d)|dem|khuya)';
export const WHICH = '(nay|sau nua|toi nua|tiep nua|sau|toi|ke tiep|tiep theo|tiep|nua)';
/** `tháng sáu` without marks is next month; with them it is read as 6. */
export const MONTH = '(\\d{1,2}|mot|hai|ba|tu|nam|bay|tam|chin|muoi(?: mot| hai)?)';
export const SPAN = '(tuan|thang|quy|nam)';

const UNITS: Record<string, Unit> = {
  phut: 'minute',
  p: 'minute',
  tieng: 'hour',
  'tieng dong ho': 'hour',
  gio: 'hour',
  g: 'hour',
  h: 'hour',
  'gio dong ho': 'hour',
  ngay: 'day',
  hom: 'day',
  bua: 'day',
  'ngay lam viec': 'workingDay',
  'ngay lv': 'workingDay',
  'ngay cong': 'workingDay',
  'ngay hanh chinh': 'workingDay',
  tuan: 'week',
  'tuan le': 'week',
  thang: 'month',
  nam: 'year',
  quy: 'quarter',
};
export const UNIT =
  '(ngay lam viec|ngay lv|ngay cong|ngay hanh chinh|tieng dong ho|gio dong ho|tuan le|phut|tieng|gio|ngay|hom|bua|tuan|thang|quy|nam|p(?= |$)|h|g)';
export const unitOf = (word: string | undefined): Unit => UNITS[word ?? ''] ?? 'day';

const SPANS: Record<string, Span> = { tuan: 'week', thang: 'month', quy: 'quarter', nam: 'year' };
export const spanOf = (word: string | undefined): Span => SPANS[word ?? ''] ?? 'week';

/** This one 0, the next 1, the one after it 2. */
export function shiftOf(which: string | undefined): number {
  if (which === undefined || which === 'nay') return 0;
  return which.endsWith(' nua') ? 2 : 1;
}

const WEEKDAYS: Record<string, number> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };
/** Of `2` to `7` or the word for it; Sunday for anything else. */
export const weekdayOf = (word: string | undefined): number =>
  /^[2-7]$/.test(word ?? '') ? Number(word) - 1 : (WEEKDAYS[word ?? ''] ?? 7);

export const ONE_DAY = '(?:(?:thu|th) ?(?:hai|ba|tu|nam|sau|bay)|(?:thu|th|t) ?[2-7]|chu nhat|cn)';

/** 1 Monday … 7 Sunday, each once, in order. */
export function weekdaysIn(words: string): number[] {
  const named = words.match(/[2-7]|\b(?:hai|ba|tu|nam|sau|bay|chu nhat|cn)\b/g) ?? [];
  return [...new Set(named.map((one) => weekdayOf(one)))].sort();
}
