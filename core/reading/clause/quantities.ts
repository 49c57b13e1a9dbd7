import { foldedWords, type Clause, type Part } from './part.js';
import type { Token } from '../../text/tokens.js';
import { WordSet } from '../../text/word-set.js';
import { readNumberWords } from '../../text/number-words.js';
import { find, indexOf, tags, VERBS } from './sense.js';
import { canBeDate, isDatePlace, isDueThen } from './dates.js';

/** A share of the work that a reply names. */
export interface Quantity {
  percent: number | null;
  done: number | null;
  total: number | null;
  token: Token;
}

// Before a pair such as `4/2` these make it a name or a date: lớp 4/2, ngày 5/11, số 12/15, tổ 3/5.
const NAMES = new Set(
  `ngay hom thu tu tuan thang quy nam so lop to ngo ngach hem kiet duong nha khu quoc dot lan phong sang chieu toi trua den truoc han vao luc dip le
  mai mung mong hoach tieu cv vb qd nq tt on by before until date room class since`.split(/\s+/),
);
const NOT_PROGRESS = new Set(
  'trung song tang giam hon them vang nghi hong hao vuot lai thue gtgt vat coc ung phi tieu con thieu sale khau up down remaining only increase decrease'.split(
    ' ',
  ),
);
// `trực 24/24`: round the clock.
const AROUND_THE_CLOCK = new Set('truc ca gac canh dong viec cua mo ban'.split(' '));

const OUT_OF = new Set(['tren', 'trong', 'phan', 'of', 'out', 'tong', 'tongso']);

/** Whether a share is the whole: `100%`, `15/15`. */
export const isAll = ({ percent, done, total }: Quantity): boolean =>
  percent === 100 || (total !== null && done === total);

/** The shares named in one clause. What is a date, a name, a change or a remainder is left out. */
export function findQuantities(clause: Clause): Quantity[] {
  if (!clause.parts.some(isFigure)) return halfOf(clause);
  const tokens = clause.parts.flatMap(toWords);
  const found: Quantity[] = [];
  tokens.forEach(({ kind }, index) => {
    if (kind === 'percent') found.push(...readPercent(tokens, index));
    else if (kind === 'ratio') found.push(...readRatio(tokens, index));
    else if (kind === 'number') found.push(...readOutOf(tokens, index));
  });
  return found;
}

// One for all the words that name no share.
const NOTHING: Quantity[] = [];

const SOME_OF =
  /^(?:(?:mot|1) nua|phan nua|half|half way|halfway|half done|(?:mot|hai|ba|bon|\d) phan (?:ba|tu|nam|\d))$/;

const HALVES = new WordSet(['nua', 'half', 'halfway', 'phan']);
const isHalfWord = (token: Token): boolean => HALVES.holds(token);

/** `làm được một nửa`, `hai phần ba` */
function halfOf({ parts }: Clause): Quantity[] {
  const half = parts.findIndex(
    (part, at) =>
      (part.tokens.some(isHalfWord) && SOME_OF.test(foldedWords(part))) ||
      (isHalf(part) &&
        (/^(?:able|left)$/.test(parts[at - 1]?.tag ?? '') ||
          /^moi (?:duoc|dc|lam|co)$/.test(foldedWords(parts[at - 1])))),
  );
  if (half < 0) return NOTHING;
  // Of a half that is left the other is done; of a third it is not said so plainly.
  const isLeft = parts[half - 1]?.tag === 'left' && !/nua$/.test(foldedWords(parts[half]));
  if (isWishedAt(parts, half) || isLeft) return [];
  const token = parts[half]!.tokens[0]!;
  const [, some, all] = /^(\S+) phan (\S+)$/.exec(foldedWords(parts[half])) ?? [];
  if (some === undefined || all === undefined) return [{ percent: 50, done: null, total: null, token }];
  const [done, total] = [some, all].map((word) => readNumberWords(word) ?? Number(word));
  return done! < total! ? [{ percent: null, done: done!, total: total!, token }] : [];
}

/** `được nửa kho` */
function isHalf(part: Part): boolean {
  return part.tag === 'some' && foldedWords(part) === 'nua';
}

const WISHES = tags(
  ...(['notYet', 'not', 'cannot', 'if', 'whenever', 'must', 'haveTo'] as const),
  ...(['will', 'ahead', 'promise'] as const),
);

