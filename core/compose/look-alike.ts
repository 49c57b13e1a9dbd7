import { foldText } from '../text/fold.js';

/** Titles that share this much are probably the same work sent twice. Tried on rewordings in request.test.ts. */
const alike = 0.8;

/**
 * Whether two directives are for nearly the same work, by their titles: marks, case, order of spaces and a few letters do
 * not count, a number does (`tuần 11` is not `tuần 12`). Bodies say nothing of it: many share one form, and a second
 * message on one matter is worded anew.
 */
export function looksAlike(a: { title: string }, b: { title: string }): boolean {
  return numbersIn(a.title) === numbersIn(b.title) && similarity(a.title, b.title) >= alike;
}

const numbersIn = (title: string) => (title.match(/\d+/g) ?? []).join(' ');

/** Dice's coefficient over groups of three letters: 1 is the same, 0 shares nothing. */
export function similarity(a: string, b: string): number {
  const left = countGroups(a);
  const right = countGroups(b);
  let shared = 0;
  for (const [group, count] of left) shared += Math.min(count, right.get(group) ?? 0);
  const total = sum(left) + sum(right);
  return total === 0 ? 0 : (2 * shared) / total;
}

function countGroups(text: string): Map<string, number> {
  const words = ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  const groups = new Map<string, number>();
  if (words.trim() === '') return groups;
  for (let at = 0; at + 3 <= words.length; at += 1) {
    const group = words.slice(at, at + 3);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return groups;
}

const sum = (groups: Map<string, number>) => [...groups.values()].reduce((total, count) => total + count, 0);
