import { createPart, type Part } from '../clause/part.js';
import { tags } from '../clause/sense.js';
import type { Tag } from '../words/tags.js';
import { isMark } from './place.js';

const TIMES = tags('day', 'today', 'ago', 'now');
// What may belong to the time before it.
const JOINED = tags('day', 'today', 'ago', 'now', 'more');

/** The last part; asking an empty list for its last would look -1 up as a name. */
export function lastOf(parts: readonly Part[]): Part | undefined {
  return parts.length > 0 ? parts[parts.length - 1] : undefined;
}

/** Adds a part, together with the ones before it where they tell one time or one share. */
export function addPart(settled: Part[], part: Part): void {
  if (!JOINED.holds(part) && part.tokens[0]!.kind !== 'number') {
    settled.push(part);
    return;
  }
  const before = lastOf(settled);
  // `tầm 1h nữa`
  if (part.tag === 'more')
    return before?.tag === 'day' && before.tokens.at(-1)!.kind === 'clock'
      ? join(settled, 1, part, 'ahead')
      : void settled.push(part);
  const earlier = settled.length > 1 ? settled[settled.length - 2] : undefined;
  if (!before || isMark(before)) settled.push(part);
  // `từ chập tối`
  else if (before.tag === null && earlier && isSince(earlier) && part.tag === 'day')
    join(settled, 2, part, 'ago');
  // `hôm thứ 2`, `hôm 20`
  else if (isSince(before) && /^(?:thu|hom)$/.test(before.tokens.at(-1)!.fold) && isFigure(part))
    join(settled, 1, part, 'ago');
  // `từ hôm mùng 5`
  else if (isFigure(part) && earlier && isSince(earlier) && /^m[uo]ng$/.test(before.tokens[0]!.fold))
    join(settled, 2, part, 'ago');
  // `từ thứ 2`, `hôm thứ 6`, `hồi 9h`
  else if (isSince(before) && TIMES.holds(part)) join(settled, 1, part, 'ago');
  else if (isBefore(before) && part.tag === 'day') join(settled, 1, part, 'within');
  else if (isAtHour(before, earlier) && part.tokens[0]!.kind === 'clock')
    // English `filed at 10:15` tells what was.
    join(settled, 1, part, before.tag === null ? 'ago' : 'hour');
  else if (isPartOfDay(before, part)) join(settled, 1, part, before.tag);
  // `2 phần 3`
  else if (isFigure(earlier) && before.tokens[0]!.fold === 'phan' && isFigure(part))
    join(settled, 2, part, 'some');
  else settled.push(part);
}

function join(settled: Part[], count: number, last: Part, tag: Tag | null): void {
  const joined = [...settled.splice(-count, count), last];
  settled.push(
    createPart(
      tag,
      joined.flatMap(({ tokens }) => tokens),
    ),
  );
}

function isSince(part: Part): boolean {
  return part.tag === 'since' || part.guesses.includes('since');
}

/** `trước 17h`, `trước thứ 6` */
function isBefore(part: Part): boolean {
  return part.tag === 'at' && part.tokens[0]!.fold === 'truoc';
}

/** `em gửi lúc 9h` tells what was; `lúc 9h em gửi` what will be. */
function isAtHour(part: Part, earlier: Part | undefined): boolean {
  const word = part.tokens.at(-1)!.fold;
  const isAt = (part.tag === 'at' && word === 'luc') || (part.tag === null && word === 'at');
  return isAt && earlier !== undefined && !isMark(earlier);
}

/** `2h sáng` */
function isPartOfDay({ tag, tokens }: Part, time: Part): boolean {
  const isHour = (tag === 'day' || tag === 'hour') && tokens.at(-1)!.kind === 'clock';
  return (
    isHour && time.tokens.length === 1 && /^(?:sang|trua|chieu|toi|dem|khuya)$/.test(time.tokens[0]!.fold)
  );
}

function isFigure(part: Part | undefined): boolean {
  return part?.tokens[0]!.kind === 'number';
}
