import { isAnswer, type ReplyKind, type Said } from './said.js';

/** One wording of a reply and how it was read. */
export interface SaidVersion {
  said: Said;
  at: Date;
}

/**
 * Since when a reply has said what it says now: a later edit of its wording alone does not make it later, an edit
 * that turns `70%` into `xong` counts from the edit.
 */
export function saidSince(kind: ReplyKind, versions: readonly SaidVersion[]): SaidVersion | null {
  const last = versions.at(-1);
  if (!last) return null;
  let since = last.at;
  for (
    let index = versions.length - 1;
    index >= 0 && saysSame(kind, versions[index]!.said, last.said);
    index -= 1
  )
    since = versions[index]!.at;
  return { said: last.said, at: since };
}

function saysSame(kind: ReplyKind, one: Said, other: Said): boolean {
  if (kind === 'acknowledge') return isAnswer(one) === isAnswer(other);
  if (kind === 'collect' && other.value !== null) return one.value !== null;
  return one.status === other.status && (one.value === null) === (other.value === null);
}
