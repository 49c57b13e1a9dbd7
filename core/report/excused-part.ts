import { groupBy } from '../group-by.js';
import { plain, type RichText } from '../message.js';
import { heading, line, type Block } from './block.js';
import { listLinked, namesOf } from './part-words.js';
import type { Writing } from './report-head.js';

/** Who owes nothing, and on what, in one line: else they would be looked for among the silent. */
export function listExcused(writing: Writing, most: number): RichText[] {
  const { t, content } = writing;
  const names = namesOf(writing);
  const named = [...groupBy(content.excused ?? [], ({ unitId }) => unitId)].map(([unitId, parts]) => ({
    text: `${names.codeOf(unitId)} (${parts.map(({ number }) => `#${number}`).join(' ')})`,
    replies: [],
  }));
  if (named.length === 0) return [];
  return [[plain(t('summary.excused')), plain(' '), ...listLinked(writing, named, most)]];
}

/** A unit's own: each by its title, for the group knows them by that. */
export function buildOwnExcused({ t, content }: Writing): Block[] {
  return (content.excused ?? []).flatMap(({ number, title }) => [
    heading(2, `#${number} ${title}`),
    line(t('summary.ownExcused')),
  ]);
}
