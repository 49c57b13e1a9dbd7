import type { AnswerSpec } from '../reading/answer.js';
import { foldText } from '../text/fold.js';
import { hasDots, readBounds } from './answer-bounds.js';

/** What a figure is when nothing is said: the usual case. */
export const defaultAnswer: AnswerSpec = { type: 'number' };

const types: readonly [AnswerSpec['type'], RegExp][] = [
  ['ratio', /^(?:t[ỷỉyi]\s+l[ệe]|ratio)(?=[\s:/\d]|$)[\s:]*/iu],
  ['choice', /^(?:ch[ọo]n|choice|choose)(?=[\s:]|$)[\s:]*/iu],
  ['number', /^(?:s[ốo]|number)(?=[\s:\d]|$)[\s:]*/iu],
  ['text', /^(?:ch[ữu]|text)(?=[\s:]|$)[\s:]*/iu],
];
const asking = /^(?:h[ỏo]i|ask)(?=[\s:]|$)[\s:]*/iu;
const choicesAtMost = 12;
const longestChoice = 60;
const longestUnit = 30;

/**
 * What is wrong with a line that asks: nothing of what can be asked for, bounds, what is counted, a total, choices, more
 * than `chữ`, or a second such line.
 */
export type AskingFault = 'kind' | 'bounds' | 'unit' | 'total' | 'choices' | 'text' | 'twice';

/**
 * The line that says what a *collect* directive asks for: `hỏi số lớp 0..50`, `hỏi tỷ lệ /12`, `hỏi chọn: Đạt | Chưa đạt`,
 * `hỏi chữ`; in English `ask number`, `ratio`, `choice`, `text`. Without `hỏi` only where no title would look like it:
 * the bare word, bounds, or choices with bars. Null for any other line.
 */
export function readAnswerLine(line: string): AnswerSpec | null {
  const { isAsked, type, rest } = splitLine(line);
  if (!type) return null;
  const isPlain = rest === '' || (type === 'choice' ? rest.includes('|') : isBounds(type, rest));
  const spec = isAsked || isPlain ? readSpec(type, rest) : null;
  return typeof spec === 'string' ? null : spec;
}

/**
 * Why a line that begins with `hỏi` asks for nothing; null where it does, and for any other line. Unless it is `sure` that
 * such a line asks, only one that no title and no text would look like is at fault; `hoi` may be `hội` as well.
 */
export function findAskingFault(line: string, sure: boolean): AskingFault | null {
  const { isAsked, type, rest } = splitLine(line);
  if (!isAsked || !((sure && !/^\s*hoi/i.test(line)) || isSurelyAsking(line))) return null;
  if (!type) return 'kind';
  const spec = readSpec(type, rest);
  return typeof spec === 'string' ? spec : null;
}

/** Whether a line begins with `hỏi` and goes on as no title and no text does: with bounds, bars or a total. */
export function isSurelyAsking(line: string): boolean {
  const { isAsked, type } = splitLine(line);
  return isAsked && (type === 'choice' || hasDots(line) || /\||\/\s*\d+\s*$/.test(line));
}

function splitLine(line: string): { isAsked: boolean; type: AnswerSpec['type'] | null; rest: string } {
  const text = line.normalize('NFC').trim();
  const words = text.replace(asking, '');
  const [type = null, pattern = ''] = types.find(([, each]) => each.test(words)) ?? [];
  return { isAsked: asking.test(text), type, rest: words.replace(pattern, '').trim() };
}

/** Only in a number or ratio: `số lớp 0..50`, `tỷ lệ /12`. */
function isBounds(type: AnswerSpec['type'], rest: string): boolean {
  if (type === 'ratio') return /^\/?\s*\d+$/.test(rest);
  return type === 'number' && hasDots(rest);
}

function readSpec(type: AnswerSpec['type'], rest: string): AnswerSpec | AskingFault {
  switch (type) {
    case 'text':
      return rest === '' ? { type } : 'text';
    case 'choice':
      return readChoices(rest);
    case 'ratio': {
      const total = /^\/?\s*(\d{1,9})$/.exec(rest)?.[1];
      if (total !== undefined && Number(total) > 0) return { type, total: Number(total) };
      return rest === '' ? { type } : 'total';
    }
    case 'number':
      return readNumber(rest);
  }
}

function readChoices(rest: string): AnswerSpec | AskingFault {
  const choices = rest
    .split('|')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  const isDistinct = new Set(choices.map(foldText)).size === choices.length;
  const fits =
    choices.length >= 2 &&
    choices.length <= choicesAtMost &&
    choices.every(({ length }) => length <= longestChoice);
  return isDistinct && fits ? { type: 'choice', choices } : 'choices';
}

function readNumber(rest: string): AnswerSpec | AskingFault {
  const read = readBounds(rest);
  if ('isWrong' in read) return 'bounds';
  const { unit, ...bounds } = read;
  if (unit.length > longestUnit) return 'unit';
  return { type: 'number', ...(unit === '' ? {} : { unit }), ...bounds };
}
