import { foldText } from '../../text/fold.js';
import { readLeadingNumber, type FoundNumber } from '../../text/read-number.js';
import { tokenise, type Token } from '../../text/tokens.js';
import type { AnswerSpec } from '../answer.js';
import { isOfKind, isOfOtherThing, readAsked, type Asked } from './asked.js';
import { chooseFigure, NOT_COUNTED } from './choose-figure.js';
import { escapePattern } from './escape-pattern.js';
import { isNone } from './is-none.js';
import type { ValueReading } from './value-reading.js';
import { withoutCorrected, withoutSubset } from './without-asides.js';

// Words that may stand before an answer: `dạ em báo cáo có 12 lớp ạ`. Any other word makes it a sentence.
const BEFORE = new Set(
  `si dan da vang em xin bao cao la co tong so luong cong so ket qua gom hien nay hnay sua lai xong dung dat dc tat ca duoc khoang tam chung co do gan bc a anh chi ve dv don vi truong xa thon to
  lieu thong ke cap nhat chot minh toi ben kq sl thuc te
  we have there are is the total number of it about roughly kq tong`.split(/\s+/),
);
const NUMBER_WORDS = new Set(
  'mot hai ba bon tu nam sau bay tam chin muoi one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty'.split(
    ' ',
  ),
);
/** A number with the unit that was asked for, or a word for none; `title`: of the directive, whose words may stand before it. */
export function readFigure(text: string, spec: AnswerSpec & { type: 'number' }, title = ''): ValueReading {
  const asked = readAsked(spec, title);
  const number = findFigure(text, asked);
  if (number === null || !Number.isFinite(number)) return { problem: 'unreadable' };
  if (spec.min !== undefined && number < spec.min) return { problem: 'too-small' };
  if (spec.max !== undefined && number > spec.max) return { problem: 'too-large' };
  return { value: { type: 'number', number } };
}

function findFigure(text: string, asked: Asked): number | null {
  // `1.086 (nữ 521)`
  const bare = withSlang(text, asked).replace(/\([^()]{0,80}\)/g, ' ');
  const outside = withoutCorrected(withoutSubset(bare, asked.words.has('nu')))
    .replace(LABEL, (label) => (isLabelOf(label, asked) ? '' : label))
    .replace(PLACE, '')
    .replace(AT_TIME, ' ')
    .trim();
  const note = /[\p{L}\d]/u.test(outside) ? outside : text;
  if (isEitherWay(note, asked.unit)) return null;
  if (isNone(foldText(note), asked)) return 0;
  if (isOfBefore(note, asked)) return null;
  const number =
    onlyNumber(note, asked) ??
    (asked.hasUnit ? numberOfUnit(note, asked.unit) : null) ??
    chooseFigure(note, asked);
  // `125 triệu` where millions are asked for
  return number !== null && number >= asked.scale ? number / asked.scale : number;
}

/** `hôm qua 18 đơn` where nobody asked for yesterday, and today is not told. */
function isOfBefore(note: string, { words }: Asked): boolean {
  const said = foldText(note);
  const then = /(?:hom qua|tuan truoc|thang truoc|ky truoc|nam ngoai)/.exec(said)?.[0];
  return (
    then !== undefined && !words.has(then.split(' ')[1]!) && !/(?:hom|bua|tuan|thang|ky|nam) nay/.test(said)
  );
}

/** `hộ cận nghèo: 35` tells of others than `Số hộ nghèo` asks for. */
const isLabelOf = (label: string, { words, telling }: Asked): boolean =>
  telling.size < 2 ||
  foldText(label)
    .split(/[^a-z]+/)
    .every((word) => word === '' || words.has(word) || BEFORE.has(word));

/** `ba củ rưỡi` */
const withSlang = (text: string, { isMoney }: Asked): string =>
  isMoney ? text.replace(/(?<=[\p{L}\d]) ?củ(?!\p{L})/giu, ' triệu') : text;
/** `Lớp 5A2: 33 em` */
const PLACE =
  /^(?:lớp|lop|thôn|thon|tổ|to|ấp|ap|xóm|xom|khối|khoi|trường|truong|xã|xa) [\p{L}\d]{1,6}\s*:\s*/iu;
