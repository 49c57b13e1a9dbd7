import { tokenise } from '../../text/tokens.js';
import type { AnswerSpec, AnswerValue } from '../answer.js';
import type { Answer } from './answer.js';
import { readAsked, type Asked } from './asked.js';
import type { Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import { numberOf } from './number-of.js';
import { quantitiesOf } from './read-figure.js';
import { readRatio } from './read-ratio.js';
import { isSpaced } from './written-forms.js';

/** More of them are a table: nobody looks for the right one among buttons. */
const most = 3;

/**
 * The values that a text tells where nobody can be sure which of them is the answer, in their order and each once: what
 * is offered with the question back. None where there are more than a phone shows well, or where none may be.
 */
export function toldFigures(text: string, spec: AnswerSpec, title = ''): AnswerValue[] {
  const values = spec.type === 'number' ? toldNumbers(text, spec, title) : toldRatios(text, spec);
  const each = new Map(values.map((value) => [JSON.stringify(value), value]));
  return each.size > most ? [] : [...each.values()];
}

function toldNumbers(text: string, spec: AnswerSpec & { type: 'number' }, title: string): AnswerValue[] {
  const { min = -Infinity, max = Infinity } = spec;
  return numbersIn(text, readAsked(spec, title)).flatMap((number) =>
    number >= min && number <= max ? [{ type: 'number' as const, number }] : [],
  );
}

function toldRatios(text: string, spec: AnswerSpec): AnswerValue[] {
  if (spec.type !== 'ratio') return [];
  const shares = tokenise(text).flatMap(({ kind, raw }) => (kind === 'ratio' ? [raw] : []));
  const told = shares.length > 0 ? shares : pairOf(text, spec.total);
  return told.flatMap((share) => {
    const read = readRatio(share, spec);
    return 'value' in read ? [read.value] : [];
  });
}

/** Two counts, or some where it was said of how many. */
function pairOf(text: string, total: number | undefined): string[] {
  const counts = numbersIn(text, readAsked({ type: 'number' }, '')).filter(Number.isInteger);
  if (counts.length === 2 && counts[0]! <= counts[1]! && (total ?? counts[1]) === counts[1])
    return [counts.join('/')];
  return total === undefined ? [] : counts.map((count) => `${count}/${total}`);
}

function numbersIn(text: string, asked: Asked): number[] {
  const answer = findFigures(quantitiesOf(text.slice(0, 1_000), asked), asked, true);
  return (answer?.figures ?? []).flatMap((figure) => numbersAt(answer!, figure, asked));
}

/** `1,250` is one or the other; the end of `10 -15` is no debt. */
function numbersAt(answer: Answer, figure: Figure, asked: Asked): number[] {
  const written = answer.tokens[figure.from]!.raw;
  const ways = /^\d{1,3},\d{3}$/.test(written) && figure.number === null;
  const next = answer.tokens[figure.from + 1];
  const isOne = isSpaced(answer.tokens[figure.from]!, next) && figure.number === null;
  const told = isOne
    ? [Number(`${written}${next!.raw}`)]
    : ways
      ? [written.replace(',', ''), written.replace(',', '.')].map(Number)
      : [figure.number];
  return told.flatMap((number) => {
    if (number === null) return [];
    const isEnd = number < 0 && figure.from > 0 && answer.figures.some(({ to }) => to === figure.from);
    const found = numberOf(answer, { ...figure, number: isEnd ? -number : number }, asked);
    return found === null || !Number.isFinite(found) ? [] : [found];
  });
}
