import type { RichText } from '../message.js';
import { plain } from '../message.js';
import { sayDeadline } from '../deadline/say-deadline.js';
import type { Decision } from '../summary/decisions.js';
import { linked, type Writing } from './report-head.js';

export interface Names {
  codeOf(unitId: number | null): string;
  /** A directive's number with its sign. */
  numberOf(directiveId: number): string;
  /** `XA02 #12`. */
  partOf(part: { unitId: number; directiveId: number }): string;
}

/** Codes and numbers of a content, found by id. */
export function namesOf({ content, t }: Pick<Writing, 'content' | 't'>): Names {
  const units = new Map(content.units.map((unit) => [unit.id, unit]));
  const numbers = new Map(content.directives.map(({ id, number }) => [id, number]));
  for (const { directiveId, number } of content.corrections?.list ?? [])
    if (!numbers.has(directiveId)) numbers.set(directiveId, number);
  const codeOf = (id: number | null) =>
    (id === null ? undefined : units.get(id)?.code) ?? t('report.unknownUnit');
  const numberOf = (id: number) => `#${numbers.get(id) ?? '?'}`;
  return {
    codeOf,
    numberOf,
    partOf: ({ unitId, directiveId }) => `${codeOf(unitId)} ${numberOf(directiveId)}`,
  };
}

/** `XA02 #12: đề nghị cấp thêm máy bơm`; `most`: words beyond are cut. */
export function sayDecision(writing: Writing, names: Names, decision: Decision, most?: number): RichText {
  const { t, head } = writing;
  return [...linked(writing, names.partOf(decision), decision.replies), plain(sayWish())];

  function sayWish(): string {
    if (decision.kind === 'moreTime') {
      if (decision.wishedAt === null) return t('report.decide.moreTime');
      const wished = sayDeadline(t, new Date(decision.wishedAt), head.place.zone);
      return t('report.decide.moreTimeUntil', { wished });
    }
    const words = most === undefined ? decision.words : cut(decision.words, most);
    return words === '' ? t('report.decide.stuck') : t(`report.decide.${decision.kind}`, { words });
  }
}

/** The first letters of a line, not cutting one in two. */
export function cut(words: string, most: number): string {
  const letters = [...words];
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Names in one line, each opening what is behind it; those beyond `most` are counted. */
export function listLinked(
  writing: Writing,
  named: readonly { text: string; replies: readonly number[] }[],
  most: number,
): RichText {
  const shown = named.slice(0, most);
  const spans = shown.flatMap(({ text, replies }, index) => [
    ...(index === 0 ? [] : [plain(', ')]),
    ...linked(writing, text, replies),
  ]);
  const left = named.length - shown.length;
  return left > 0 ? [...spans, plain(`, ${writing.t('summary.moreNames', { count: left })}`)] : spans;
}
