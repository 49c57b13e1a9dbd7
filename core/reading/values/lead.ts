import type { Answer } from './answer.js';
import { STATES, type Asked } from './asked.js';
import type { Figure } from './figure.js';
import type { Token } from '../../text/tokens.js';
import { isSameWord } from './phrase-list.js';

/** `Năm học này`, `Trong tháng`, `Tuần 37`: of when it is told. */
const TIME =
  /^(?:(?:trong )?(?:nam|nien|vu|mua|dot|ky|khoa|tuan|thang|quy)(?: [a-z]+){0,2} (?:nay|vua qua)|trong (?:ngay|tuan|thang|quy|nam|dot|ky)|(?:tuan|thang|quy|dot))(?= |$)/;

/** `Đoàn xã mình`: whose it is; the name Minh is none. */
const OURS = /^(?:mình|minh|tôi|toi|tui)$/;

/** The words before a figure without those that only tell of when it is or whose: of `Niên vụ này thu` only the last. */
export function leadOf(answer: Answer, figure: Figure, asked: Asked): readonly number[] {
  const { tokens } = answer;
  const { before, relations } = figure;
  const ours = before.findLastIndex((at) => OURS.test(tokens[at]!.raw));
  // `phát bà con mình 85 thùng` tells of a deed.
  const isWhose = ours === 0 || (ours > 0 && isUnit(answer, before[0]));
  const own = isWhose && tokens[before[ours]! - 1]?.fold !== 'cho' ? before.slice(ours + 1) : before;
  const time = TIME.exec(own.map((at) => tokens[at]!.fold).join(' '))?.[0];
  const rest = time === undefined ? own : own.slice(time.split(' ').length);
  const states = STATES.filter((tag) => asked.states.has(tag));
  const isMet = states.length === 0 || states.some((tag) => relations.has(tag));
  // `làm xong 350 mét`: what was done is what the title tells.
  if (asked.isDeed && rest.length > 0 && tokens[rest[0]!]!.fold === 'lam') return rest.slice(1);
  if (!isMet) return rest;
  return isSpelledOut(answer, figure, asked)
    ? rest.filter((at) => turns(answer, at))
    : fromTitle(answer, rest, asked);
}

/** `tổ công tác`, `chi hội`: who did it. */
const isUnit = ({ tags, tokens, names }: Answer, at: number | undefined): boolean =>
  at !== undefined && (tags[at]!.includes('place') || names.has(at) || BODIES.test(tokens[at]!.fold));

const BODIES = /^(?:chi|ban|hoi|doan|truong|cho|htx|ubnd)$/;

/** `trang web có 1.540 lượt truy cập`: all that the title tells of its thing. */
function isSpelledOut(answer: Answer, { kinds, after }: Figure, asked: Asked): boolean {
  const own = asked.telling.filter(({ key }) => !asked.plainWords.has(key));
  const isTold = (word: Token) =>
    after.slice(0, 5).some((at) => isSameWord(answer.tokens[at]!, word, answer));
  return own.length > 0 && own.every(isTold) && [...kinds].some((kind) => asked.kinds.has(kind));
}

const turns = ({ tokens }: Answer, at: number): boolean => TURNS.test(tokens[at]!.fold);

/** From where they are the title's: of `tổ công tác tạm giữ` those that tell what was done. */
function fromTitle(answer: Answer, before: readonly number[], asked: Asked): readonly number[] {
  const isTold = (word: Token) => before.some((at) => isSameWord(answer.tokens[at]!, word, answer));
  if (asked.main !== null && !isTold(asked.main)) return before;
  const leads = leadsOf(asked);
  const first = before.findIndex((at) => leads.some((word) => isSameWord(answer.tokens[at]!, word, answer)));
  const isDoer = first > 0 && !before.slice(0, first).some((at) => turns(answer, at));
  return isDoer ? before.slice(first) : before;
}

/** What the title tells of the things, of each term its first word: `thường trú` is no `tạm trú`. */
const leadsOf = ({ title, telling, plainWords }: Asked): readonly Token[] => {
  const own = telling.filter(({ key }) => !plainWords.has(key));
  return own.filter((word) => !own.includes(title.tokens[title.tokens.indexOf(word) - 1]!));
};

/** `ngừng cho thuê`, `được giao tiêm`, `chuẩn bị trồng`: these make another deed of the one behind. */
const TURNS =
  /^(?:ngung|dung|thoi|huy|bo|chuan|tinh|xin|nho|doi|muon|tra|giao|nhan|hen|cam|het|stop|cancel|plan)$/;
