import { tokenise } from '../text/tokens.js';
import { foldedWords, type Clause } from './part.js';
import { isWishedAt, type Quantity } from './quantities.js';
import { find, tags, type Sense } from './sense.js';

/** How many of what a title asks for: of `Trồng 200 cây xanh` 200 cây. */
export interface Total {
  count: number;
  /** The folded word behind the number. */
  unit: string;
}

// Behind these a number is a name, a date or a size: tháng 9, lớp 7, quý 3, mức 2.
const NAMES = new Set(
  `thang nam quy tuan ngay so lop khoi khu to thon dot ky ki khoa muc cap do tu den truoc sau luc loai tang duong lo
  km nghi quyet phien chuong bai buoi ca doi ap xom phuong quan lan mau bieu phan muc hoi khung nghi hem ngo`.split(
    /\s+/,
  ),
);
const NO_UNITS = new Set('nam thang ngay gio h phut tuan quy km m'.split(' '));
const longest = 120;

/** The one total that a title names; null where it names none, or several. */
export function titleTotal(title: string): Total | null {
  if (!/\d/.test(title)) return null;
  const tokens = tokenise(title.slice(0, longest).normalize('NFC'));
  const found = tokens.flatMap(({ kind, raw }, at): Total[] => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (kind !== 'number' || !/^(?:\d+|\d{1,3}(?:\.\d{3})+)$/.test(raw)) return [];
    if (
      next?.kind !== 'word' ||
      NO_UNITS.has(next.fold) ||
      (before?.kind === 'word' && NAMES.has(before.fold))
    )
      return [];
    return [{ count: Number(raw.replaceAll('.', '')), unit: next.fold }];
  });
  return found.length === 1 && found[0]!.count > 1 ? found[0]! : null;
}

const CLASSIFIERS = new Set(['cai', 'chiec']);
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
const TELLS = tags('already', 'able', 'past', 'complete');

/** The share of what the title asks for: `trồng xong 150 cây`, `650 cái rồi`. */
export function shareOfTotal({ parts }: Clause, { meaning, ofPart }: Sense, total: Total): Quantity[] {
  const at = parts.findIndex(
    ({ tokens }, index) => tokens[0]!.kind === 'number' && isUnit(foldedWords(parts[index + 1]), total),
  );
  if (at < 0 || find(parts, NOT_DONE) || isWishedAt(parts, at)) return [];
  const isTold =
    meaning === 'done' ||
    meaning === 'underway' ||
    (meaning === 'unclear' && ofPart) ||
    find(parts, TELLS) !== undefined;
  const token = parts[at]!.tokens[0]!;
  const done = Number(token.raw.replaceAll('.', ''));
  if (!isTold || !Number.isInteger(done) || done > total.count) return [];
  return [{ percent: null, done, total: total.count, token }];
}

const isUnit = (words: string, { unit }: Total): boolean => {
  const [first] = words.split(' ');
  return first === unit || CLASSIFIERS.has(first ?? '');
};
