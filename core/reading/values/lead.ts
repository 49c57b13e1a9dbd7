import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import { isSameWord } from './phrase-list.js';

/** `Năm học này`, `Trong tháng`, `Tuần 37`: of when it is told. */
const TIME =
  /^(?:(?:trong )?(?:nam|nien|vu|mua|dot|ky|khoa|tuan|thang|quy)(?: [a-z]+){0,2} (?:nay|vua qua)|trong (?:ngay|tuan|thang|quy|nam|dot|ky)|(?:tuan|thang|quy|dot))(?= |$)/;

/** `Đoàn xã mình`: whose it is; the name Minh is none. */
const OURS = /^(?:mình|minh|tôi|toi|tui)$/;

/** The words before a figure without those that only tell of when it is or whose: of `Niên vụ này thu` only the last. */
export function leadOf(answer: Answer, { before }: Figure, asked: Asked): readonly number[] {
  const { tokens } = answer;
  const ours = before.findLastIndex((at) => OURS.test(tokens[at]!.raw));
  // `phát bà con mình 85 thùng` tells of a deed.
  const isWhose = ours === 0 || (ours > 0 && isUnit(answer, before[0]));
  const own = isWhose && tokens[before[ours]! - 1]?.fold !== 'cho' ? before.slice(ours + 1) : before;
  const time = TIME.exec(own.map((at) => tokens[at]!.fold).join(' '))?.[0];
  const rest = time === undefined ? own : own.slice(time.split(' ').length);
  return isUnit(answer, rest[0]) ? fromTitle(answer, rest, asked) : rest;
}

/** `tổ công tác`, `chi hội`: who did it. */
const isUnit = ({ tags, tokens, names }: Answer, at: number | undefined): boolean =>
  at !== undefined && (tags[at]!.includes('place') || names.has(at) || BODIES.test(tokens[at]!.fold));

const BODIES = /^(?:chi|ban|hoi|doan|truong|cho|htx|ubnd)$/;

/** From where they are the title's: of `tổ công tác tạm giữ` those that tell what was done. */
function fromTitle(answer: Answer, before: readonly number[], asked: Asked): readonly number[] {
  const telling = asked.telling.filter(({ key }) => !asked.plainWords.has(key));
  const isTold = (at: number) => telling.some((word) => isSameWord(answer.tokens[at]!, word, answer));
  const isAll = telling.every((word) => before.some((at) => isSameWord(answer.tokens[at]!, word, answer)));
  const first = before.findIndex(isTold);
  return isAll && first > 0 ? before.slice(first) : before;
}
