import { areAllOfThem } from '../judge/areas.js';
import { isOwnShare } from '../judge/own-share.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isSettled, PIECES, tags, type Meaning } from '../clause/sense.js';
import type { Statement } from './statement.js';

/** Whether what is done is only a part of the work: one says so, or what is not done is of the same kind. */
export function isOfPart(said: readonly Statement[]): boolean {
  return said.some(({ sense }) => sense.meaning === 'done' && sense.ofPart) || sharesSubject(said);
}

const SAYS_NO_MORE: ReadonlySet<Meaning> = new Set<Meaning>(['done', 'none', 'ack', 'clean', 'question']);

/** `tuyến A xong, tuyến B đang làm`: what is done and what is not are things of one kind. */
export function sharesSubject(said: readonly Statement[], withSilent = false): boolean {
  // Nothing but what is done and small talk.
  if (!withSilent && said.every(({ sense }) => SAYS_NO_MORE.has(sense.meaning))) return false;
  const words = (isDone: boolean): Set<string> =>
    new Set(
      said.flatMap(({ clause, sense: { meaning } }) => {
        const isSilent =
          meaning === 'none' &&
          withSilent &&
          (find(clause.parts, 'notYet') ?? onlyBegun(clause)) !== undefined;
        if (isDone ? meaning !== 'done' : !isSilent && SAYS_NO_MORE.has(meaning)) return [];
        return clause.parts
          .filter(
            (part, at, parts) =>
              part.tag === null ||
              part.tag === 'member' ||
              part.tag === 'piece' ||
              part.tag === 'harm' ||
              (part.tag === 'other' && isNumber(parts[at + 1])),
          )
          .map((part) => part.tokens[0]!.fold);
      }),
    );
  const done = words(true);
  return done.size > 0 && [...words(false)].some((word) => done.has(word) && /\p{L}/u.test(word));
}

/** `đã xong từ đợt trước` says when. */
const isPiece = (part: Part, at: number, parts: readonly Part[]): boolean =>
  part.tag === 'piece' &&
  parts[at - 1]?.tag !== 'since' &&
  parts[at - 1]?.tag !== 'ago' &&
  !isThisRound(part, parts[at + 1]);

/** `đợt này tụi em làm xong rồi`: the round that was asked for */
const isThisRound = (part: Part, next: Part | undefined): boolean =>
  foldedWords(part) === 'dot' && foldedWords(next) === 'nay';

const BEGINS = tags('work', 'draft');

/** `mái hội trường thợ mới tháo tôn cũ`: no more than that. */
function onlyBegun({ parts }: Clause): Part | undefined {
  const newly = indexOf(parts, 'newly');
  const isBegun =
    newly > 0 &&
    BEGINS.holds(parts[newly + 1]) &&
    !isSettled(parts.slice(0, newly)) &&
    !find(parts, 'already');
  return isBegun && !find(parts, 'self', 0, newly) ? parts[newly] : undefined;
}

/** `xong phần 1`: nothing but parts. */
export function onlyPieces(said: readonly Statement[]): boolean {
  const done = said.filter(({ sense }) => sense.meaning === 'done');
  // `xong phần 1, phần 2 cũng xong`
  const isWhole = said.some(
    ({ clause, sense }, at) =>
      find(clause.parts, 'every') !== undefined ||
      areAllOfThem(clause.parts) ||
      (at > 0 && sense.meaning === 'done' && clause.parts.some((part) => foldedWords(part) === 'cung')),
  );
  if (
    said.some(({ clause }) => clause.parts.some(isYes)) &&
    done.every(({ clause }) => isRoundsDone(clause.parts))
  )
    return false;
  if (!isWhole && (done.every(isMyShare) || hasSilentSibling(said, done))) return true;
  return !isWhole && done.every(({ clause: { parts } }) => parts.some(isPiece) && !isOwnShare(parts));
}

/** `đổi giá xong khu A B, khu C máy in kẹt`: of another of the kind it is not told that it is done. */
function hasSilentSibling(said: readonly Statement[], done: readonly Statement[]): boolean {
  const named = new Set(done.flatMap(({ clause }) => namedIn(clause)));
  const kinds = new Set([...named].map((name) => name.split(' ')[0]!));
  const last = said.findLastIndex((one) => done.includes(one));
  return said.slice(last + 1).some(({ clause, sense: { meaning } }) => {
    const [first] = meaning === 'none' ? namedIn({ ...clause, parts: clause.parts.slice(0, 2) }) : [];
    return first !== undefined && !named.has(first) && kinds.has(first.split(' ')[0]!);
  });
}

/** `khu A`, `tổ 3` */
const namedIn = ({ parts }: Clause): string[] =>
  parts.flatMap((part, at) => {
    const next = parts[at + 1];
    const isNamed = isNumber(next) || /^[A-Z]$/.test(next?.tokens[0]!.raw ?? '');
    return PIECES.holds(part) && isNamed
      ? [`${foldedWords(part).replaceAll(' ', '')} ${next!.tokens[0]!.fold}`]
      : [];
  });

const MINE = /^phan (?:cua )?(?:em|e|toi|tui|con|chau)$/;

/** `em xong phần em`: what the others of the unit have to do may be left. `phần em phụ trách` is the unit's. */
const isMyShare = ({ clause: { parts }, share }: Statement): boolean =>
  share === null &&
  parts.some((part, at) => MINE.test(foldedWords(part)) && foldedWords(parts[at + 1]) !== 'phu trach');

const ROUNDS = /^(?:dot|luot|vong|lan)$/;
const isYes = (part: Part): boolean => part.tag === 'yes' && /^(?:vang|da vang|yes)/.test(foldedWords(part));

/** `vâng, phun xong hai đợt rồi`: asked for the rounds, they are told. */
function isRoundsDone(parts: readonly Part[]): boolean {
  const done = indexOf(parts, 'complete');
  const [count, round, already] = parts.slice(done + 1);
  const isMany =
    (isNumber(count) && count!.tokens[0]!.raw !== '1') ||
    /^(?:hai|ba|bon|nam|ca hai|ca ba)$/.test(foldedWords(count));
  return done > 0 && isMany && ROUNDS.test(foldedWords(round)) && already?.tag === 'already';
}