function isWishedAfter(parts: readonly Part[], at: number): boolean {
  const then = indexOf(parts, 'then', at + 1, at + 4);
  if (then >= 0 && parts[then + 1]?.tag === 'fine') return true;
  const is = parts.slice(at + 1, at + 3).findIndex(({ tag }) => tag === 'is');
  return is >= 0 && AIMS.test(foldedWords(parts[at + is + 2]));
}

const CONGRATULATES = /^(?:chuc mung|congratulations)$/;
const AIMS = /^(?:chi tieu|muc tieu|dinh muc|ke hoach)(?: |$)/;
const REACHED = tags('past', 'able', 'complete', 'already', 'is');

/** A share that is promised, aimed at or denied (`phấn đấu 100%`, `chưa được 50%`) is not one that was reached. */
export function isWishedAt(parts: readonly Part[], at: number): boolean {
  // `chỉ tiêu tiêm 100%`
  const isAim = AIMS.test(foldedWords(parts[0])) && !find(parts, REACHED, 0, at);
  // `chúc mừng các đơn vị đã hoàn thành 100%`, `hạn 20 là tụi em nộp đủ 100%`
  if (CONGRATULATES.test(foldedWords(parts[0])) || isDueThen(parts)) return true;
  // `100% đâu mà`, `100% nếu trời nắng`, `15/15 thì tốt`, `15/15 là chỉ tiêu`
  if (parts[at + 1]?.tag === 'denyAfter' || find(parts, 'if', at + 1) || isWishedAfter(parts, at))
    return true;
  return isAim || indexOf(parts, WISHES, 0, Math.max(at, 0)) >= 0;
}

function isFigure({ tokens }: Part): boolean {
  const { kind } = tokens[0]!;
  return kind === 'percent' || kind === 'ratio' || kind === 'number';
}

const WHOLE = tags('folk', 'member', 'resource');
// `tụ huyết trùng 100%`
const DISEASE = /trung$/;

/** The words of a part; of a verb (`đối chiếu 22/22 phiếu`, `vận động bà con 70%`) none is a name or a time (`chiều 22/2`). */
function toWords({ tag, tokens }: Part): Token[] {
  return (VERBS.has(tag) || WHOLE.has(tag) || (tag === 'other' && DISEASE.test(tokens.at(-1)!.fold))) &&
    tokens.length > 1
    ? tokens.map((token) => ({ ...token, fold: `-${token.fold}` }))
    : tokens;
}

function readPercent(tokens: readonly Token[], index: number): Quantity[] {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (isChange(tokens, index)) return [];
  // Of `70-80%` no more than the first figure is sure.
  const percent = Number.parseFloat(token.fold.replace(',', '.'));
  if (!(percent >= 0 && percent <= 100) || before?.kind === 'number') return [];
  return [{ percent, done: null, total: null, token }];
}

const leastTotal = 10;
const mostInName = 20;

/** `vận động được 55/50 đơn vị`: more than was asked for. */
function isMoreThanAll(tokens: readonly Token[], index: number, done: number, total: number): boolean {
  const before = tokens[index - 1];
  const isName = before?.kind === 'word' && NAMES.has(before.fold);
  return (
    // `16/15` and nothing else is rather a slip.
    tokens.length > 1 &&
    total >= leastTotal &&
    done <= 2 * total &&
    !isName &&
    !canBeDate(done, total) &&
    !isChange(tokens, index)
  );
}

// Counted up to there: `phát đến 5/12 hộ`; `đến 5/12` is a day.
const isReached = (tokens: readonly Token[], index: number): boolean =>
  /^(?:den|toi)$/.test(tokens[index - 1]?.fold ?? '') &&
  !/^(?:tang|giam|len|xuong|tu)$/.test(tokens[index - 2]?.fold ?? '');

const isCountOf = (token: Token | undefined): boolean =>
  /^(?:ho|to|thon|xom|ap|lop|xa|em|chau|be|truong|khoi|nha|don|phieu|suat|tau|xe|kho|phong|diem|nhom|nguoi)$/.test(
    token?.fold ?? '',
  );

const toNumber = (text: string): number =>
  Number(/[.,]/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text);

const MEASURE = /\s?\p{L}.*$/u;

