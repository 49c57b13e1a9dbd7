import { readClauses } from './splitting/clauses.js';
import { createPart, type Clause, type Part } from './clause/part.js';
import { splitCode } from './code.js';
import { combine } from './verdict/combine.js';
import { findDifficulty } from './details/difficulty.js';
import type { MoreTime } from './details/ask-later.js';
import { STEPS } from './steps/steps.js';
import { withoutOtherInstances, type OurStatements } from './steps/other-instance.js';
import { blankQuoted } from './splitting/quoted.js';
import { judgeClause } from './judge/judge-clause.js';
import { askUnderHeading } from './details/headed-request.js';
import { findMoreTime } from './details/more-time.js';
import { withoutOutcomes } from './steps/outcomes.js';
import { findParts } from './details/parts.js';
import type { Reading } from './reading.js';
import { splitSections, type Section } from './splitting/sections.js';
import { find, lastSpoken, PLAIN_WORK, saysPast, sense, tags, VERBS, type Sense } from './clause/sense.js';
import { readTimeWish } from './details/time-wish.js';
import { markOwnParts } from './steps/own-parts.js';
import { shareOfTotal, titleTotal, type Total } from './title/title-total.js';
import { toldFigures } from './steps/told-figures.js';
import { readTitle, type Title } from './title/title.js';
import { findQuantities, isWished, type Quantity } from './clause/quantities.js';

export type { Reading, Status } from './reading.js';

// A chat message holds 4,096 characters at most; what decides stands in the first part of a very long one.
const READ_LIMIT = 4_096;

// What stands under `Khó khăn:` is one more clause, which needs no reading to be an obstacle.
const UNDER_HEADING: Clause = { parts: [], opener: null, end: '' };

// Letters that stand for themselves in NFC: most texts hold no others, and asking costs less than normalising.
const COMPOSED = /^[\0-\u02ff\u1e00-\u1eff\u2010-\u2026]*$/;

/** What is known of what a reply answers. */
interface Answered {
  title: Title;
  /** Of how many the title speaks. */
  total: Total | null;
  /** The name of the unit that answers. */
  unit: string;
  /** The day on which it is said. */
  saidOn: string;
}

/**
 * Reads a reply in Vietnamese or English; `title`: of the directive that it answers; `unit`: the name of the unit that says
 * it; `saidOn`: the ISO date of the day on which it was said, by the speaker's calendar. '' where they do not matter or are
 * not known. Never throws; any text gives a reading.
 */
export function readReply(text: string, title = '', unit = '', saidOn = ''): Reading {
  const { code, note } = splitCode(COMPOSED.test(text) ? text : text.normalize('NFC'));
  return readNote(code, note, { title: readTitle(title), total: titleTotal(title), unit, saidOn });
}

/** Reads a text that is already free of its code. */
function readNote(code: number | null, note: string, answered: Answered): Reading {
  const { title, total } = answered;
  const body = blankQuoted(note.slice(0, READ_LIMIT));
  const { sections: headings, rest } = splitSections(body);
  const clauses = readClauses(rest, title, answered.saidOn);
  const { sections, moreTime: underHeading } = askUnderHeading(headings, title);
  const moreTime = findMoreTime(rest, clauses) ?? underHeading;
  const heard = moreTime === null ? clauses : clauses.filter((clause) => !moreTime.clauses.includes(clause));
  const { told, senses } = judgeOurs(heard, answered);
  const quantities = quantitiesOfAll(told, senses, total);
  const headed = sections.filter(({ kind }) => kind === 'difficulty');
  const figures = moreTime === null && headed.length === 0 ? toldFigures(told, title) : [];
  const { status, evidence } =
    figures.length > 0
      ? { status: 'done' as const, evidence: figures }
      : combine(
          headed.length > 0 ? [...told, UNDER_HEADING] : told,
          headed.length > 0 ? [...senses, sense('trouble', [])] : senses,
          headed.length > 0 ? [...quantities, []] : quantities,
          moreTime !== null,
        );
  const { percent, done, total: all } = onlyQuantity(told, figures.length > 0 ? [] : quantities);
  const { result, proposal, nextStep } = findParts(rest, told, senses, sections);
  return {
    code,
    status,
    percent,
    done,
    total: all,
    difficulty: figures.length > 0 ? null : findDifficulty(rest, told, senses, sections),
    result,
    proposal,
    nextStep,
    note,
    isQuestion: senses.some((sense) => sense.meaning === 'question'),
    moreTime: moreTime?.words ?? null,
    timeWish: moreTime && readTimeWish(moreTime.words),
    evidence: withHeadings(evidence, headed, moreTime),
  };
}

function quantitiesOfAll(told: readonly Clause[], senses: readonly Sense[], total: Total | null) {
  const named = told.map((clause, index) => quantitiesOf(clause, senses[index]!, total));
  return withoutOutcomes(told, senses, named);
}

