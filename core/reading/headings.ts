import type { Clause } from './clauses.js';
import { judgeClause } from './judge-clause.js';
import { folded, sense, type Sense } from './sense.js';

const HEADING =
  /^(?:nhung |cac |ve |mot so )?(?:kho khan|vuong mac|vuong|ton tai|han che|bat cap|problems?|issues?|blocked|stuck|difficult(?:y|ies))(?: (?:va|hoac|and|vuong mac|kho khan|ton tai|han che|gap phai|hien nay))*$/;
const NOTHING =
  /^(?:da )?(?:khong|chua|k|0|none|no|nothing|n a)(?: (?:co|gi|gap|co gi|kho khan|vuong mac|vuong|a|phat sinh|any|problems?))*$/;

/** `khó khăn:` and the like, whose clause that follows is the difficulty itself. */
export function isHeading(clauses: readonly Clause[], index: number): boolean {
  const clause = clauses[index];
  if (!clause || !HEADING.test(wordsOf(clause))) return false;
  if (clause.end === ':') return true;
  // `Khó khăn, vướng mắc: …`
  return (clause.end === ',' || clause.end === '/') && isHeading(clauses, index + 1);
}

/** `Khó khăn: không`. */
export function isNothing(clause: Clause): boolean {
  return NOTHING.test(wordsOf(clause));
}

/** Judges all clauses of a reply; a heading says nothing itself, and makes what follows it the obstacle. */
export function judgeClauses(clauses: readonly Clause[]): Sense[] {
  const senses: Sense[] = [];
  clauses.forEach((clause, index) => {
    const headed = index > 0 && isHeading(clauses, index - 1) && !isHeading(clauses, index);
    if (isHeading(clauses, index) || (headed && isNothing(clause))) senses.push(sense('none', []));
    else if (headed) senses.push(sense('blocked', clause.parts, { stuck: true }));
    else
      senses.push(judgeClause(clause, { last: index === clauses.length - 1, alone: clauses.length === 1 }));
  });
  return senses;
}

function wordsOf(clause: Clause): string {
  return clause.parts.map((part) => folded(part)).join(' ');
}
