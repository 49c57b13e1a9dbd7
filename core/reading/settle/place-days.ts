import { createPart, foldedWords, type Part } from '../clause/part.js';
import {
  mayBeShare,
  sideOfDate,
  sideOfDay,
  sideOfDayAndMonth,
  sideOfWeekday,
  type Side,
} from '../clause/named-day.js';
import { DENIALS, find, isNumber, isSettled, isVerb, LIGHT, tags } from '../clause/sense.js';
import type { Tag } from '../words/tags.js';
import { isMark } from './place.js';

/**
 * Makes times of the named days, as of the day on which they are named: `12/11 xong` said after it tells what was, said
 * before it what will be, and on that day it may be either, as `hôm nay xong` may. `saidOn`: ISO date; '' changes nothing.
 */
export function placeDays(parts: readonly Part[], saidOn: string): readonly Part[] {
  if (saidOn === '') return parts;
  const placed: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const named = findDay(parts, at, saidOn);
    const count = named?.count ?? 1;
    const tag = named && tagOf(named, parts, at);
    const tokens = parts.slice(at, at + count).flatMap((part) => part.tokens);
    if (tag) placed.push(createPart(tag, tokens));
    else placed.push(...parts.slice(at, at + count));
    at += count - 1;
  }
  return placed;
}

interface Named {
  side: Side;
  /** Of how many parts its name is made. */
  count: number;
}

const NAMES_DAY = tags('day', 'ago');
const LEADS = /^(?:ngay|hom|mung|mong|ngay hom|vao ngay|hom ngay)$/;
// The moon's days, and days of another week.
const OTHERWISE = /^(?:tet|am|am lich|nay|toi|sau|truoc|roi|qua|tuan|tuan \S+|thang \S+)$/;

/** `12/11`, `thứ 6`, `ngày 20`, `mùng 5`, `ngày 12 tháng 11`, `hôm 20` */
function findDay(parts: readonly Part[], at: number, saidOn: string): Named | null {
  const part = parts[at]!;
  const last = part.tokens.at(-1)!;
  if (NAMES_DAY.holds(part)) {
    const isHom = part.tag === 'ago' && part.tokens[0]!.fold === 'hom' && last.kind === 'number';
    const isWeekday = part.tag === 'day' && !OTHERWISE.test(foldedWords(parts[at + 1]));
    const side =
      sideOfDate(last, saidOn) ??
      (isHom && part.tokens.length === 2 ? sideOfDay(Number(last.raw), saidOn) : null) ??
      (isWeekday ? sideOfWeekday(part.tokens, saidOn) : null);
    return side && { side, count: 1 };
  }
  const day = parts[at + 1]?.tokens[0];
  if (!LEADS.test(foldedWords(part)) || day?.kind !== 'number') return null;
  const isFull = foldedWords(parts[at + 2]) === 'thang' && isNumber(parts[at + 3]);
  const month = isFull ? Number(parts[at + 3]!.tokens[0]!.raw) : null;
  if (month === null && OTHERWISE.test(foldedWords(parts[at + 2]))) return null;
  const side =
    month === null ? sideOfDay(Number(day.raw), saidOn) : sideOfDayAndMonth(Number(day.raw), month, saidOn);
  return side && { side, count: isFull ? 4 : 2 };
}

// Until when, and not when: `đến 12/11`, `hạn 25/11`.
const DUE = /(?:^| )(?:den|toi|han|truoc|tu|ke tu|tinh den|het|chot)$/;
const BESIDE = tags('day', 'today', 'at', 'now', 'hour');

/** What the day makes of its clause; null where it names a thing (`báo cáo ngày 20/11`), or until when. */
function tagOf({ side, count }: Named, parts: readonly Part[], at: number): Tag | null {
  const start = parts.slice(0, at).findLastIndex(isMark) + 1;
  const end = parts.findIndex((part, index) => index >= at + count && isMark(part));
  const clause = parts.slice(start, end < 0 ? parts.length : end);
  const before = parts.slice(start, at);
  const lead = before.findLast((part) => foldedWords(part) !== 'ngay');
  if (DUE.test(foldedWords(lead))) return null;
  const isFirst = before.every((part) => LIGHT.holds(part) || BESIDE.mayHold(part));
  const isBehindVerb = lead !== undefined && (isVerb(lead) || lead.tag === 'already');
  // `hôm 20` tells what was, `từ 25/11` what began then, or will.
  if (parts[at]!.tag === 'ago')
    return side !== 'ahead' ? null : foldedWords(parts[at]).startsWith('hom ') ? 'ambiguous' : 'ahead';
  if (!isFirst && !isBehindVerb) return null;
  if (side === 'either') return 'today';
  if (side === 'ahead') return tagOfComing(parts[at]!, clause, { isFirst, lead });
  if (find(clause, DENIALS)) return null;
  // `11/12 xong`: of which nobody knows whether it is a day
  return before.length === 0 && mayBeShare(parts[at]!.tokens[0]!) ? 'ambiguous' : 'ago';
}

/** Before a day what is said to have been on it contradicts itself, unless the day leads it in as a plan does: `25/11 nộp`. */
function tagOfComing(
  day: Part,
  clause: readonly Part[],
  { isFirst, lead }: { isFirst: boolean; lead: Part | undefined },
): Tag | null {
  if (!isSettled(clause)) return 'ahead';
  const isOfMonth = day.tokens[0]!.kind === 'word';
  // `ngày 20 xong rồi` on the 5th may tell of last month.
  if (isFirst) return isOfMonth ? 'ambiguous' : 'ahead';
  return lead?.tag === 'complete' ? 'ambiguous' : null;
}
