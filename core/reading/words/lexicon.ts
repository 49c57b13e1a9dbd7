import { foldText } from '../../text/fold.js';
import { createPhraseBook, type PhraseBook } from '../../text/phrase-book.js';
import { ENGLISH } from './english.js';
import type { Tag, Words } from './tags.js';
import { EXTENT } from './vi-extent.js';
import { NAMES } from './vi-names.js';
import { OBSTACLES } from './vi-obstacles.js';
import { SENTENCE } from './vi-sentence.js';
import { TALK } from './vi-talk.js';
import { TIME } from './vi-time.js';
import { VERBS } from './vi-verbs.js';

// Where two tables hold the same phrase the one that stands first counts.
const TABLES: readonly Words[] = [SENTENCE, TIME, EXTENT, VERBS, OBSTACLES, TALK];

export const vietnamese = createPhraseBook<Tag>(join([...TABLES, { other: NAMES }]));
export const english = createPhraseBook<Tag>(join([ENGLISH]));

/** What tells the languages apart: the names hold every syllable there is. */
export const vietnameseFolds: ReadonlySet<string> = new Set(
  TABLES.flatMap((table) => Object.values(table)).flatMap((words) => foldText(words).split(/[ ,!]+/)),
);
export const englishOnly: ReadonlySet<string> = new Set(
  [...english.folds, ...'for with of on at and from working people school you be'.split(' ')].filter(
    (word) => word.length > 1 && !vietnameseFolds.has(word),
  ),
);

export type Book = PhraseBook<Tag>;

function join(tables: readonly Words[]): Record<Tag, string> {
  const joined: Words = {};
  for (const table of tables)
    for (const [tag, words] of Object.entries(table) as [Tag, string][])
      joined[tag] = joined[tag] === undefined ? words : `${joined[tag]}, ${words}`;
  return joined as Record<Tag, string>;
}
