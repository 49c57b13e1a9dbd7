import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { sense, tags, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';
import { BUILDS, words } from './other-work.js';

const GIVES = words('phat, phat qua, cap phat, trao, trao qua, niem yet, treo, dan, phat to roi');
const PLANTS = words('trong, trong cay, gieo, gieo sa, bon phan, xuong giong, tha giong');
const PUTS_UP = words('dung, dung rap, lap dat, lap, phun, phun thuoc, rac voi, nau, nau an');
const ANNOUNCES = words(
  'tuyen truyen, pho bien, nhac, nhac nho, bao, moi, phat dong, van dong, cong bo, niem yet, huong dan, canh bao, phat loa, phat thanh',
);
// Of these anything may be the work itself.
export const OF_MANY_STEPS = words(
  `chuan bi, bo tri, sam, sam sua, thuc hien, trien khai, xu ly, giai quyet, hoan thanh, hoan thien, phoi hop, ho tro, dam bao,
  bao dam, tang cuong, truc, phong chong, ung pho, khac phuc, lo, lam, bo sung, cung cap, trang bi, thay doi`,
);

const PRINTS = 'in|in an|photo|photocopy|pho to';
const ASSIGNS = '(?:da )?phan cong';
/** A step before any other work, unless the title speaks of it. */
const BEFORE_ANY = new RegExp(
  `^(?:mua|mua sam|dat mua|dat hang|thue|muon|${PRINTS}|khao sat|pha|thao|dao|dao ho|moi|keo day|chia lop|bao gia|${ASSIGNS}|chuan bi (?:xong|du|day du|san))$`,
);
/** Before what is built, planted, put up or given out. */
const FETCHES = /^(?:tap ket|cho|cho ve|van chuyen|chuyen cho|gom|xin|keo ve|lay ve)$/;
const COPIES = `${PRINTS}|scan|soan|viet|dong goi`;
/** Before what is given out. */
const IS_COPIED = new RegExp(`^(?:${COPIES})$`);
/** The title's work behind it is what the paper or the person is for. */
const MADE_FOR = new RegExp(`^(?:${COPIES}|${ASSIGNS})$`);
const TELLS = /^(?:da )?thong bao$/;
const INVITATION = /^(?:giay|thu) moi$/;

/** `check-in`, `lights are back on in the stairwell` */
const NOT_PRINTED = /^(?:check|the|are|is|our|all)$/;

const ACTS = tags('work', 'draft', 'hand');
// Words that are deeds only where they stand for a step.
const LOOSE = tags(null, 'prep', 'other', 'complete');
const isAct = (part: Part): boolean =>
  ACTS.holds(part) || (LOOSE.holds(part) && BEFORE_ANY.test(foldedWords(part)));

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
  if (isStep === null || clauses.some((clause) => namesWork(clause, title))) return senses;
  const isPreparation = ({ parts }: Clause): boolean => {
    const acts = parts.filter((part) => isAct(part) && !part.isAsked);
    return (
      acts.length > 0 &&
      !parts.some((part) => NOT_PRINTED.test(foldedWords(part))) &&
      (acts.every(isStep) || isInvitation(parts[0], title))
    );
  };
  return senses.map((one, at) =>
    one.meaning === 'done' && isPreparation(clauses[at]!) ? sense('underway', one.decided) : one,
  );
}

/** `giấy mời phát hết rồi` to `Tổ chức họp phụ huynh` */
const isInvitation = (part: Part | undefined, title: Title): boolean =>
  INVITATION.test(foldedWords(part)) && !title.words().some(({ fold }) => fold === 'moi');

const GIVEN_OUT = new Set(['dan', 'treo', 'phat']);

/**
 * Whether the title's verb is named as work. `dan het roi` without marks may be the title's `dán`, or another word for
 * `Niêm yết`; `in phiếu kiểm kê` names what the paper is for.
 */
const namesWork = ({ parts }: Clause, { verb }: Title): boolean =>
  parts.some(({ isAsked, tokens }, at) => {
    if (isAsked) return !isMadeFor(parts[at - 2]);
    const [first] = verb;
    return tokens.some(
      ({ marks, fold }) =>
        marks === '' && (fold === first!.fold || (first!.fold === 'niem' && GIVEN_OUT.has(fold))),
    );
  });

const isMadeFor = (part: Part | undefined): boolean =>
  part !== undefined && !part.isAsked && MADE_FOR.test(foldedWords(part));

/** Which deeds are steps before the work of a title; null where it may be made of any. */
function stepsOf(title: Title): ((act: Part) => boolean) | null {
  const [first = '', second = ''] = title.verb.map(({ fold }) => fold);
  const begins = (verbs: ReadonlySet<string>): boolean => verbs.has(`${first} ${second}`) || verbs.has(first);
  if (begins(OF_MANY_STEPS)) return null;
  const isGiven = begins(GIVES);
  const isFetchedFor = isGiven || begins(BUILDS) || begins(PLANTS) || begins(PUTS_UP);
  const isTold = begins(ANNOUNCES);
  const named = new Set([...title.verb, ...title.words()].map(({ fold }) => fold));
  return (act) => {
    const deed = foldedWords(act);
    if (act.tokens.some(({ fold }) => named.has(fold))) return false;
    if (TELLS.test(deed)) return !isTold;
    return (isFetchedFor && FETCHES.test(deed)) || (isGiven && IS_COPIED.test(deed)) || BEFORE_ANY.test(deed);
  };
}
