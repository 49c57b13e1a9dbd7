import { tokenise, type Token } from '../../text/tokens.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { isWishedAt, type Quantity } from '../clause/quantities.js';
import { find, isMoney, isPartOf, tags, type Sense } from '../clause/sense.js';

/** How many of what a title asks for: of `Trồng 200 cây xanh` 200 cây. */
export interface Total {
  count: number;
  /** The folded words behind the number: what is counted, and of which kind it is. */
  units: readonly string[];
}

// Behind these a number is a name, a date or a size: tháng 9, lớp 7, quý 3, mức 2.
const NAMES = new Set(
  `thang nam quy tuan ngay so lop khoi khu to thon dot ky ki khoa muc cap do tu den truoc sau luc loai tang duong lo
  km nghi quyet phien chuong bai buoi ca doi ap xom phuong quan lan mau bieu phan muc hoi khung nghi hem ngo`.split(
    /\s+/,
  ),
);
const NO_UNITS = new Set('nam thang ngay gio h phut tuan quy km m'.split(' '));
// `Nạo vét 800m kênh`: of a length that follows the verb so much is to be done; `Đào hố sâu 2 m` tells a size.
const LENGTHS = new Set(['km', 'm']);
const longest = 120;

/** The one total that a title names; null where it names none, or several. */
export function titleTotal(title: string): Total | null {
  if (title === '' || !/\d/.test(title)) return null;
  const tokens = tokenise(title.slice(0, longest).normalize('NFC'));
  const found = tokens.flatMap(({ kind, raw }, at): Total[] => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (kind !== 'number' || !/^(?:\d+|\d{1,3}(?:\.\d{3})+)$/.test(raw)) return [];
    const isUnit = next?.kind === 'word' && (!NO_UNITS.has(next.fold) || (at <= 2 && LENGTHS.has(next.fold)));
    if (!isUnit || (before?.kind === 'word' && NAMES.has(before.fold))) return [];
    return [{ count: Number(raw.replaceAll('.', '')), units: wordsFrom(tokens, at + 1) }];
  });
  return found.length === 1 && found[0]!.count > 1 ? found[0]! : null;
}

const unitWords = 3;

function wordsFrom(tokens: readonly Token[], from: number): string[] {
  const words = tokens.slice(from, from + unitWords);
  const end = words.findIndex(({ kind }) => kind !== 'word');
  return words.slice(0, end < 0 ? unitWords : end).map(({ fold }) => fold);
}

const CLASSIFIERS = new Set(['cai', 'chiec']);
// What the verb of the title is counted by.
const PIECES_OF_WORK = new Set('bo to bai tam cuon quyen tap buc suat phan hop thung bao chuyen'.split(' '));
// Words for the same: who is called học sinh in a title is em, bạn or cháu in a reply.
const ALIKE = [
  'hoc em chau ban be tre nguoi doi doan hoi cu dan hs hv benh khach bac dua giao gv can thanh phu student students kids children people'.split(
    ' ',
  ),
  ['ho', 'nha', 'gia', 'houses', 'roofs', 'homes'],
  ['cay', 'goc'],
  ['phieu', 'to', 'ban', 'mau', 'don'],
].map((words) => new Set(words));
const NOT_DONE = tags(
  ...([
    'left',
    'lack',
    'except',
    'harm',
    'stuck',
    'undo',
    'notYet',
    'not',
    'cannot',
    'noMore',
    'trouble',
    'more',
  ] as const),
  ...(['wait', 'maybe', 'said', 'believed', 'further', 'take', 'ack'] as const),
);
const TELLS = tags('already', 'able', 'past', 'complete', 'every');

/** The share of what the title asks for: `trồng xong 150 cây`, `650 cái rồi`. */
export function shareOfTotal({ parts }: Clause, said: Sense, total: Total): Quantity[] {
  const at = parts.findIndex((_, index) => isCounted(parts, index, said, total));
  if (at < 0 || find(parts, NOT_DONE) || isWishedAt(parts, at)) return [];
  const { meaning } = said;
  const isTold =
    meaning === 'done' || meaning === 'underway' || isPartOf(said) || find(parts, TELLS) !== undefined;
  const token = parts[at]!.tokens[0]!;
  const done = countOf(token);
  if (!isTold || !Number.isInteger(done) || done > total.count) return [];
  return [{ percent: null, done, total: total.count, token }];
}

const countOf = ({ raw }: Token): number => Number(raw.replaceAll('.', ''));

function isCounted(parts: readonly Part[], at: number, said: Sense, total: Total): boolean {
  const [token] = parts[at]!.tokens;
  if (token!.kind !== 'number') return false;
  const [unit = ''] = foldedWords(parts[at + 1]).split(' ');
  // `đủ 200 cây giống rồi`: what is planted later
  if (foldedWords(parts[at + 2]) === 'giong') return false;
  if (isUnit(unit, total, parts.slice(0, at)) || isUncounted(parts, at)) return true;
  const isName =
    NAMES.has(parts[at - 1]?.tokens.at(-1)?.fold ?? '') || NO_UNITS.has(unit) || isMoney(parts, at);
  // `all 40 done`, `cả 50 đều học xong`: the very number is that of all, whatever it counts.
  return countOf(token!) === total.count && said.meaning === 'done' && !isName;
}

function isUnit(unit: string, { units }: Total, before: readonly Part[]): boolean {
  const [first = ''] = units;
  if (unit === first || CLASSIFIERS.has(unit)) return true;
  // `gắn 48 nhà rồi` to `Gắn 70 biển số nhà`, `thu được 41 bộ` to `Thu 60 hồ sơ`
  if (before.some(({ isAsked }) => isAsked) && (units.includes(unit) || PIECES_OF_WORK.has(unit)))
    return true;
  return ALIKE.some((words) => words.has(unit) && words.has(first));
}

/** `khám được 180 rồi`, `returned 8`: of what, the title says. */
function isUncounted(parts: readonly Part[], at: number): boolean {
  const [before, next] = [parts[at - 1], parts[at + 1]];
  const isEnd =
    next === undefined || next.tag === 'already' || next.tag === 'particle' || next.tag === 'some';
  return isEnd && (before?.isAsked === true || before?.tag === 'complete' || before?.tag === 'able');
}
