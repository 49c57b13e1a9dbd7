import { WordSet } from '../../text/word-set.js';
import type { Token } from '../../text/tokens.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, sense, tags, VERBS, type Meaning, type Sense } from '../clause/sense.js';
import { isWritten, isWrittenAt } from '../title/title-verb.js';
import { sharesWord, type Title } from '../title/title.js';
import { ERRANDS, type Errand } from '../words/errands.js';
import { GOODS } from '../words/goods.js';

const FIRST_WORDS = new WordSet([...ERRANDS.keys(), ...GOODS.keys()]);
const MAY_BE_IDLE = new WordSet('noi nghe lam done'.split(' '));

/**
 * What people tell of beside the work: their own errands (`uống thuốc xong rồi`, `lunch is done`), goods that are none of
 * the title's (`mì tôm phát hết rồi` to `Cấp phát gạo`), and mere talk (`nghe như làm xong dễ lắm`).
 */
export function withoutErrands(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (!senses.some(({ meaning }) => TELLS.has(meaning))) return senses;
  let isBeside = false;
  return senses.map((one, at) => {
    const { parts } = clauses[at]!;
    // `lunch is done, heading back now`, `em đang đưa con đi khám`
    if (one.meaning !== 'done')
      return TELLS.has(one.meaning) &&
        ((isBeside && one.meaning === 'underway' && !find(parts, VERBS)) || isOnlyErrand(parts, title))
        ? sense('none', [])
        : one;
    isBeside = isIdle(parts) || isErrand(parts, title) || isMoved(parts);
    return isBeside ? sense('unclear', one.decided) : one;
  });
}

const TELLS: ReadonlySet<Meaning> = new Set<Meaning>(['done', 'underway', 'next']);
const SAYS_MORE = tags('complete', 'hand', 'draft');

/** `mai em đi đám cưới`; `đi đám cưới về em nộp` speaks of the work as well. */
const isOnlyErrand = (parts: readonly Part[], title: Title): boolean =>
  find(parts, 'self') !== undefined &&
  !parts.some((part) => part.isAsked || SAYS_MORE.holds(part)) &&
  parts.some(({ tokens }) => tokens.some((one) => FIRST_WORDS.holds(one))) &&
  isOwnErrand(
    parts.flatMap((part) => part.tokens),
    title,
    true,
  );

const SOUNDS = /^(?:(?:noi|nghe|noi nghe) nhu|lam nhu la|lam nhu the|lam nhu ai)(?: |$)/;

/** `nói nghe như làm xong dễ lắm`, `Done is better than perfect` */
function isIdle(parts: readonly Part[]): boolean {
  if (!MAY_BE_IDLE.holds(parts[0]!.tokens[0]!)) return false;
  const words = joinedWords(parts.slice(0, 5));
  return SOUNDS.test(words) || /^done is (?:better|never)(?: |$)/.test(words);
}

const TO_OTHERS =
  /^(?:(?:da|moi|vua|duoc) )?chuyen (?:han )?(?:(?:sang|qua|ve|toi|den) )?(?:don vi|co quan|truong|xa|phuong|huyen|tinh|phong|cong ty|cua hang|tram|noi|cho|viec|bo phan|nganh) (?:khac|moi)(?: |$)/;

/** `em chuyển sang đơn vị khác rồi`: who was asked works there no longer. */
const isMoved = ([who, ...rest]: readonly Part[]): boolean =>
  who?.tag === 'self' && TO_OTHERS.test(joinedWords(rest.slice(0, 6)));

/** Where no title is known (`done with lunch`), only what is nobody's work. */
function isErrand(parts: readonly Part[], title: Title): boolean {
  if (!parts.some(({ tokens }) => tokens.some((one) => FIRST_WORDS.holds(one)))) return false;
  const tokens = parts.flatMap((part) => part.tokens);
  return isOwnErrand(tokens, title) || isOfOtherGoods(tokens, parts, title);
}

function isOwnErrand(tokens: readonly Token[], title: Title, isAtHome = false): boolean {
  const [verb] = title.verb;
  const named = verb === undefined ? [] : [verb, ...title.words()];
  const isOf = ({ titles, isPrivate }: Errand): boolean =>
    named.length === 0 ? !isPrivate : named.some((word) => titles.some((one) => isWritten(word, one)));
  return tokens.some((token, at) =>
    ERRANDS.get(token.fold)?.some(
      (errand) => (errand.isPrivate || !isAtHome) && isWrittenAt(tokens, at, errand.words) && !isOf(errand),
    ),
  );
}

const SMALL = /^(?:cho|cua|ve|o|tai|va)$/;

/** Goods that the title does not name, where it names others; both beside each other are the title's and more. */
function isOfOtherGoods(tokens: readonly Token[], parts: readonly Part[], title: Title): boolean {
  const named = goodsOf(title.words());
  if (named.size === 0) return false;
  const told = goodsOf(tokens);
  return (
    told.size > 0 &&
    ![...told].some((one) => named.has(one)) &&
    // `gạo em phát kèm tờ rơi`: the title's own word is said as well.
    !parts.some((part) => !VERBS.holds(part) && !SMALL.test(foldedWords(part)) && sharesWord(part, title))
  );
}

function goodsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  tokens.forEach((token, at) => {
    const one = GOODS.get(token.fold)?.find((sort) => isWrittenAt(tokens, at, sort.words));
    if (one) found.add(one.id);
  });
  return found;
}
