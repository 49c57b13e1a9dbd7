import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { sense, tags, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';
import { BUILDS, words } from './other-work.js';

const GIVES = words('phat, phat qua, cap phat, trao, trao qua, niem yet, treo, dan, phat to roi');
const PLANTS = words('trong, trong cay, gieo, gieo sa, bon phan, xuong giong, tha giong');
const PUTS_UP = words('dung, dung rap, lap dat, lap, phun, phun thuoc, rac voi, nau, nau an');

// What is fetched for the work, and what is copied and packed to be given out.
const FETCHES =
  /^(?:mua|mua sam|dat mua|dat hang|tap ket|cho|cho ve|van chuyen|chuyen cho|gom|muon|thue|xin|keo ve|lay ve)$/;
const COPIES = /^(?:in|in an|photo|photocopy|pho to|scan|soan|viet|dong goi)$/;
const ACTS = tags('work', 'draft', 'hand');

/**
 * `mua đủ vật tư rồi` to `Sửa mái nhà văn hóa`, `giấy mời photo xong` to `Phát giấy mời`: a step before the work that the
 * title names.
 */
export function withoutPreparations(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(({ meaning }) => meaning === 'done')) return senses;
  const isStep = stepsOf(title);
  if (isStep === null || clauses.some(({ parts }) => parts.some((part) => isOfVerb(part, title))))
    return senses;
  const isPreparation = ({ parts }: Clause): boolean => {
    const acts = parts.filter((part) => ACTS.holds(part));
    return acts.length > 0 && acts.every(isStep);
  };
  return senses.map((one, at) =>
    one.meaning === 'done' && isPreparation(clauses[at]!) ? sense('underway', one.decided) : one,
  );
}

const GIVEN_OUT = new Set(['dan', 'treo', 'phat']);

/** `dan het roi` without marks may be the title's `dán`, or another word for `Niêm yết`. */
const isOfVerb = ({ isAsked, tokens }: Part, { verb }: Title): boolean =>
  isAsked ||
  tokens.some(({ marks, fold }) => marks === '' && (fold === verb[0]!.fold || GIVEN_OUT.has(fold)));

/** Which deeds are steps before the work of a title; null where that is not known. */
function stepsOf({ verb }: Title): ((act: Part) => boolean) | null {
  const [first = '', second = ''] = verb.map(({ fold }) => fold);
  const begins = (verbs: ReadonlySet<string>): boolean => verbs.has(`${first} ${second}`) || verbs.has(first);
  const isGiven = begins(GIVES);
  if (!isGiven && !begins(BUILDS) && !begins(PLANTS) && !begins(PUTS_UP)) return null;
  return (act) => FETCHES.test(foldedWords(act)) || (isGiven && COPIES.test(foldedWords(act)));
}
