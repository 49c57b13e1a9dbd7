import type { AnswerSpec } from '../reading/answer.js';
import { foldText } from '../text/fold.js';

/** What a figure is when nothing is said: the usual case. */
export const defaultAnswer: AnswerSpec = { type: 'number' };

const types: readonly [AnswerSpec['type'], RegExp][] = [
  ['ratio', /^(?:t[ỷỉyi]\s+l[ệe]|ratio)(?=[\s:/\d]|$)[\s:]*/iu],
  ['choice', /^(?:ch[ọo]n|choice|choose)(?=[\s:]|$)[\s:]*/iu],
  ['number', /^(?:s[ốo]|number)(?=[\s:\d]|$)[\s:]*/iu],
  ['text', /^(?:ch[ữu]|text)(?=[\s:]|$)[\s:]*/iu],
];
const asking = /^(?:h[ỏo]i|ask)(?=[\s:])[\s:]*/iu;
const number = String.raw`-?\d+(?:[.,]\d+)*`;
const bounds = new RegExp(`(${number})?\\s*(?:\\.{2,3}|…)\\s*(${number})?`);
const choicesAtMost = 12;

/**
 * The line that says what a *collect* directive asks for: `hỏi số lớp 0..50`, `hỏi tỷ lệ /12`, `hỏi chọn: Đạt | Chưa đạt`,
 * `hỏi chữ`; in English `ask number`, `ratio`, `choice`, `text`. Without `hỏi` only where no title would look like it:
 * the bare word, bounds, or choices with bars. Null for any other line.
 */
export function readAnswerLine(line: string): AnswerSpec | null {
  const text = line.normalize('NFC').trim();
  const isAsked = asking.test(text);
  const words = text.replace(asking, '');
  const found = types.find(([, pattern]) => pattern.test(words));
  if (!found) return null;
  const [type, pattern] = found;
  const rest = words.replace(pattern, '').trim();
  const isPlain = rest === '' || (type === 'choice' ? rest.includes('|') : isBounds(type, rest));
  return isAsked || isPlain ? readSpec(type, rest) : null;
}

/** Only in a number or ratio: `số lớp 0..50`, `tỷ lệ /12`. */
function isBounds(type: AnswerSpec['type'], rest: string): boolean {
  if (type === 'ratio') return /^\/?\s*\d+$/.test(rest);
  return type === 'number' && bounds.test(rest) && /\d/.test(bounds.exec(rest)?.[0] ?? '');
}

function readSpec(type: AnswerSpec['type'], rest: string): AnswerSpec | null {
  switch (type) {
    case 'text':
      return rest === '' ? { type } : null;
    case 'choice':
      return readChoices(rest);
    case 'ratio': {
      const total = /^\/?\s*(\d{1,9})$/.exec(rest)?.[1];
      if (total !== undefined && Number(total) > 0) return { type, total: Number(total) };
      return rest === '' ? { type } : null;
    }
    case 'number':
      return readNumber(rest);
  }
}

function readChoices(rest: string): AnswerSpec | null {
  const choices = rest
    .split('|')
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
  const isDistinct = new Set(choices.map(foldText)).size === choices.length;
  const fits =
    choices.length >= 2 && choices.length <= choicesAtMost && choices.every(({ length }) => length <= 60);
  return isDistinct && fits ? { type: 'choice', choices } : null;
}

function readNumber(rest: string): AnswerSpec | null {
  const found = bounds.exec(rest);
  const min = readBound(found?.[1]);
  const max = readBound(found?.[2]);
  if (min !== undefined && max !== undefined && min > max) return null;
  const unit = (found ? rest.replace(found[0], ' ') : rest).replace(/\s+/g, ' ').trim();
  if (unit.length > 30) return null;
  return {
    type: 'number',
    ...(unit === '' ? {} : { unit }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

/** `1.000` is a thousand, `1,5` one and a half: as Vietnamese offices write. */
function readBound(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^-?\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''));
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
