import type { Token } from '../../text/tokens.js';
import type { Clause, Part } from '../clause/part.js';
import { find, tags, VERBS, type Meaning, type Sense } from '../clause/sense.js';
import {
  CLASS,
  isAlone,
  nameLike,
  readInstances,
  saysWhen,
  type Instance,
} from '../title/title-instances.js';
import { IS_CAPITAL, idsOf, isRelative, kindAt, mayBeKind, type Kind } from '../title/title-kinds.js';
import { idAt } from '../title/title-ids.js';
import { isWritten } from '../title/title-verb.js';
import type { Title } from '../title/title.js';
import { areOfOtherUnits } from './other-units.js';
import { isListed } from '../words/word-list.js';
import { COUNTED } from '../words/kinds.js';

const TELLS: ReadonlySet<Meaning> = new Set<Meaning>(['done', 'undone', 'underway', 'open', 'next']);
const isShare = ({ tokens }: Part): boolean => /^(?:percent|ratio)$/.test(tokens[0]!.kind);
const OURS = tags('self', 'now');

/** The clauses that speak of the directive, and the sense of each. */
export interface OurStatements {
  told: readonly Clause[];
  senses: readonly Sense[];
}

/**
 * The clauses that are about another one than the title's, taken out: `tổ 8 xong rồi` to `Niêm yết tại tổ 7`, and what is
 * told to be done behind it. Where the title's own is named as well, the reply compares them, and nothing is taken out. So are
 * those about another unit than the one that speaks.
 */
export function withoutOtherInstances(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  { title, unit }: { title: Title; unit: string },
): OurStatements {
  if ((title.verb.length === 0 && unit === '') || !mayTellOfOther(clauses, senses))
    return { told: clauses, senses };
  const others =
    title.verb.length === 0 ? [] : readInstances(title).map((one) => clausesOfOthers(clauses, senses, one));
  if (unit !== '') others.push(areOfOtherUnits(clauses, senses, { title, unit }));
  if (!others.some((of) => of.includes(true))) return { told: clauses, senses };
  let isBehind = false;
  const isOurs = clauses.map(({ parts, opener }, at) => {
    if (others.some((of) => of[at])) isBehind = true;
    else if (opener === 'contrast' || find(parts, OURS)) isBehind = false;
    return !isBehind || (senses[at]!.meaning !== 'done' && !others.some((of) => of[at]));
  });
  return { told: clauses.filter((_, at) => isOurs[at]), senses: senses.filter((_, at) => isOurs[at]) };
}

/** Whether anything is told, and a kind named: the dearer questions are asked of few replies. */
const mayTellOfOther = (clauses: readonly Clause[], senses: readonly Sense[]): boolean =>
  (senses.some(({ meaning }) => TELLS.has(meaning)) || clauses.some(({ parts }) => parts.some(isShare))) &&
  clauses.some(({ parts }) => parts.some(({ tokens }) => tokens.some(mayBeKind)));

function clausesOfOthers(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  instance: Instance,
): boolean[] {
  const whose = clauses.map((clause) => whoseOf(clause, instance));
  const isOwn = whose.includes('own');
  return whose.map((one, at) => one === 'other' && !isOwn && senses[at]!.meaning !== 'question');
}

/** A token with the part that it belongs to. */
interface Word {
  token: Token;
  part: Part;
}

/** What a clause names of the title's kind: the title's own, another, or neither. */
function whoseOf({ parts }: Clause, instance: Instance): 'own' | 'other' | null {
  const words = parts.flatMap((part) => part.tokens.map((token): Word => ({ token, part })));
  const tokens = words.map(({ token }) => token);
  const verb = words.findIndex(({ part }) => VERBS.holds(part));
  const isName = instance.kind.sort === 'name';
  let hasOther = false;
  for (let at = 0; at < words.length; at += 1) {
    const kind = isName ? nameLike(tokens, at, instance.kind) : kindAt(tokens, at);
    hasOther ||= isOtherClass(tokens, at, instance) && (verb < 0 || at < verb);
    hasOther ||= kind !== null && isOtherPeriod(tokens, at, kind, instance);
    if (kind === null || kind.name !== instance.kind.name || !isSameWord(kind, instance)) {
      if (!isName && isAlone(tokens, at, instance)) return 'own';
      continue;
    }
    if (isOwn(tokens, kind, instance)) return 'own';
    const isBehind = verb >= 0 && at > verb;
    hasOther ||= !isElsewhere(tokens, at, kind, isBehind) && isOther(words, kind, instance, isBehind);
  }
  return hasOther ? 'other' : null;
}

const PERIODS = new Set(['tuan', 'thang', 'quy']);
const FOR_PERIODS = /^(?:bao cao|ke hoach|quyet toan)$/;

/** `báo cáo tháng 11 em gửi rồi` to `Nộp báo cáo tuần 47`: a paper for another length of time. */
function isOtherPeriod(tokens: readonly Token[], at: number, kind: Kind, { kind: own }: Instance): boolean {
  return (
    own.name !== kind.name &&
    PERIODS.has(kind.name) &&
    PERIODS.has(own.name) &&
    FOR_PERIODS.test(`${tokens[at - 2]?.fold} ${tokens[at - 1]?.fold}`) &&
    idsOf(tokens, kind).ids.some((id) => /^\d/.test(id))
  );
}