/** `lúc 7h đo được 120 mm` */
const AT_TIME = /(?:lúc|luc|hồi|hoi|vào|vao) \d{1,2} ?(?:h|g|giờ|gio|:)\d{0,2}(?!\p{L})/iu;

const NOTHING_ASKED = readAsked({ type: 'number' }, '');

/** The one number of an answer. A date, clock time, phone or document number is none; two numbers are too many. */
export function onlyNumber(note: string, asked: Asked = NOTHING_ASKED): number | null {
  const { unit } = asked;
  const tokens = tokenise(note);
  if (tokens.some((token) => ['date', 'clock', 'document', 'ratio', 'link'].includes(token.kind)))
    return null;
  const first = tokens.findIndex(
    (token, at) =>
      token.kind === 'number' ||
      token.kind === 'phone' ||
      token.kind === 'percent' ||
      startsNumber(token, unit) ||
      startsScale(token, tokens[at + 1]),
  );
  const token = tokens[first];
  if (!token || token.kind === 'phone' || isNumbered(tokens[first - 1], unit)) return null;
  const isLed =
    !isOtherBefore(tokens[first - 1], asked) && tokens.slice(0, first).every((word) => isLead(word, asked));
  if (token.kind === 'percent')
    return isLed && unit.includes('%') && isEnd(tokens.slice(first + 1), note)
      ? Number.parseFloat(token.raw.replace(',', '.'))
      : null;
  const sign = tokens[first - 1]?.raw === '-' ? '-' : '';
  const found = withHalf(readLeadingNumber(sign + (isScale(token) ? 'một ' : '') + note.slice(token.start)));
  if (!found || isOtherMeasure(found.rest, asked) || !isEnd(tokenise(found.rest), found.rest)) return null;
  const isAsked = isOfKind(found.rest, asked);
  // `sơ tán được 60 hộ` where people are asked for, `bán được 2tr1` where cups are.
  if (
    isAsked === false ||
    isOfOtherThing(found.rest, asked) ||
    (asked.kinds.size > 0 && !asked.isMoney && /^\d+ ?tr\d?/i.test(note.slice(token.start)))
  )
    return null;
  return isLed ? found.number : null;
}

/** `vang 4`: yes, or absent; `chi 600k`: spent, or to whom it is said. */
const isOtherBefore = (before: Token | undefined, { words, isMoney }: Asked): boolean =>
  before?.kind === 'word' &&
  !words.has(before.fold) &&
  (before.raw.toLowerCase() === 'vang' || (isMoney && before.raw.toLowerCase() === 'chi'));

const isScale = ({ kind, fold }: Token): boolean =>
  kind === 'word' && /^(?:tram|nghin|ngan|trieu|chuc)$/.test(fold);

/** `trăm rưỡi`, `nghìn hai`: one of it. */
const startsScale = (token: Token, next: Token | undefined): boolean =>
  isScale(token) &&
  next !== undefined &&
  (next.fold === 'ruoi' || (NUMBER_WORDS.has(next.fold) && /[ăìàệụ]/i.test(token.raw)));

/** `2 tấn rưỡi`, `3 tiếng rưỡi` */
function withHalf(found: FoundNumber | null): FoundNumber | null {
  const half = found && /^([a-z]{1,7}(?: dong ho| ta)?) ruoi(?![a-z])/.exec(found.rest);
  if (!found || !half) return found;
  return { number: found.number + 0.5, rest: `${half[1]}${found.rest.slice(half[0].length)}` };
}

const NUMBERED = new Set(
  'lop khoi to doi tram phong kho ap xom ban thon khoa nha dot ky ca buoi phuong khu'.split(' '),
);

/** `lớp 12`: a name, where no number of classes was asked for. */
function isNumbered(before: Token | undefined, unit: string): boolean {
  return before !== undefined && NUMBERED.has(before.fold) && !unit.includes(before.fold);
}

/** Words that make of a figure a change, a remainder or one of two. */
export const CHANGES = /\b(?:vang|nghi|thieu|con|tru|giam|tang|them|hoac|hay|or|chua|khong|tu|den|toi)\b|\?/;

