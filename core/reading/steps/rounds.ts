import { foldedWords, type Clause } from '../clause/part.js';
import { find, isNumber, isPartOf, tags, withMeaning, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';

// Places and times over, of which a title that names no number asks none in particular.
const ROUNDS = /^(?:cho|diem|noi|luot|lan|cu|vong|bien)$/;
const NOT_ALL = tags(
  'left',
  'newly',
  'only',
  'some',
  'able',
  'nearly',
  'notYet',
  'not',
  'except',
  'further',
  'more',
);

/** `dán 6 chỗ rồi` to `Dán thông báo`: as many as there are, since the title names no number. */
export function readRounds(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(isPartOf)) return senses;
  if (title.words().some(({ kind }) => kind !== 'word' && kind !== 'punct')) return senses;
  return senses.map((one, at) =>
    isPartOf(one) && isRound(clauses[at]!, one) ? withMeaning(one, 'done', false) : one,
  );
}

function isRound({ parts }: Clause, { decided }: Sense): boolean {
  const [verb, count] = decided;
  if (!verb?.isAsked || !isNumber(count) || !find(parts, 'already') || find(parts, NOT_ALL)) return false;
  const unit = parts[parts.indexOf(count!) + 1];
  return unit !== undefined && ROUNDS.test(foldedWords(unit));
}