/** `9B nhập xong rồi` to `Nhập điểm lớp 9A`: a class by its number and letter alone. */
function isOtherClass(tokens: readonly Token[], at: number, { ids }: Instance): boolean {
  if (!IS_CAPITAL.test(tokens[at + 1]?.raw ?? '') || !ids.some((own) => CLASS.test(own))) return false;
  const id = idAt(tokens, at)?.id ?? '';
  return CLASS.test(id) && !ids.includes(id);
}

/** `tờ 8` is no `tổ`. */
const isSameWord = ({ tokens }: Kind, { kind }: Instance): boolean =>
  tokens.length !== kind.tokens.length ||
  tokens.every(
    (token, at) =>
      token.fold !== kind.tokens[at]!.fold ||
      kind.tokens[at]!.marks === '' ||
      isWritten(token, kind.tokens[at]!),
  );

function isOwn(tokens: readonly Token[], kind: Kind, { ids, name }: Instance): boolean {
  // `tổ này`, `tháng này`
  if (/^(?:nay|this)$/.test(tokens[kind.end]?.fold ?? '') && !ids.some(isRelative)) return true;
  if (name.length > 0) return name.every((word, at) => isNext(tokens[kind.end + at], word));
  return idsOf(tokens, kind).ids.some((id) => ids.some((own) => isSameId(id, own)));
}

const isNext = (token: Token | undefined, wanted: Token): boolean =>
  token !== undefined && (isWritten(token, wanted) || token.fold === wanted.fold);

/** `6A` is of `lớp 6`. */
const isSameId = (id: string, own: string): boolean =>
  id === own || (/\d$/.test(own) && id.startsWith(own) && /^[a-z]/.test(id.slice(own.length)));

// Where something went: `chuyển sang kho B rồi`; and with whom it was done.
const TOWARD = new Set(
  'sang qua ve len xuong vao vo toi den voi cung nhu giong nhu bang to with from into'.split(' '),
);

/** Whether a place tells when, whither or with whom. */
function isElsewhere(tokens: readonly Token[], at: number, { sort }: Kind, isBehind: boolean): boolean {
  if (sort === 'time') return saysWhen(tokens, at);
  return isBehind && TOWARD.has(tokens[at - 1]?.fold ?? '');
}

function isOther(words: readonly Word[], kind: Kind, { ids, name }: Instance, isBehind: boolean): boolean {
  const tokens = words.map(({ token }) => token);
  const found = idsOf(tokens, kind);
  if (found.ids.length === 0) return name.length > 0 && isName(words, kind.end);
  const next = tokens[found.end];
  if (isRelative(found.ids[0]!)) return found.ids[0] !== 'sau' && isOfThing(words, kind);
  if (kind.sort === 'thing') return true;
  if (kind.sort === 'paper') return !/^(?:nay|truoc|sau|toi|ngoai|qua|roi)$/.test(next?.fold ?? '');
  // `tổ 3 trang trí xong` is of no three pages.
  if (next && isListed(next, COUNTED) && tokens[found.end + 1]?.fold !== 'tri') return false;
  // `nộp tháng 12 rồi` to `… tháng 11`: when it was
  if (kind.sort === 'time' && isBehind && ids.every((own) => Number(found.ids[0]) > Number(own)))
    return false;
  // `đơn 3 thùng` is no number of an order.
  return (
    ids.length === 0 || !ids.every((own) => own.length >= longNumber) || found.ids[0]!.length >= longNumber
  );
}

const THINGS = tags('resource', 'other');

/** `báo cáo tuần trước em gửi rồi`, `lịch trực tuần này`; `em gửi tuần trước rồi` tells when. */
function isOfThing(words: readonly Word[], { end, tokens }: Kind): boolean {
  const before = words.slice(0, end - tokens.length);
  // `báo cáo` is a deed too, but not where a sentence begins with it.
  return (
    before.slice(-2).some(({ part }) => THINGS.holds(part)) ||
    (before.length === 2 && before[0]!.part.tag === 'hand')
  );
}

const longNumber = 3;
const NAME_LIKE = tags(null, 'other');
const LEADS_TO = tags(
  'complete',
  'hand',
  'work',
  'draft',
  'prep',
  'past',
  'already',
  'then',
  'doing',
  'notYet',
  'every',
  'self',
);
// Words that stand behind a kind and name none.
const NO_NAMES = new Set(
  'moi cu lon nho tren duoi trong ngoai chinh kia do ay dau cuoi hoc thuoc hang truong pho rieng chung khac tong may xe nao con thi xa gan'.split(
    ' ',
  ),
);

const isCapital = (word: Word | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(word?.token.raw ?? '');

/** `chi nhánh Trần Phú`; `chi nhanh tran phu gui tra roi`, where the words lead to what was done. */
function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (isCapital(word) && isCapital(words[at + 1])) return true;
  if (word?.token.kind !== 'word' || !NAME_LIKE.has(word.part.tag)) return false;
  if (/^\p{Lu}\p{Ll}/u.test(word.token.raw)) return true;
  if (NO_NAMES.has(word.token.fold)) return false;
  return words.slice(at + 1, at + 3).some(({ part }) => LEADS_TO.holds(part));
}
