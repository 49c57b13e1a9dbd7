import { parseSyllable } from '../../text/syllable.js';
import { tokenise, type Token } from '../../text/tokens.js';
import type { Part } from '../clause/part.js';
import { isWritten, titleVerb } from './title-verb.js';

/** What a directive's title tells a reader of its replies. */
export interface Title {
  /** The words it begins with: what is to be done. */
  verb: readonly Token[];
  /** Its words behind the first. They are looked up for few replies. */
  words: () => readonly Token[];
}

const longest = 120;

// A title is looked at anew for each of its replies.
const CACHE_LIMIT = 512;
const cache = new Map<string, Title>();

/** Reads a title; '' for none. */
export function readTitle(title: string): Title {
  if (title === '') return NO_TITLE;
  const known = cache.get(title);
  if (known) return known;
  let words: readonly Token[] | undefined;
  const read: Title = {
    verb: titleVerb(title),
    words: () => (words ??= tokenise(title.slice(0, longest).normalize('NFC')).slice(1)),
  };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(title, read);
  return read;
}

export const NO_TITLE: Title = { verb: [], words: () => [] };

/** All words of a title, the one it begins with among them. */
export const wordsOfTitle = (title: Title): readonly Token[] => [...title.verb.slice(0, 1), ...title.words()];

// Words that a title may hold whatever it is about.
const SMALL = new Set(
  `cho cua va cac nhung theo tai o trong ngoai truoc sau nam thang quy ngay tuan ky dot den toi ve len ra vao voi de do khi tu
  moi mot hai nhan dip bi tra dau cuoi ca hoan thanh chuc kien nghi thu truong xa thon to lop phuong khu pho khoi the a an of for in on by at is are and or with from all`.split(
    /\s+/,
  ),
);

// Without its mark it is an everyday đến.
const LAMP = parseSyllable('đèn').key;

/** Whether a word is one of the title's own, as far as it tells what the title is about. */
export function isNamedIn(title: Title, token: Token): boolean {
  if (token.kind !== 'word' || (SMALL.has(token.fold) && token.key !== LAMP)) return false;
  return title.words().some((word) => isWritten(token, word));
}

/** Whether a part holds any word of the title, be it as small as may be. */
export const sharesWord = ({ tokens }: Part, title: Title): boolean =>
  tokens.some((token) => title.words().some((word) => isWritten(token, word)));
