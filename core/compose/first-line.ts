import { WITH_AN_END } from '../deadline/with-an-end.js';
import { foldText } from '../text/fold.js';

/** The first line of a directive taken apart; nothing is looked up or reckoned yet. */
export interface FirstLine {
  targets: string;
  isUrgent: boolean;
  /** The words behind `hạn`; null when the line has no deadline, '' when the word stands there alone. */
  deadline: string | null;
}

interface Word {
  text: string;
  fold: string;
  start: number;
  end: number;
  /** A comma or the like stands behind it. */
  endsItem: boolean;
}

const urgentWords = new Set(['khan', 'urgent', '!', '!!', '!!!']);
const deadlineWords = /^(?:han|due|deadline)(?::(.*))?$/s;
/** `hạn chót 17h`, `hạn nộp: 17h`, `thời hạn 17h`: the word next to `hạn` says nothing more. */
const behindWords = /^(?:chot|cuoi|cung|nop)(?::(.*))?$/s;
const hasAnEnd = new RegExp(`^(?:${WITH_AN_END})$`);

/**
 * `all -XA07 #truonghoc khẩn hạn 17:00 30/11/2026`: targets, then the deadline, and `khẩn` before the deadline or at
 * the end. With and without diacritics, English and Vietnamese words alike.
 */
export function readFirstLine(line: string): FirstLine {
  const words = splitWords(line.normalize('NFC'));
  const marker = findMarker(words);
  if (marker < 0) {
    const targets = words.filter((word) => !isUrgentWord(word));
    return { targets: join(targets), isUrgent: targets.length < words.length, deadline: null };
  }
  const before = words.slice(0, marker);
  const targets = before.filter((word) => !isUrgentWord(word));
  const rest = [...words.slice(marker)];
  let isUrgent = targets.length < before.length;
  while (rest.length > 1 && isUrgentWord(rest.at(-1)!)) {
    rest.pop();
    isUrgent = true;
  }
  if (targets.at(-1)?.fold === 'thoi') targets.pop();
  return { targets: join(targets), isUrgent, deadline: readBehind(line.normalize('NFC'), rest) };
}

function splitWords(line: string): Word[] {
  return [...line.matchAll(/([^\s,;]+)(\s*[,;])?/gu)].map(({ 1: text, 2: comma, index }) => ({
    text: text!,
    fold: foldText(text!),
    start: index,
    end: index + text!.length,
    endsItem: comma !== undefined,
  }));
}

const isUrgentWord = ({ fold }: Word) => urgentWords.has(fold.replace(/[.:!]+$/, '') || fold);

/**
 * Where the deadline begins, -1 when nowhere. A unit may bear the code HAN: in capitals it is the unit where a deadline
 * could not stand, at the beginning or end of the line, and where another word opens the deadline.
 */
function findMarker(words: readonly Word[]): number {
  const found = words.flatMap((word, index) => (deadlineWords.test(word.fold) ? [index] : []));
  const isFree = (index: number) => index > 0 && index < words.length - 1 && found.length === 1;
  return found.find((index) => !mayBeCode(words[index]!) || isFree(index)) ?? -1;
}

const mayBeCode = ({ text }: Word) => text === 'HAN' || text === 'DUE';

/** The words as they were written: `thứ 2, thứ 5` are two days. */
function readBehind(line: string, [marker, ...others]: readonly Word[]): string {
  const from = (words: readonly Word[]) =>
    words.length === 0 ? '' : line.slice(words[0]!.start, words.at(-1)!.end).replace(/\s+/g, ' ');
  const own = deadlineWords.exec(marker!.fold)?.[1] ?? '';
  if (own !== '') return [own, from(others)].join(' ').trim();
  const [next, ...after] = others;
  const isEnd = next?.fold === 'cuoi' && hasAnEnd.test(after[0]?.fold ?? '');
  const behind = next && !isEnd ? behindWords.exec(next.fold) : null;
  if (!behind) return from(others).replace(/^:\s*/, '');
  return [behind[1] ?? '', from(after)].join(' ').trim().replace(/^:\s*/, '');
}

/** Words of a part, with the commas between them. */
const join = (words: readonly Word[]) =>
  words.map(({ text, endsItem }, at) => (endsItem && at < words.length - 1 ? `${text},` : text)).join(' ');