function readRatio(tokens: readonly Token[], index: number): Quantity[] {
  const token = tokens[index]!;
  const [done, total] = token.fold.split('/').map((side) => toNumber(side.replace(MEASURE, '')));
  const before = tokens[index - 1];
  if (done === undefined || total === undefined || !(total > 0)) return [];
  if (done > total)
    return isMoreThanAll(tokens, index, done, total)
      ? [{ percent: 100, done: null, total: null, token }]
      : [];
  // `thay lốp 30/45`: no class has such a name
  const isName =
    before?.kind === 'word' && NAMES.has(before.fold) && !(before.fold === 'lop' && total > mostInName);
  // `thu 187/192`: thu, since no Thursday is one
  const isOther = isChange(tokens, index) || (isName && (before.fold !== 'thu' || canBeDate(done, total)));
  if (isOther && !(isReached(tokens, index) && (!canBeDate(done, total) || isCountOf(tokens[index + 1]))))
    return [];
  // Told in words it is none: `mười hai trên mười hai chi hội`.
  const isWritten = token.raw.includes('/');
  if (isWritten && canBeDate(done, total) && isDatePlace(tokens, index)) return [];
  // `3,2/4,5 km` is no count.
  if (!Number.isInteger(done) || !Number.isInteger(total))
    return [{ percent: Math.floor((done / total) * 100), done: null, total: null, token }];
  if (done === 24 && total === 24 && AROUND_THE_CLOCK.has(before?.fold ?? '')) return [];
  return [{ percent: null, done, total, token }];
}

/** `12 trên tổng số 15 lớp`, `12 of 15`. */
function readOutOf(tokens: readonly Token[], index: number): Quantity[] {
  const over = findOver(tokens, index);
  if (over < 0) return [];
  let at = over + 1;
  while (at < over + 4 && ['tong', 'so', 'the', 'out', 'of', 'tat', 'ca'].includes(tokens[at]?.fold ?? ''))
    at += 1;
  const token = tokens[index]!;
  const [done, total] = [token, tokens[at]].map((part) =>
    part?.kind === 'number' ? Number(part.raw.replaceAll('.', '')) : Number.NaN,
  );
  if (done === undefined || total === undefined || !(total > 0 && done >= 0 && done <= total)) return [];
  return [{ percent: null, done, total, token }];
}

/** Where `trên` stands behind a number: right there, or behind what is counted (`500 cây trên tổng số 800 cây`). */
function findOver(tokens: readonly Token[], index: number): number {
  if (OUT_OF.has(tokens[index + 1]?.fold ?? '')) return index + 1;
  const total = tokens.slice(index, index + 7).some(({ fold }) => fold === 'tong');
  // `96 người trên 130 người`, `400 tờ trong 1000 tờ`
  const isSame = tokens[index + 4]?.fold === tokens[index + 1]?.fold;
  const at = [2, 3].find(
    (gap) =>
      /^(?:tren|trong)$/.test(tokens[index + gap]?.fold ?? '') &&
      tokens[index + gap - 1]?.kind === 'word' &&
      (total || (isSame && gap === 2)),
  );
  return at === undefined ? -1 : index + at;
}

const REACHES = new Set('duoc dc dat xong lam khoang tam'.split(' '));

/** `được hơn 60%`; `cao hơn 5%` compares */
const isMoreThan = (tokens: readonly Token[], at: number): boolean => REACHES.has(tokens[at - 1]?.fold ?? '');

function isChange(tokens: readonly Token[], index: number): boolean {
  // `lợp lại được 3/11 mái`: again, and no lãi
  return [tokens[index - 1], tokens[index - 2]].some(
    (token, back) =>
      token?.kind === 'word' &&
      NOT_PROGRESS.has(token.fold) &&
      !(token.fold === 'hon' && isMoreThan(tokens, index - 1 - back)) &&
      // `up 10/18 ảnh rồi`
      !(/^(?:up|down)$/.test(token.fold) && tokens[index]!.kind === 'ratio') &&
      !(token.fold === 'lai' && (back > 0 || tokens[index]!.kind === 'ratio')),
  );
}

/** Whether the share that a clause names is one that is meant to be reached. */
export function isWished({ parts }: Clause): boolean {
  return isWishedAt(
    parts,
    parts.findIndex(({ tokens }) => tokens[0]!.kind === 'percent' || tokens[0]!.kind === 'ratio'),
  );
}
