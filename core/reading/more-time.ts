import type { Token } from '../text/tokens.js';
import { foldedWords, type Clause, type Part } from './part.js';
import { rawWords } from './combine.js';
import { DENIALS, find, indexOf, isSettled, tags } from './sense.js';

export interface MoreTime {
  words: string;
  clauses: Clause[];
  evidence: string[];
}

// Words between the request and the day that it names: `xin gia hạn [thêm thời gian nộp báo cáo đến] thứ 4`.
const TO_TIME = new Set('den toi sang qua het them den het vao cho until till to by for'.split(' '));
const TIME_WORDS = new Set(
  `thu hai ba tu nam sau bay chu nhat cn mai mot kia ngay hom tuan thang quy gio phut tieng buoi bua cuoi dau giua sang chieu toi trua dem nay toi nua sau het
  lam viec vai may mot hai ba bon mung mong ke truoc luc rang sang today tomorrow monday tuesday wednesday thursday friday saturday sunday day days week weeks
  month hour hours next this end of the working morning afternoon evening noon two three four five one more another extra additional jan feb mar apr may jun jul aug sep oct nov dec
  january february march april june july august september october november december`.split(/\s+/),
);
// Words that name no time by themselves.
const FILLERS = new Set('the of more one another extra additional next this nam sau'.split(' '));
const VAGUE = new Set(['may', 'vai', 'it']);
const TIME_KINDS = new Set(['date', 'clock', 'number', 'ratio']);

/** A request for more time and the words that say until when, as written (`xin gia hạn đến thứ 4` → `thứ 4`). */
export function findMoreTime(text: string, clauses: readonly Clause[]): MoreTime | null {
  for (const clause of clauses) {
    const later =
      findDelay(text, clause) ??
      findMore(text, clause) ??
      findLetLater(text, clause) ??
      findLaterAsked(text, clause);
    if (later) return later;
    const at = clause.parts.findIndex((part) => part.tag === 'moreTime');
    if (at < 0) continue;
    const asked = clause.parts[at]!;
    if (
      clause.parts
        .slice(0, at)
        .some((part) => DENIALS.has(part.tag) || (part.tag === 'past' && part.tokens[0]!.fold === 'da'))
    )
      continue;
    const words = timeWords(text, clause.parts, at);
    // `xin thêm`, `cho thêm` ask for more time only when a time is named: `xin thêm 200 áo phao` does not.
    if (
      words === '' &&
      /thêm|them|đến|den|sang/i.test(rawWords(asked)) &&
      !/hạn|han|thời gian|thoi gian/i.test(
        [asked, ...clause.parts.slice(at + 1, at + 4)].map(rawWords).join(' '),
      )
    )
      continue;
    return {
      words,
      clauses: [clause],
      evidence: [rawWords(asked), ...(words === '' ? [] : [words])],
    };
  }
  return null;
}

// `cho em nộp chậm 1 hôm`, `em khất tới mai được không`: what asks, then what delays, then until when.
const ASKS = new Map([
  ['xin', 'xin'],
  ['cho', 'cho'],
  ['phep', 'phép'],
  ['mong', 'mong'],
]);
const DELAYS = new Map([
  ['cham', 'chậm'],
  ['muon', 'muộn'],
  ['tre', 'trễ'],
  ['lui', 'lùi'],
  ['khat', 'khất'],
  ['no', 'nợ'],
  ['hoan', 'hoãn'],
  ['doi', 'dời'],
  ['gian', 'giãn'],
  ['them', 'thêm'],
]);
const mostBetween = 6;
const mostBeforeTime = 4;

function findDelay(text: string, clause: Clause): MoreTime | null {
  if (!clause.parts.some(({ tokens }) => tokens.some(({ fold }) => DELAYS.has(fold)))) return null;
  const tokens = clause.parts.flatMap((part) => part.tokens);
  const at = tokens.findIndex(
    (token, index) =>
      isOneOf(DELAYS, token) &&
      (tokens.slice(Math.max(0, index - mostBetween), index).some((before) => isOneOf(ASKS, before)) ||
        isAskedWhether(clause)),
  );
  if (
    at < 0 ||
    clause.parts.some((part) => DENIALS.has(part.tag) && part.tokens[0]!.start < tokens[at]!.start)
  )
    return null;
  if (!tokens.slice(at + 1, at + 1 + mostBeforeTime).some(isTimeToken)) return null;
  const words = wordsFrom(text, tokens, at + 1);
  if (words === '') return null;
  return { words, clauses: [clause], evidence: [tokens[at]!.raw, words] };
}

/** `dời qua thứ 3 được không chị` */
function isAskedWhether({ parts }: Clause): boolean {
  return parts.some((part) => part.tag === 'ask' && /^duoc (?:khong|chu|k)/.test(foldedWords(part)));
}

/** `thứ 4 em nộp được không` */
function findLaterAsked(text: string, clause: Clause): MoreTime | null {
  const { parts } = clause;
  const later = parts.findIndex(
    (part) => part.tag === 'ahead' || part.tag === 'within' || part.tag === 'day',
  );
  if (later < 0 || !isAskedWhether(clause) || !find(parts, 'self') || !find(parts, HANDS)) return null;
  const tokens = parts.flatMap((part) => part.tokens);
  const words = wordsFrom(text, tokens, tokens.indexOf(parts[later]!.tokens[0]!));
  return words === '' ? null : { words, clauses: [clause], evidence: [words] };
}

