import { askLater, type MoreTime } from './ask-later.js';
import { foldedWords, rawWords, type Clause, type Part } from '../clause/part.js';
import { DENIALS, indexOf } from '../clause/sense.js';
import { wordsFrom } from './time-words.js';

/** A request for more time and the words that say until when, as written (`xin gia hạn đến thứ 4` → `thứ 4`). */
export function findMoreTime(text: string, clauses: readonly Clause[]): MoreTime | null {
  for (const clause of clauses) {
    const later = askLater(text, clause);
    if (later) return later;
    const at = indexOf(clause.parts, 'moreTime');
    if (at < 0) continue;
    const asked = clause.parts[at]!;
    if (
      clause.parts
        .slice(0, at)
        .some(
          (part) =>
            DENIALS.holds(part) ||
            foldedWords(part) === 'khong can' ||
            (part.tag === 'past' && part.tokens[0]!.fold === 'da'),
        )
    )
      continue;
    const words = timeWords(text, clause.parts, at);
    // `xin thêm`, `cho thêm` ask for more time only when a time is named: `xin thêm 200 áo phao` does not.
    if (
      words === '' &&
      /thêm|them|đến|den|sang/i.test(rawWords(asked)) &&
      !/hạn|han|thời gian|thoi gian/i.test(
        [asked, ...clause.parts.slice(at + 1, at + 4)].map(rawWords).join(' '),
      )
    )
      continue;
    return {
      words,
      clauses: [clause],
      evidence: [rawWords(asked), ...(words === '' ? [] : [words])],
    };
  }
  return null;
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
