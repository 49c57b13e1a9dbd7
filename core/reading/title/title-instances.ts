import { parseSyllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import { idAt } from './title-ids.js';
import { idsOf, kindAt, type Kind } from './title-kinds.js';
import { type Title, wordsOfTitle } from './title.js';

/** What a title names one of, or several: `tổ 7`, `tháng 10`, `lớp Lá`, `đợt 1 và 2`, `kế hoạch hè`. */
export interface Instance {
  kind: Kind;
  /** Numbers, letters, codes and periods, without marks; none where it has a name. */
  ids: readonly string[];
  name: readonly Token[];
}

const IS_NAME = /^\p{Lu}\p{Ll}*$/u;
const longestName = 3;

/** `Trần Phú` */
function nameAt(tokens: readonly Token[], at: number): Token[] {
  const words = tokens.slice(at, at + longestName);
  const end = words.findIndex(({ kind, raw }) => kind !== 'word' || !IS_NAME.test(raw));
  return words.slice(0, end < 0 ? longestName : end);
}

// A day or a time by which something is due is none that the work is about.
const DUE = new Set(
  'truoc den toi het trong tu hoi dau cuoi giua sau khoang tam qua by before until till since from in on last end early late during'.split(
    ' ',
  ),
);

// `rừng trồng năm hai`
const PLANT = parseSyllable('trồng').key;

/** `từ tháng 10`, `ngày 3 tháng 10`: when, not what. */
export function saysWhen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || before.key === PLANT) return false;
  return before.kind === 'number' || before.kind === 'date' || DUE.has(before.fold);
}

// Where something leads: `thi thử vào lớp 10`.
const INTO = new Set(['vao', 'vo', 'len', 'sang', 'into']);

const cache = new WeakMap<Title, readonly Instance[]>();

/** The instances that a title names. */
export function readInstances(title: Title): readonly Instance[] {
  const known = cache.get(title) ?? findInstances(title);
  cache.set(title, known);
  return known;
}

function findInstances(title: Title): Instance[] {
  const tokens = wordsOfTitle(title);
  const found: Instance[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = kindAt(tokens, at);
    if (kind === null && at > 0) found.push(...namedAt(tokens, at));
    if (
      kind === null ||
      (kind.sort === 'time' && saysWhen(tokens, at)) ||
      INTO.has(tokens[at - 1]?.fold ?? '')
    )
      continue;
    const { ids } = idsOf(tokens, kind);
    const isOpen = ids.length === 0 && kind.sort === 'unit';
    const name = isOpen ? nameAt(tokens, kind.end) : [];
    const code = isOpen && name.length === 0 ? codeBehind(tokens, kind.end) : [];
    if (ids.length + name.length + code.length > 0) found.push({ kind, ids: [...ids, ...code], name });
    at = Math.max(at, kind.end - 1);
  }
  return found;
}

/** `Cam Thanh`, where no word before it says what it is. */
function namedAt(tokens: readonly Token[], at: number): Instance[] {
  const name = IS_NAME.test(tokens[at - 1]!.raw) ? [] : nameAt(tokens, at);
  if (name.length < 2) return [];
  const kind = { name: name[0]!.fold, sort: 'name', tokens: name.slice(0, 1), end: at + 1 } as const;
  return [{ kind, ids: [], name: name.slice(1) }];
}

/** The first word of a name like this one, where it stands as a name. */
export function nameLike(tokens: readonly Token[], at: number, { name }: Kind): Kind | null {
  const token = tokens[at]!;
  return token.fold === name && IS_NAME.test(token.raw) && IS_NAME.test(tokens[at + 1]?.raw ?? '')
    ? { name, sort: 'name', tokens: [token], end: at + 1 }
    : null;
}

const farthestCode = 3;

/** `SH204` of `lô siro ho SH204` */
function codeBehind(tokens: readonly Token[], from: number): string[] {
  for (let at = from; at < from + farthestCode; at += 1) {
    const id = tokens[at]?.kind === 'word' ? idAt(tokens, at)?.id : undefined;
    if (id !== undefined && id.length >= shortestCode && /\d/.test(id)) return [id];
  }
  return [];
}

// A code is known by itself; a number of one or two figures is not.
const shortestCode = 3;

/** `9B`: a class. */
export const CLASS = /^\d{1,2}[a-h]\d?$/;

/** Whether a code stands there without its kind: `2207 giao xong`. */
export function isAlone(tokens: readonly Token[], at: number, { ids }: Instance): boolean {
  return ids.some((own) => (own.length >= shortestCode || CLASS.test(own)) && idAt(tokens, at)?.id === own);
}
