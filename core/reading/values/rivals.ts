import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import { isJoinedTo, isNamedAlone } from './dismiss.js';
import type { Figure } from './figure.js';
import { numberOf } from './number-of.js';
import { isSameWord } from './phrase-list.js';
import { isKnown, isOfOtherKind, isOfOtherSort, relate, type Candidate } from './relate.js';

/** Whether words of the title, other than its things, stand by the one figure and not by the other. */
export const tellsMore = (
  one: Pick<Candidate, 'told'>,
  other: Pick<Candidate, 'told'>,
  { thingWords }: Asked,
): boolean => [...one.told].some((key) => !other.told.has(key) && !thingWords.has(key));

/** Figures of these leave the others what they are. */
const ASIDE = 'then ahead change part women men group sofar plan each rate outof away meter net'.split(' ');

/** What a title asks for that a figure does not tell by itself where others stand beside it. */
const LACKS = ['left', 'absent', 'undone', 'late', 'broken', 'good', 'taken'];

/** `848 phiếu, 8 phiếu không hợp lệ`: nobody knows whether the former are all, or those that are. */
export function isDenied(best: Candidate, answer: Answer, asked: Asked): boolean {
  const others = answer.figures.filter((figure) => isRival(figure, best, answer, asked));
  const isMain = asked.main !== null && best.told.has(asked.main.key);
  const isLacking = !best.isNamed && !isMain && LACKS.some((tag) => asked.relations.has(tag));
  if ((others.length > 0 && isLacking) || isAllOf(best, answer, asked)) return true;
  return others.some((figure) => {
    const rival = relate(answer, figure, asked);
    const isBehind = (best.hasState && !rival.hasState) || (rival.isWhole && tellsMore(best, rival, asked));
    // `đổ 19 cây, dọn được 13` of those that were cleared
    if (isMain && !rival.told.has(asked.main!.key)) return false;
    return tellsMore(rival, best, asked) && (!isBehind || figure.relations.has('undone'));
  });
}

/** `xã có 1.240 hộ, trong đó 36 hộ phải di dời`: the former are all of them. */
function isAllOf({ figure, told }: Candidate, answer: Answer, asked: Asked): boolean {
  if (!figure.before.some((at) => answer.tokens[at]!.fold === 'co')) return false;
  const untold = asked.telling.filter(({ key }) => !told.has(key) && !asked.thingWords.has(key));
  return answer.figures.some(
    ({ relations, after }) =>
      relations.has('part') &&
      untold.some((word) => after.some((at) => isSameWord(answer.tokens[at]!, word, answer))),
  );
}

/** Another number of what is asked for. */
export function isRival(figure: Figure, best: Candidate, answer: Answer, asked: Asked): boolean {
  if (figure === best.figure || figure.isOfOne || isOfOtherKind(answer, figure, asked)) return false;
  const isApart = isNamedAlone(answer, best.figure, figure, asked) || isOfOtherSort(answer, figure, asked);
  if (isApart && isJoinedTo(answer, best.figure, figure)) return false;
  if ((numberOf(answer, figure, asked) ?? best.number) === best.number) return false;
  return !ASIDE.some((tag) => figure.relations.has(tag)) && !(asked.isDeed && figure.relations.has('left'));
}

/** `có 5 nhà văn hóa, 2 cái còn chờ thẩm định` where the title asks for more than the thing. */
export function isDoubted({ figure: { from }, told }: Candidate, answer: Answer, asked: Asked): boolean {
  const last = asked.telling.at(-1);
  if (asked.isDeed || !last || told.has(last.key) || asked.plainWords.has(last.key)) return false;
  return answer.figures.some(
    (other) =>
      other.from > from &&
      !other.relations.has('change') &&
      answer.things.get(other.to)?.tags.every((tag) => tag === '') === true &&
      (['left', 'undone'].some((tag) => other.relations.has(tag)) || isOfOtherSort(answer, other, asked)),
  );
}

/** `24 bộ size L, 10 bộ size M`: parts that nobody added up. */
export function isOfSorts({ figure }: Candidate, answer: Answer, { title }: Asked): boolean {
  const { tokens, things, tags, talk } = answer;
  const sortOf = ({ to, after }: Figure): string | undefined => {
    const at = things.get(to)?.to ?? -1;
    const isPlain =
      !after.includes(at) || talk[at]!.length > 0 || title.tokens.some(({ key }) => key === tokens[at]!.key);
    return isPlain || tags[at]!.some((tag) => tag !== 'group')
      ? undefined
      : after
          .filter((word) => word >= at)
          .map((word) => tokens[word]!.key)
          .join(' ');
  };
  const own = sortOf(figure);
  if (own === undefined) return false;
  return answer.figures.some((other) => {
    const sort = other === figure ? undefined : sortOf(other);
    return sort !== undefined && sort !== own && tokens[other.to]!.key === tokens[figure.to]!.key;
  });
}

/** `gãy 5 biển trên 3 cột` where the posts are asked for: a noun that no table has, and another figure has the title's. */
export function isOfOtherNoun({ figure }: Candidate, answer: Answer, asked: Asked): boolean {
  const hasNoun = ({ kinds }: Figure) => [...kinds].some((kind) => asked.kinds.has(kind));
  if (
    hasNoun(figure) ||
    figure.measure !== null ||
    figure.after[0] !== figure.to ||
    answer.things.has(figure.to)
  )
    return false;
  return !isKnown(answer, figure.to, asked) && answer.figures.some(hasNoun);
}

/** `mai cho em 140 suất, hôm nay 145`: which of the days is asked for, the title does not tell. */
export const isOfNow = ({ figure }: Candidate, { figures }: Answer): boolean =>
  figure.kinds.size === 0 &&
  figures.some(
    ({ relations, kinds, from }) => relations.has('ahead') && kinds.size > 0 && from < figure.from,
  );

/** `40 học sinh, vắng 2`: how many are there, nobody said. */
export const isBeside = (best: Candidate, answer: Answer, asked: Asked): boolean =>
  !asked.relations.has('absent') &&
  !best.figure.relations.has('present') &&
  !best.hasState &&
  !(asked.isDeed && [...best.told].some((key) => !asked.thingWords.has(key))) &&
  best.figure.outOf === null &&
  !answer.figures.some(({ relations }) => relations.has('outof')) &&
  answer.figures.some((figure) => figure.relations.has('absent') && !isOfOtherKind(answer, figure, asked)) &&
  !best.figure.relations.has('left');
