import { tokenise, type Token } from '../../text/tokens.js';
import type { Clause, Part } from '../clause/part.js';
import { indexOf, tags, VERBS, withMeaning, type Sense } from '../clause/sense.js';
import { IS_CAPITAL, idsOf, kindAt, mayBeKind, type Kind } from '../title/title-kinds.js';
import { isWritten } from '../title/title-verb.js';
import { type Title, wordsOfTitle } from '../title/title.js';

/** What a unit may be made of, by the names of kinds (words/kinds.ts). */
const SMALLER = new Set(
  'to,thon,xom,ap,ban,buon,lang,khu pho,khu vuc,lop,khoi lop,khoi,doi,nhom,quay,phong,khoa,chi doan,chi hoi,chi bo,ca,day,tuyen,duong,hem,ngo,kiet,duong,kho,diem truong,diem'.split(
    ',',
  ),
);
const PLURALS = /^(?:cac|nhung|moi|tung|tat ca|toan bo|all|each|every)$/;
const ALL = tags('every', 'noMore');
const LAST = /^(?:cuoi|cuoi cung|not|chot|het)$/;

interface Answered {
  title: Title;
  unit: string;
}

/**
 * `tổ 3 nộp rồi` said by a ward, `xong tuyến Lê Lợi` to `Chặt tỉa cây trên các tuyến đường`: one of those that make up the
 * unit, or that the title counts, is done. Whether it was the last is not said.
 */
export function markOwnParts(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  answered: Answered,
): readonly Sense[] {
  const told = senses.some(({ meaning }, at) => meaning === 'done' && clauses[at]!.parts.some(mayName));
  if (!told || clauses.some(saysAll)) return senses;
  return senses.map((one, at) =>
    one.meaning === 'done' && namesPart(clauses[at]!.parts, answered)
      ? withMeaning(one, 'unclear', true)
      : one,
  );
}

const mayName = ({ tokens }: Part): boolean => tokens.some(mayBeKind);

const saysAll = ({ parts }: Clause): boolean =>
  parts.some((part) => ALL.holds(part) || part.tokens.some(({ fold }) => LAST.test(fold)));

function namesPart(parts: readonly Part[], { title, unit }: Answered): boolean {
  const verb = Math.max(indexOf(parts, VERBS), 0);
  const tokens = parts.flatMap((part) => part.tokens);
  const names = new Set(parts.filter(mayBeName).map((part) => part.tokens[0]!));
  const before = parts.slice(0, verb).flatMap((part) => part.tokens).length;
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = kindAt(tokens, at);
    if (kind === null || kind.sort !== 'unit' || !isNamed(tokens, kind, names)) continue;
    if (isIn(tokens, kind, tokenise(unit)) || isIn(tokens, kind, wordsOfTitle(title))) return false;
    const isSubject = at < before;
    if ((isSubject && isPartOf(kind, unit)) || isCounted(kind, title)) return true;
  }
  return false;
}

/** `tổ 3`, `tuyến Lê Lợi` */
const isNamed = (tokens: readonly Token[], kind: Kind, names: ReadonlySet<Token>): boolean =>
  idsOf(tokens, kind).ids.length === 1 || (tokens[kind.end] !== undefined && names.has(tokens[kind.end]!));

const NO_NAMES = tags('complete', 'already', 'past', 'self', 'you', 'every', 'notYet', 'doing');

const mayBeName = (part: Part): boolean =>
  IS_CAPITAL.test(part.tokens[0]!.raw) && !NO_NAMES.holds(part) && !VERBS.holds(part);

/** Whether the same one is named there: it is the unit itself, or all that was asked for. */
const isIn = (tokens: readonly Token[], kind: Kind, words: readonly Token[]): boolean =>
  words.some(
    (_, at) =>
      kindAt(words, at)?.name === kind.name &&
      words.slice(at).some((word) => tokens[kind.end] !== undefined && isWritten(tokens[kind.end]!, word)),
  );

/** A unit of another kind, which may be made of such as this. */
function isPartOf({ name }: Kind, unit: string): boolean {
  const words = tokenise(unit);
  return words.length > 0 && SMALLER.has(name) && !words.some((_, at) => kindAt(words, at)?.name === name);
}

/** `các tuyến đường`: the title means more than one. */
function isCounted(kind: Kind, title: Title): boolean {
  const words = wordsOfTitle(title);
  return words.some((word, at) => {
    if (!PLURALS.test(word.fold) || at + 1 >= words.length) return false;
    // `các nhà dân` to `nhà bà Sáu`
    const counted = kindAt(words, at + 1)?.tokens ?? [words[at + 1]!];
    return counted.some((one) => kind.tokens.some((other) => isWritten(other, one)));
  });
}
