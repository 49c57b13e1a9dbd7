import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { isEdge, isUnmarked, type Place } from './place.js';
import { isSingle } from './rule.js';

/** `chưa sắp được ngày`, `sắp theo số thứ tự`, `sắp lại lịch trực`: to arrange. */
export const isArranging = (part: Part, { before, next }: Place): boolean =>
  isSingle(part, 'sap') &&
  (/^(?:theo|xep)$/.test(foldedWords(next)) ||
    (foldedWords(next) === 'lai' && before?.tag !== 'doing') ||
    (/^(?:not|notYet)$/.test(before?.tag ?? '') && next?.tag === 'able'));

const EXCUSES = /(?:^| )(?:thong cam|bo qua|luong thu|tha loi)(?: |$)/;

/** `nộp muộn 1 hôm mong anh thông cảm` */
export const isExcuse = (part: Part, { parts, at }: Place): boolean =>
  foldedWords(part) === 'mong' && EXCUSES.test(joinedWords(parts.slice(at + 1, at + 4)));

/** `chỉ tiêu tuyển quân đủ`: what it is about */
export const isTarget = (part: Part, { before }: Place): boolean =>
  part.tokens.length === 2 &&
  foldedWords(part) === 'chi tieu' &&
  (isEdge(before) || before!.tokens[0]!.kind === 'percent');

/** `ban cung thu hai em mang qua` without marks: on Monday, since who does it follows. */
export const isWeekday = (part: Part, { parts, at, next }: Place): boolean =>
  isSingle(part, 'thu') &&
  isUnmarked(part.tokens[0]!) &&
  /^(?:hai|ba|tu|nam|sau|bay)$/.test(next?.tokens[0]!.raw.toLowerCase() ?? '') &&
  next!.tokens.length === 1 &&
  parts[at + 2]?.tag === 'self';
