import type { Clause } from '../clause/part.js';
import { wordsOf } from './difficulty.js';
import type { Reading } from '../reading.js';
import type { Section, SectionKind } from '../splitting/sections.js';
import { isSettled, type Sense } from '../clause/sense.js';

const NO_PARTS: Parts = { result: null, proposal: null, nextStep: null };

export type Parts = Pick<Reading, 'result' | 'proposal' | 'nextStep'>;

/** The parts of a reply besides its difficulty: under headings, or told by the clauses themselves. */
export function findParts(
  text: string,
  clauses: readonly Clause[],
  senses: readonly Sense[],
  sections: readonly Section[],
): Parts {
  const isPlain = sections.length === 0 && clauses.every(({ opener }) => opener !== 'propose');
  if (isPlain && senses.every(({ meaning }) => meaning !== 'next')) return NO_PARTS;
  const headed = (kind: SectionKind): string[] =>
    sections.flatMap((section) => (section.kind === kind ? [section.words] : []));
  const told = (isMeant: (sense: Sense, clause: Clause) => boolean): string[] =>
    clauses.flatMap((clause, index) => (isMeant(senses[index]!, clause) ? [wordsOf(text, clause, 0)] : []));
  const proposal = [...headed('proposal'), ...findProposals(text, clauses, senses)];
  const nextStep = [
    ...headed('next'),
    ...told((sense, clause) => sense.meaning === 'next' && !isSettled(clause.parts)),
  ];
  const isReport = sections.length > 0 || proposal.length > 0 || nextStep.length > 0;
  const results = headed('result');
  const result =
    results.length > 0 || !isReport
      ? results
      : told(({ meaning }) => meaning === 'done' || meaning === 'underway');
  return {
    result: join(result),
    proposal: join(proposal),
    nextStep: join(nextStep),
  };
}

/**
 * `đề xuất cấp thêm 2 máy bơm, 100 bao cát`: to the end of the sentence, unless something else is told before it. What is
 * proposed within a sentence that is already told (`đề nghị A, đề nghị B`) is not told again.
 */
function findProposals(text: string, clauses: readonly Clause[], senses: readonly Sense[]): string[] {
  let told = 0;
  return clauses.flatMap((clause, index) => {
    const first = clause.opener === 'propose' ? clause.parts[0]?.tokens[0] : undefined;
    if (!first || first.start < told) return [];
    const next = clauses.findIndex((_, at) => at > index && senses[at]!.meaning !== 'none');
    const limit = clauses[next]?.parts[0]?.tokens[0]?.start ?? text.length;
    const sentence = /^(?:[^\n.;!?]|[.](?=\S))*/.exec(text.slice(first.start, limit))![0];
    told = first.start + sentence.length;
    if (/thông cảm|thong cam/i.test(sentence)) return [];
    return [
      sentence
        .replace(LABEL, '')
        .replace(/[\s,:–-]+$/, '')
        .replace(/\s+(?:ạ|a|nhé|nhe)$/i, ''),
    ];
  });
}

// The report names the part itself.
const LABEL =
  /^(?:k[ií]nh |xin |em |đơn vị |trường )*(?:đề xuất|kiến nghị|đề nghị|de xuat|kien nghi|de nghi)(?: là)?[\s:]+/i;

function join(words: readonly string[]): string | null {
  const said = [...new Set(words)].filter((part) => part !== '');
  return said.length > 0 ? said.join('; ') : null;
}
