import { foldText } from '../../text/fold.js';
import { readLeadingNumber, type FoundNumber } from '../../text/read-number.js';
import { tokenise, type Token } from '../../text/tokens.js';
import type { AnswerSpec } from '../answer.js';
import { escapePattern } from './escape-pattern.js';
import { isNone } from './is-none.js';
import type { ValueReading } from './value-reading.js';

// Words that may stand before an answer: `dạ em báo cáo có 12 lớp ạ`. Any other word makes it a sentence.
const BEFORE = new Set(
  `si dan da vang em xin bao cao la co tong so luong cong so ket qua gom hien nay sua lai tat ca duoc khoang tam chung co do gan bc a anh chi ve dv don vi truong xa thon to
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
  // `1.086 (nữ 521)`
  const outside = withoutCorrected(withoutSubset(text.replace(/\([^()]{0,80}\)/g, ' ')))
    .replace(LABEL, '')
    .trim();
  const note = /[\p{L}\d]/u.test(outside) ? outside : text;
  if (isEitherWay(note, spec.unit)) return { problem: 'unreadable' };
  const number = isNone(foldText(note), foldText(spec.unit ?? ''))
    ? 0
    : (onlyNumber(note, spec.unit, title) ?? numberOfUnit(note, spec.unit));
  if (number === null || !Number.isFinite(number)) return { problem: 'unreadable' };
  if (spec.min !== undefined && number < spec.min) return { problem: 'too-small' };
  if (spec.max !== undefined && number > spec.max) return { problem: 'too-large' };
  return { value: { type: 'number', number } };
}

/** The one number of an answer. A date, clock time, phone or document number is none; two numbers are too many. */
export function onlyNumber(note: string, unit: string | undefined, title = ''): number | null {
  const tokens = tokenise(note);
  const asked = new Set(foldText(`${unit ?? ''} ${title}`).split(/[^a-z]+/));
  if (tokens.some((token) => ['date', 'clock', 'document', 'ratio', 'link'].includes(token.kind)))
    return null;
  const first = tokens.findIndex(
    (token) =>
      token.kind === 'number' ||
      token.kind === 'phone' ||
      token.kind === 'percent' ||
      startsNumber(token, unit),
  );
  const token = tokens[first];
  if (!token || token.kind === 'phone' || tokens.slice(0, first).some((word) => !isLead(word, asked)))
    return null;
  if (isNumbered(tokens[first - 1], unit)) return null;
  if (token.kind === 'percent')
    return unit?.includes('%') === true && isEnd(tokens.slice(first + 1), note)
      ? Number.parseFloat(token.raw.replace(',', '.'))
      : null;
  const sign = tokens[first - 1]?.raw === '-' ? '-' : '';
  const found = withHalf(readLeadingNumber(sign + note.slice(token.start)));
  if (!found || isOtherMeasure(found.rest, unit)) return null;
  return isEnd(tokenise(found.rest), found.rest) ? found.number : null;
}

/** `2 tấn rưỡi`, `3 tiếng rưỡi` */
function withHalf(found: FoundNumber | null): FoundNumber | null {
  const half = found && /^([a-z]{1,7}(?: dong ho)?) ruoi(?![a-z])/.exec(found.rest);
  if (!found || !half) return found;
  return { number: found.number + 0.5, rest: `${half[1]}${found.rest.slice(half[0].length)}` };
}

const NUMBERED = new Set(
  'lop khoi to doi tram phong kho ap xom ban thon khoa nha dot ky ca buoi phuong khu'.split(' '),
);

/** `lớp 12`: a name, where no number of classes was asked for. */
function isNumbered(before: Token | undefined, unit: string | undefined): boolean {
  return before !== undefined && NUMBERED.has(before.fold) && !foldText(unit ?? '').includes(before.fold);
}

/** Words that make of a figure a change, a remainder or one of two. */
export const CHANGES = /\b(?:vang|nghi|thieu|con|tru|giam|tang|them|hoac|hay|or|chua|khong|tu|den|toi)\b|\?/;

/** `46 hộ, 172 khẩu` where households are asked for: the one number of that unit, beside others of other units. */
function numberOfUnit(note: string, unit: string | undefined): number | null {
  const asked = foldText(unit ?? '');
  // `67 cây quạt`
  const isOfUnit = new RegExp(`^(?:[a-z]{2,6} )?${escapePattern(asked)}(?![a-z])`);
  if (!/^[a-z]/.test(asked) || CHANGES.test(foldText(note))) return null;
  const tokens = tokenise(note);
  if (tokens.some(({ kind }) => /^(?:date|clock|document|ratio|link|phone|percent)$/.test(kind))) return null;
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

/** `17 ca, trong đó 2 ca nặng` */
const SUBSET =
  /(?<=\d.{0,40})[ ,;:-]+(?:trong (?:đó|do|số đó|so do)|bao gồm|bao gom|gồm|gom|of which|including)\s.*$/isu;
/** `450 em, nữ 210`; of `5 nam, nữ 3` both are parts. */
const WOMEN = /(?<=\d.{0,40})[ ,;:-]+(?:nữ|nu)[ :]+\d{1,6}[ .ạa]*$/iu;

function withoutSubset(text: string): string {
  const whole = text.replace(SUBSET, '');
  return /(?:^|[^a-z])nam(?![a-z])/.test(foldText(whole)) ? whole : whole.replace(WOMEN, '');
}

const WRONG = String.raw`(?:(?:chứ |chu )?(?:không|khong|ko|k) (?:phải |phai )|(?:chứ |chu )(?:không|khong|ko|k) |not )(?:là |la )?[\d.,]{1,15}`;
const CORRECTED = [
  // `không phải 450 mà là 451`
  new RegExp(String.raw`(?<![\p{L}\d])${WRONG}(?: \p{L}{1,12})?,? (?:mà|ma|but) (?:là |la )?(?=\d)`, 'iu'),
  // `451 chứ không phải 450`
  new RegExp(String.raw`(?<=\d),? (?:\p{L}{1,12} )?${WRONG}(?: \p{L}{1,12}){0,3}[ .]*$`, 'iu'),
];

/** The figure that holds, where the one it stands for is named beside it. */
const withoutCorrected = (text: string): string =>
  CORRECTED.reduce((left, wrong) => left.replace(wrong, ''), text);

/** `Doanh thu hôm nay: 18.750.000` */
const LABEL =
  /^(?!.*\b(?:chưa|chua|không|khong|còn|con|thiếu|thieu|ngoài|ngoai|not)\b)[^\d:?]{1,40}:\s*(?=\d[^:]*$)/iu;

const THOUSAND_OR_DECIMAL =
  /(?<![\d.,])\d{1,3},\d{3}(?![\d.,])(?! ?(?:k|tr|tỷ|tỉ|ty|ti|triệu|trieu|nghìn|nghin|ngàn|ngan|million|billion)(?!\p{L}))/iu;

/** `1,250` may be 1.25 or 1,250, unless something is measured by it. */
const isEitherWay = (note: string, unit = ''): boolean =>
  !MEASURES.has(foldText(unit).split(' ')[0]!) && THOUSAND_OR_DECIMAL.test(note);

const MEASURES = new Set('tan ta yen kg gam g lit ml km m cm ha sao mau gio phut ngay'.split(' '));

/** `5 tạ` where tons are asked for: another figure. */
function isOtherMeasure(rest: string, unit: string | undefined): boolean {
  const asked = foldText(unit ?? '').split(' ')[0]!;
  const said = /^[a-z]+/.exec(rest)?.[0] ?? '';
  return MEASURES.has(asked) && MEASURES.has(said) && said !== asked;
}

function startsNumber(token: Token, unit: string | undefined): boolean {
  return (
    token.kind === 'word' &&
    NUMBER_WORDS.has(token.fold) &&
    !/ầ/i.test(token.raw) && // `tầm 40`
    !foldText(unit ?? '')
      .split(' ')
      .includes(token.fold)
  );
}

/** `asked`: the words of what is asked for. */
function isLead(token: Token, asked: ReadonlySet<string>): boolean {
  if (token.kind === 'punct') return true;
  if (token.kind !== 'word') return false;
  // `vắng 2` is no `vâng`.
  return asked.has(token.fold) || (BEFORE.has(token.fold) && !/ắ/i.test(token.raw));
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
