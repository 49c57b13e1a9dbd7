import { foldText } from '../text/fold.js';

/** The known names that a mistyped one may have meant, nearest first: at most `limit`, none when all are far off. */
export function findNearest(name: string, known: readonly string[], limit = 3): string[] {
  const wanted = foldText(name).slice(0, longestName);
  if (wanted === '') return [];
  const furthest = wanted.length <= 3 ? 1 : 2;
  return known
    .map((candidate) => ({ candidate, distance: measure(wanted, foldText(candidate)) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Codes are short; a longer word is no mistyped code, and the measure's cost grows with its square. */
const longestName = 40;

/** `XA7` is nearer to `XA07` than to `XA1`: a missing zero is no mistake at all. */
function measure(a: string, b: string): number {
  const bare = (name: string) => name.replace(/[-_. ]/g, '').replace(/(?<!\d)0+(?=\d)/g, '');
  // `#truong` is the beginning of `#truonghoc`; of `XA` a hundred codes are the end.
  if (/[a-z]{4}/.test(a) && b.startsWith(a) && /^[a-z]+$/.test(b.slice(a.length))) return 1;
  if (Math.abs(a.length - b.length) > 3) return Infinity;
  return bare(a) === bare(b) ? 0 : editDistance(a, b);
}

/** Letters to change, add, drop or swap with a neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, before[j - 2]! + 1);
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