const HANDS = tags('hand', 'complete');
const LATER = tags('ahead', 'within', 'day');
const DAYS = new Set(['mung', 'mong', 'ngay', 'hom']);

/** `cho shop nộp bù vào mùng 5`: until then. */
function findLetLater(text: string, clause: Clause): MoreTime | null {
  const { parts } = clause;
  const at = parts.findIndex(({ tag }) => tag !== 'yes' && tag !== 'you' && tag !== 'self');
  const verb = indexOf(parts, 'hand', at, at + 5);
  if (at < 0 || foldedWords(parts[at]).split(' ')[0] !== 'cho' || verb < at + 2 || isSettled(parts))
    return null;
  const later = parts.slice(verb + 1).some((part, index, after) => {
    const next = after[index + 1]?.tokens[0]!.kind;
    return LATER.has(part.tag) || (DAYS.has(part.tokens.at(-1)!.fold) && next === 'number');
  });
  const words = later
    ? wordsFrom(
        text,
        parts.flatMap(({ tokens }) => tokens),
        parts.slice(0, verb + 1).flatMap(({ tokens }) => tokens).length,
      )
    : '';
  return words === '' ? null : { words, clauses: [clause], evidence: [rawWords(parts[at]!), words] };
}

const WANTS = new Set(
  'need needs want have request requesting give grant allow get like ask asking'.split(' '),
);
const FURTHER = new Set(['more', 'another', 'extra', 'additional', 'further']);
const SPANS = /^(?:day|days|week|weeks|hour|hours|month|months|time)$/;

/** English `we need two more working days`, `could you give us one more week` */
function findMore(text: string, clause: Clause): MoreTime | null {
  const tokens = clause.parts.flatMap((part) => part.tokens);
  const wants = tokens.findIndex(({ fold }) => WANTS.has(fold));
  const more = tokens.findIndex(({ fold }, index) => index > wants && FURTHER.has(fold));
  const span = tokens.slice(more + 1, more + 5).findIndex(({ fold }) => SPANS.test(fold)) + more + 1;
  if (wants < 0 || more < 0 || span <= more) return null;
  if (clause.parts.some((part) => DENIALS.has(part.tag))) return null;
  const first = isTimeToken(tokens[more - 1]) ? tokens[more - 1]! : tokens[more]!;
  const words = tokens[span]!.fold === 'time' ? '' : text.slice(first.start, tokens[span]!.end);
  return { words, clauses: [clause], evidence: [tokens[more]!.raw, tokens[span]!.raw] };
}

function isOneOf(words: ReadonlyMap<string, string>, token: Token): boolean {
  const written = token.kind === 'word' ? words.get(token.fold) : undefined;
  return (
    written !== undefined && (token.marks === '' || token.raw.normalize('NFC').toLowerCase() === written)
  );
}

function timeWords(text: string, parts: readonly Part[], at: number): string {
  const tokens = parts.flatMap((part) => part.tokens);
  const asked = parts[at]!.tokens;
  const inEnglish = /^[a-z ]+$/i.test(rawWords(parts[at]!));
  const from =
    inEnglish && /more|another|extra|additional/i.test(rawWords(parts[at]!))
      ? tokens.indexOf(asked[0]!) - 1
      : tokens.indexOf(asked[asked.length - 1]!) + 1;
  return wordsFrom(text, tokens, from);
}

function isTimeToken(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (TIME_KINDS.has(token.kind) || (token.kind === 'word' && TIME_WORDS.has(token.fold)))
  );
}

/** The first words from there on that name a time, as written. */
function wordsFrom(text: string, tokens: readonly Token[], from: number): string {
  const isTime = (index: number): boolean => isTimeToken(tokens[index]);
  let start = Math.max(from, 0);
  while (start < tokens.length && (!isTime(start) || isTo(tokens, start))) start += 1;
  let end = start;
  while (isTime(end)) end += 1;
  // `thêm mấy ngày đến 20/11`: the day says more than the count.
  const isVague = tokens.slice(start, end).some(({ fold }) => VAGUE.has(fold));
  if (isVague && isTo(tokens, end) && isTime(end + 1)) return wordsFrom(text, tokens, end + 1);
  const [first, last] = [tokens[start], tokens[end - 1]];
  if (!first || !last) return '';
  const hasUnit = tokens
    .slice(start, end)
    .some(
      (token) =>
        ['date', 'clock', 'ratio'].includes(token.kind) ||
        (token.kind === 'word' && !FILLERS.has(token.fold)),
    );
  return hasUnit ? text.slice(first.start, last.end) : '';
}

/** `sang` and `tới` lead to a day; `sáng` and `tối` are parts of one, and without marks so before `mai` or `nay`. */
function isTo(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  // `lùi giờ tới sáng mai`
  if (token.fold === 'gio') return TO_TIME.has(tokens[index + 1]?.fold ?? '');
  if (!TO_TIME.has(token.fold)) return false;
  // `đến hết tuần` is its last day.
  if (token.fold === 'het') return !/^(?:tuan|thang|ngay|quy|nam|hom)$/.test(tokens[index + 1]?.fold ?? '');
  if (token.fold !== 'sang' && token.fold !== 'toi') return true;
  // In a text with marks the bare word leads on: `sang mai`.
  if (
    !token.marks &&
    token.fold === 'sang' &&
    tokens.some(({ kind, marks }) => kind === 'word' && marks !== '')
  )
    return true;
  if (token.marks) return token.raw.toLowerCase() === 'tới';
  return !['mai', 'nay', 'mot', 'kia'].includes(tokens[index + 1]?.fold ?? '');
}
