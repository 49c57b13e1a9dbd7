import { foldText } from '../text/fold.js';
import { foldName, isOfKind, type AudienceTerm, type AudienceUnit } from './audience.js';

/** `các xã`, `tất cả các xã`: the words behind name a kind of units. */
export const DETERMINER = /^(?:(?:tat ca|tatca|all|toan bo|toan the|cac|nhung|moi|the)(?: |$))+/;
/** `tất cả các đơn vị`: all of them. */
const ANY_UNIT = /^(?:don vi|units)$/;
const SIGN = /^[-–—−]/;
const longestName = 10;

/**
 * Words that are a name together become one term: a unit's name (`Trường Tiểu học An Bình`), a tag that was typed without
 * its sign or with spaces (`các trường học`, `#vùng trũng`), or behind `các` the beginning of many names (`các trường mầm
 * non`). A code is a code first, and so is the name of a saved audience. Of units of one name none is chosen.
 */
export function joinNames(
  terms: readonly AudienceTerm[],
  units: readonly AudienceUnit[],
  isCode: (name: string) => boolean,
): AudienceTerm[] {
  if (terms.every((term) => term.kind !== 'unit' || isCode(term.code))) return [...terms];
  const known: Known = { names: listNames(units), units, isCode };
  const joined: AudienceTerm[] = [];
  for (let at = 0; at < terms.length;) {
    const term = terms[at]!;
    const shortest = term.kind === 'unit' && isCode(term.code) ? 2 : 1;
    const found = longestFrom(terms.slice(at, at + longestName), known, shortest);
    joined.push(found?.term ?? term);
    at += found?.length ?? 1;
  }
  return joined;
}

/** What bears a name: the unit of that code, or the tag; null where several units do. */
type Names = ReadonlyMap<string, { code: string } | { tag: string } | null>;

interface Known {
  names: Names;
  units: readonly AudienceUnit[];
  isCode: (name: string) => boolean;
}

function listNames(units: readonly AudienceUnit[]): Names {
  const names = new Map<string, { code: string } | { tag: string } | null>();
  for (const { code, name } of units) {
    const fold = foldText(name ?? '');
    if (fold !== '') names.set(fold, names.has(fold) ? null : { code });
  }
  for (const tag of new Set(units.flatMap(({ tags }) => tags)))
    for (const fold of [foldName(tag), foldName(tag).replaceAll(' ', '')]) names.set(fold, { tag });
  return names;
}

function longestFrom(terms: readonly AudienceTerm[], known: Known, shortest: number) {
  const [first, ...others] = terms as [AudienceTerm, ...AudienceTerm[]];
  const end = others.findIndex((term) => !continues(first, term));
  for (let length = end < 0 ? terms.length : end + 1; length >= shortest; length -= 1) {
    const term = readRun(terms.slice(0, length), known);
    const next = terms[length];
    // `xã XA01` means one unit, and not all of its kind.
    const isKindOfNext = term?.kind === 'tag' && next?.kind === 'unit' && known.isCode(next.code);
    if (term && !(isKindOfNext && !DETERMINER.test(foldText(term.raw)))) return { term, length };
  }
  return null;
}

/** A minus stands for the whole name: `-Xã Núi Đá`. */
function continues(first: AudienceTerm, next: AudienceTerm): boolean {
  if (next.kind !== 'unit' || SIGN.test(next.raw)) return false;
  return next.isExcluded === first.isExcluded || SIGN.test(first.raw);
}

function readRun(run: readonly AudienceTerm[], { names, units }: Known): AudienceTerm | null {
  const [first] = run as [AudienceTerm];
  if (run.length === 1 && first.kind !== 'unit') return null;
  const raw = run.map((term) => term.raw).join(' ');
  const { isExcluded } = first;
  const words = foldText(raw.replace(/^[-–—−]?[#＃]?/, '').replace(/[+＋]$/, ''));
  const kind = words.replace(DETERMINER, '');
  if (kind !== words && ANY_UNIT.test(kind)) return { kind: 'all', isExcluded, raw };
  const found = names.get(kind) ?? names.get(kind.replaceAll(' ', ''));
  if (!found) {
    const isKind = kind !== '' && kind !== words && units.some((unit) => isOfKind(unit, kind));
    return isKind ? { kind: 'kind', words: kind, isExcluded, raw } : null;
  }
  if ('tag' in found) return { kind: 'tag', tag: found.tag, isExcluded, raw };
  return { kind: 'unit', code: found.code, withBranch: /[+＋]$/.test(raw), isExcluded, raw };
}
