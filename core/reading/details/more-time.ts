import { askLater, type MoreTime } from './ask-later.js';
import { foldedWords, rawWords, type Clause, type Part } from '../clause/part.js';
import { DENIALS, indexOf } from '../clause/sense.js';
import { findPlainRequest } from './plain-request.js';
import { wordsFrom } from './time-words.js';

/** A request for more time and the words that say until when, as written (`xin gia hạn đến thứ 4` → `thứ 4`). */
export function findMoreTime(text: string, clauses: readonly Clause[]): MoreTime | null {
  const plain = findPlainRequest(text);
  if (plain !== null) return { words: plain, clauses: [...clauses], evidence: [plain] };
  for (const clause of clauses) {
    const found = askLater(text, clause) ?? findAsked(text, clause);
    if (found && !isSpared(clause)) return found;
  }
  return null;
}

function findAsked(text: string, clause: Clause): MoreTime | null {
  const { parts } = clause;
  const at = indexOf(parts, 'moreTime');
  if (at < 0 || isDenied(parts, at)) return null;
  const asked = parts[at]!;
  const words = timeWords(text, parts, at);
  // `xin thêm`, `cho thêm` ask for more time only when a time is named: `xin thêm 200 áo phao` does not.
  if (
    words === '' &&
    /thêm|them|đến|den|sang/i.test(rawWords(asked)) &&
    !/hạn|han|thời gian|thoi gian/i.test([asked, ...parts.slice(at + 1, at + 4)].map(rawWords).join(' '))
  )
    return null;
  return { words, clauses: [clause], evidence: [rawWords(asked), ...(words === '' ? [] : [words])] };
}

/** `không cần gia hạn`, `đã gia hạn`; `không kịp xin gia hạn 2 ngày` asks. */
function isDenied(parts: readonly Part[], at: number): boolean {
  if (parts[at]!.tokens[0]!.fold === 'xin' && foldedWords(parts[at - 1]) === 'kip') return false;
  return parts
    .slice(0, at)
    .some(
      (part) =>
        DENIALS.holds(part) ||
        foldedWords(part) === 'khong can' ||
        (part.tag === 'past' && part.tokens[0]!.fold === 'da'),
    );
}

const REQUEST = '(?:gia hạn|lùi|dời|hoãn|khất|kéo dài|xin|thêm|cho)';
// `khối 5 xin gia hạn` asks: without its mark the word must stand right before what is not needed.
const SPARED = new RegExp(
  `(?:^|\\s)(?:khỏi|đừng|chẳng cần|chả cần|hông cần|hổng cần)(?: (?:cần|phải))* ${REQUEST}|(?:^|\\s)(?:khoi|dung)(?: can| phai)? gia han|no need|need no|not need`,
  'iu',
);

/** `khỏi gia hạn`, `đừng xin thêm giờ`, `no need to extend` */
function isSpared({ parts }: Clause): boolean {
  return SPARED.test(parts.map(rawWords).join(' ').normalize('NFC'));
}

function timeWords(text: string, parts: readonly Part[], at: number): string {
  const tokens = parts.flatMap((part) => part.tokens);
  const asked = parts[at]!.tokens;
  const inEnglish = /^[a-z ]+$/i.test(rawWords(parts[at]!));
  const from =
    inEnglish && /more|another|extra|additional/i.test(rawWords(parts[at]!))
      ? tokens.indexOf(asked[0]!) - 1
      : tokens.indexOf(asked[asked.length - 1]!) + 1;
  return wordsFrom(text, tokens, from);
}