function withHeadings(evidence: string[], headed: readonly Section[], moreTime: MoreTime | null): string[] {
  if (headed.length === 0 && moreTime === null) return evidence;
  return [...new Set([...evidence, ...headed.map(({ heading }) => heading), ...(moreTime?.evidence ?? [])])];
}

/** The clauses that speak of the directive, and what they say. */
function judgeOurs(clauses: readonly Clause[], answered: Answered): OurStatements {
  let senses: readonly Sense[] = judgeAll(clauses);
  for (const step of STEPS) senses = step(clauses, senses, answered.title);
  return withoutOtherInstances(clauses, markOwnParts(clauses, senses, answered), answered);
}

function quantitiesOf(clause: Clause, said: Sense, total: Total | null): Quantity[] {
  if (said.meaning === 'question') return [];
  const named = findQuantities(clause);
  return named.length > 0 || total === null ? named : shareOfTotal(clause, said, total);
}

/** Reads the clauses one by one. After `dạ rồi ạ` the next one tells a fact: `em gửi file lúc 14h30`. */
function judgeAll(clauses: readonly Clause[]): Sense[] {
  const place = (index: number) => ({ last: index === clauses.length - 1, alone: clauses.length === 1 });
  const affirmed = clauses.map(({ parts }) => affirmation(parts));
  return clauses.map((clause, index) => {
    const already = affirmed[index - 1] ?? carriedOver(clauses[index - 1], clause);
    const told = already
      ? {
          ...clause,
          parts: already.tag === 'already' ? [...clause.parts, already] : [already, ...clause.parts],
        }
      : clause;
    const judged = judgeClause(told, place(index));
    // `danh sách tính cả bé đang học không, hay để riêng ạ?`
    return judged.meaning === 'underway' && isAlternative(clause, clauses[index + 1])
      ? sense('question', judged.decided)
      : judged;
  });
}

function isAlternative({ parts }: Clause, next: Clause | undefined): boolean {
  return next?.end === '?' && next.parts[0]?.tag === 'or' && lastSpoken(parts)?.tag === 'not';
}

const NOT_CARRIED = tags(
  ...([
    'notYet',
    'not',
    'cannot',
    'noMore',
    'will',
    'ahead',
    'promise',
    'day',
    'today',
    'within',
    'doing',
  ] as const),
  ...([
    'must',
    'haveTo',
    'then',
    'if',
    'whenever',
    'maybe',
    'said',
    'believed',
    'wait',
    'newly',
    'nearly',
  ] as const),
);

/** `đã phân công, niêm yết lịch`: the `đã` of a list of verbs stands before the first. */
function carriedOver(before: Clause | undefined, { parts, opener }: Clause): Part | undefined {
  if (before?.end !== ',' || opener !== null || before.opener !== null) return undefined;
  const past = before.parts.find((part) => part.tag === 'past' || saysPast(part));
  const told = past && find(before.parts, VERBS, before.parts.indexOf(past));
  if (!told || !PLAIN_WORK.holds(parts[0])) return undefined;
  if (find(before.parts, NOT_CARRIED) ?? find(parts, NOT_CARRIED)) return undefined;
  return createPart('past', past.tokens.slice(0, 1));
}

const AFFIRMS = tags('yes', 'already', 'self', 'you', 'particle', 'past');

function affirmation(parts: readonly Part[]): Part | undefined {
  return parts.every((part) => AFFIRMS.holds(part)) ? find(parts, 'already') : undefined;
}

/** The share that the whole reply names; of two different ones neither is guessed. */
function onlyQuantity(
  clauses: readonly Clause[],
  found: readonly Quantity[][],
): Pick<Reading, 'percent' | 'done' | 'total'> {
  if (found.every((quantities) => quantities.length === 0)) return { percent: null, done: null, total: null };
  const reached = clauses.flatMap((clause, index) => (isWished(clause) ? [] : index));
  const holds = reached.filter((index) => !find(clauses[index]!.parts, NO_LONGER));
  // `hôm qua mới 12/15, nay 15/15`: where one still holds, what was before does not count.
  const isNow = holds.some((index) => found[index]!.length > 0);
  const usable = (isNow ? holds : reached).flatMap((index) => found[index]!);
  const percents = new Set(usable.flatMap((item) => item.percent ?? []));
  const ratios = usable.filter((item) => item.total !== null);
  const same = ratios.every((item) => item.done === ratios[0]?.done && item.total === ratios[0]?.total);
  return {
    percent: percents.size === 1 ? [...percents][0]! : null,
    done: same ? (ratios[0]?.done ?? null) : null,
    total: same ? (ratios[0]?.total ?? null) : null,
  };
}

const NO_LONGER = tags('ago', 'undo', 'notYet');
