import { readClauses } from './clauses.js';
import type { Clause, Part } from './part.js';
import { splitCode } from './code.js';
import { combine } from './combine.js';
import { findDifficulty } from './difficulty.js';
import { judgeClause } from './judge-clause.js';
import { findMoreTime } from './more-time.js';
import { findParts } from './parts.js';
import type { Reading } from './reading.js';
import { splitSections } from './sections.js';
import { find, sense, tags, type Sense } from './sense.js';
import { readTimeWish } from './time-wish.js';
import { findQuantities, isWishedAt, type Quantity } from './quantities.js';

export type { Reading, Status } from './reading.js';

// A chat message holds 4,096 characters at most; what decides stands in the first part of a very long one.
const READ_LIMIT = 4_096;

// What stands under `Khó khăn:` is one more clause, which needs no reading to be an obstacle.
const UNDER_HEADING: Clause = { parts: [], opener: null, end: '' };

/** Reads a reply in Vietnamese or English. Never throws; any text gives a reading. */
export function readReply(text: string): Reading {
  const { code, note } = splitCode(text.normalize('NFC'));
  return readNote(code, note);
}

/** Reads a text that is already free of its code. */
function readNote(code: number | null, note: string): Reading {
  const body = note.slice(0, READ_LIMIT);
  const { sections, rest } = splitSections(body);
  const clauses = readClauses(rest);
  const moreTime = findMoreTime(rest, clauses);
  const told = moreTime === null ? clauses : clauses.filter((clause) => !moreTime.clauses.includes(clause));
  const senses = judgeAll(told);
  const quantities = told.map((clause, index) =>
    senses[index]?.meaning === 'question' ? [] : findQuantities(clause),
  );
  const headed = sections.filter(({ kind }) => kind === 'difficulty');
  const { status, evidence } = combine(
    headed.length > 0 ? [...told, UNDER_HEADING] : told,
    headed.length > 0 ? [...senses, sense('trouble', [])] : senses,
    headed.length > 0 ? [...quantities, []] : quantities,
    moreTime !== null,
  );
  return {
    code,
    status,
    ...onlyQuantity(told, quantities),
    difficulty: findDifficulty(rest, told, senses, sections),
    ...findParts(rest, told, senses, sections),
    note,
    isQuestion: senses.some((sense) => sense.meaning === 'question'),
    moreTime: moreTime?.words ?? null,
    timeWish: moreTime && readTimeWish(moreTime.words),
    evidence: [
      ...new Set([...evidence, ...headed.map(({ heading }) => heading), ...(moreTime?.evidence ?? [])]),
    ],
  };
}

/** Reads the clauses one by one. After `dạ rồi ạ` the next one tells a fact: `em gửi file lúc 14h30`. */
function judgeAll(clauses: readonly Clause[]): Sense[] {
  const place = (index: number) => ({ last: index === clauses.length - 1, alone: clauses.length === 1 });
  const affirmed = clauses.map(({ parts }) => affirmation(parts));
  return clauses.map((clause, index) => {
    const already = affirmed[index - 1];
    const told = already ? { ...clause, parts: [...clause.parts, already] } : clause;
    return judgeClause(told, place(index));
  });
}

const AFFIRMS = tags('yes', 'already', 'self', 'you', 'particle', 'past');

function affirmation(parts: readonly Part[]): Part | undefined {
  return parts.every((part) => AFFIRMS.has(part.tag)) ? find(parts, 'already') : undefined;
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

function isWished({ parts }: Clause): boolean {
  return isWishedAt(
    parts,
    parts.findIndex(({ tokens }) => tokens[0]!.kind === 'percent' || tokens[0]!.kind === 'ratio'),
  );
}
