import { readClauses, type Clause } from './clauses.js';
import { splitCode } from './code.js';
import { combine } from './combine.js';
import { findDifficulty } from './difficulty.js';
import { judgeClauses } from './headings.js';
import { findMoreTime } from './more-time.js';
import type { Reading } from './reading.js';
import { readTimeWish } from './time-wish.js';
import { findQuantities, type Quantity } from './quantities.js';

export type { Reading, Status } from './reading.js';

// A chat message holds 4,096 characters at most; what decides stands in the first part of a very long one.
const READ_LIMIT = 4_096;

/** Reads a reply in Vietnamese or English. Never throws; any text gives a reading. */
export function readReply(text: string): Reading {
  const { code, note } = splitCode(text.normalize('NFC'));
  return readNote(code, note);
}

/** Reads a text that is already free of its code. */
export function readNote(code: number | null, note: string): Reading {
  const body = note.slice(0, READ_LIMIT);
  const clauses = readClauses(body);
  const moreTime = findMoreTime(body, clauses);
  const told = moreTime === null ? clauses : clauses.filter((clause) => !moreTime.clauses.includes(clause));
  const senses = judgeClauses(told);
  const quantities = told.map((clause, index) =>
    senses[index]?.meaning === 'question' ? [] : findQuantities(clause),
  );
  const { status, evidence } = combine(told, senses, quantities);
  const difficulty = findDifficulty(body, told, senses);
  return {
    code,
    status,
    ...onlyQuantity(told, quantities),
    difficulty,
    note,
    isQuestion: senses.some((sense) => sense.meaning === 'question'),
    moreTime: moreTime?.words ?? null,
    timeWish: moreTime && readTimeWish(moreTime.words),
    evidence: [...new Set([...evidence, ...(moreTime?.evidence ?? [])])],
  };
}

/** The share that the whole reply names; of two different ones neither is guessed. */
function onlyQuantity(
  clauses: readonly Clause[],
  found: readonly Quantity[][],
): Pick<Reading, 'percent' | 'done' | 'total'> {
  const usable = found.filter((_, index) => !isWished(clauses[index]!)).flat();
  const percents = new Set(usable.flatMap((item) => item.percent ?? []));
  const ratios = usable.filter((item) => item.total !== null);
  const same = ratios.every((item) => item.done === ratios[0]?.done && item.total === ratios[0]?.total);
  return {
    percent: percents.size === 1 ? [...percents][0]! : null,
    done: same ? (ratios[0]?.done ?? null) : null,
    total: same ? (ratios[0]?.total ?? null) : null,
  };
}

/** A share that is promised, aimed at or denied (`phấn đấu 100%`, `chưa được 50%`) is not one that was reached. */
export function isWished(clause: Clause): boolean {
  const at = clause.parts.findIndex((part) => ['percent', 'ratio'].includes(part.tokens[0]!.kind));
  return clause.parts
    .slice(0, at)
    .some(
      (part) => part.tag === 'neg' || part.tag === 'cond' || part.tag === 'require' || part.tag === 'future',
    );
}