/** `46 hộ, 172 khẩu` where households are asked for: the one number of that unit, beside others of other units. */
function numberOfUnit(note: string, asked: string): number | null {
  // `67 cây quạt`
  const isOfUnit = new RegExp(`^(?:[a-z]{2,6} )?${escapePattern(asked)}(?![a-z])`);
  if (!/^[a-z]/.test(asked) || CHANGES.test(foldText(note))) return null;
  const tokens = tokenise(note);
  if (tokens.some(({ kind }) => NOT_COUNTED.test(kind))) return null;
  const counts = tokens.flatMap(({ kind, start }) =>
    kind === 'number' ? [readLeadingNumber(note.slice(start))] : [],
  );
  // `kinh phí dự kiến 350tr`: an amount of money bears its unit.
  const isMoney = /^(?:dong|d|vnd)$/.test(asked);
  const ofUnit = counts.filter(
    (found) => found && (isOfUnit.test(found.rest) || (isMoney && found.number >= 1_000)),
  );
  const others = counts.filter((found) => !ofUnit.includes(found));
  const areNamed = others.every((found) => found && /^[a-z]{2,}/.test(found.rest));
  return ofUnit.length === 1 && areNamed ? ofUnit[0]!.number : null;
}

/** `Doanh thu hôm nay: 18.750.000` */
const LABEL =
  /^(?!.*\b(?:chưa|chua|không|khong|còn|con|thiếu|thieu|ngoài|ngoai|not)\b)[^\d:?]{1,40}:\s*(?=\d[^:]*$)/iu;

const THOUSAND_OR_DECIMAL =
  /(?<![\d.,])\d{1,3},\d{3}(?![\d.,])(?! ?(?:k|tr|tỷ|tỉ|ty|ti|triệu|trieu|nghìn|nghin|ngàn|ngan|million|billion)(?!\p{L}))/iu;

/** `1,250` may be 1.25 or 1,250, unless something is measured by it. */
const isEitherWay = (note: string, unit: string): boolean =>
  !MEASURES.has(unit.split(' ')[0]!) && THOUSAND_OR_DECIMAL.test(note);

const MEASURES = new Set('tan ta yen kg gam g lit ml km m met mm cm ha hec sao mau gio phut ngay'.split(' '));
const SAME = new Set(['met m', 'm met', 'ha hec']);
/** `ba mét hai`, `tám héc ta rưỡi` */
const GOES_ON =
  /^(?:met|m|kg|ky|can|ta|tan|lit|ha|hec ta|gio) (?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|ruoi)(?![a-z])/;

/** `5 tạ` where tons are asked for: another figure. */
function isOtherMeasure(rest: string, { unit, words }: Asked): boolean {
  if (GOES_ON.test(rest)) return true;
  const said = /^[a-z]+/.exec(rest)?.[0] ?? '';
  const [first] = unit.split(' ');
  const asked = MEASURES.has(first!) ? first : words.has('met') ? 'met' : undefined;
  return asked !== undefined && MEASURES.has(said) && said !== asked && !SAME.has(`${asked} ${said}`);
}

function startsNumber(token: Token, unit: string): boolean {
  return (
    token.kind === 'word' &&
    NUMBER_WORDS.has(token.fold) &&
    !/ầ/i.test(token.raw) && // `tầm 40`
    !unit.split(' ').includes(token.fold)
  );
}

function isLead(token: Token, { words }: Asked): boolean {
  if (token.kind === 'punct') return true;
  if (token.kind !== 'word') return false;
  // `vắng 2` is no `vâng`.
  return words.has(token.fold) || (BEFORE.has(token.fold) && !/ắ/i.test(token.raw));
}

/** After the number a unit and some words may stand, but no further number and no denial. */
function isEnd(rest: readonly Token[], text: string): boolean {
  const clean = rest.every(
    (token) => token.kind === 'word' || token.kind === 'punct' || token.kind === 'emoji',
  );
  return (
    clean && rest.length <= 8 && !/\b(?:hoac|hay|or|chua|khong|not|den|toi|to)\b|\?/.test(foldText(text))
  );
}
