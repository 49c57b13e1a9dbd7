import { CHAT_SPELLINGS } from './chat-spelling.js';
import { addPhrase, createTree, type Node, type PhraseTree, type Steps } from './phrase-tree.js';
import { parseSyllable, swapHookAndTilde, toSyllable, type Syllable } from './syllable.js';
import { respelled, type Token } from './tokens.js';
import { factOf } from './word-facts.js';

/** A phrase of the book found in a text: what it stands for and the tokens it covers (`to` excluded). */
export interface Hit<Tag extends string> {
  /** Null where only phrases marked `!` fit that were typed without marks: it may as well be another word. */
  tag: Tag | null;
  /** What those would stand for. */
  guesses: readonly Tag[];
  from: number;
  to: number;
}

/** What the book knows of a word: how it is written in full (null: as it is), and the phrases that it begins. */
interface Entry<Tag extends string> extends Steps<Tag> {
  meant: readonly Syllable[] | null;
}

export interface PhraseBook<Tag extends string> extends PhraseTree<Tag> {
  entryOf: (word: Syllable) => Entry<Tag>;
}

const SPELLED_OUT = new Map(
  CHAT_SPELLINGS.map(([written, meant]) => [
    parseSyllable(written).key,
    meant.split(' ').map((word) => parseSyllable(word)),
  ]),
);
// Words that are words without any mark. In a text typed with marks they mean themselves: `kho` is a store, not `khó`.
const UNMARKED_WORDS = new Set(
  'kho cho da con do ban mai vi so ca to no bo gan sau tu hoa moi vuong thu sang chi tham bao thi tinh tra dao keo tang phai can nho du don nhan dinh trong ke'.split(
    ' ',
  ),
);

/**
 * Builds a book from tables of phrases (comma or line separated). A phrase that starts with `!` is a guess where it is
 * typed without its marks: it could be another everyday word.
 */
export function createPhraseBook<Tag extends string>(tables: Record<Tag, string>): PhraseBook<Tag> {
  const tree = createTree<Tag>();
  for (const [tag, table] of Object.entries(tables) as [Tag, string][]) {
    for (const phrase of table.split(/[,\n]/).map((part) => part.trim())) {
      if (phrase) addPhrase(tree, phrase, tag);
    }
  }
  return { ...tree, entryOf: factOf((word) => createEntry(word, tree)) };
}

/** Writes words out in full (`hthành` → hoàn thành, `xonggg` → xong); the places in the text stay as they were. */
export function spellOut<Tag extends string>(tokens: readonly Token[], book: PhraseBook<Tag>): Token[] {
  const spelled: Token[] = [];
  for (const token of tokens) {
    const meant = token.syllable && book.entryOf(token.syllable).meant;
    if (meant === null) spelled.push(token);
    else for (const syllable of meant) spelled.push(respelled(token, syllable));
  }
  return spelled;
}

/** Whether a word is a chat spelling of a Vietnamese one. */
export function isChatSpelling(word: Syllable): boolean {
  return SPELLED_OUT.has(word.key);
}

/** Finds the phrases from left to right, the longest first; on a tie the table that stands first. */
export function findPhrases<Tag extends string>(tokens: readonly Token[], book: PhraseBook<Tag>): Hit<Tag>[] {
  const reader = openReader<Tag>(tokens);
  const hits: Hit<Tag>[] = [];
  for (let from = 0; from < tokens.length;) {
    const token = tokens[from]!;
    const hit = token.syllable && longest(reader, from, book.entryOf(token.syllable));
    if (hit) hits.push(hit);
    from = hit ? hit.to : from + 1;
  }
  return hits;
}

/** Where a text is being read, and the longest phrases found from one place on. */
interface Reader<Tag extends string> {
  tokens: readonly Token[];
  isMarked: boolean;
  from: number;
  sure: Tag | null;
  sureTo: number;
  guesses: Tag[];
  guessTo: number;
}

function openReader<Tag extends string>(tokens: readonly Token[]): Reader<Tag> {
  let words = 0;
  let marked = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    words += 1;
    // What was spelled out had no marks when it was typed.
    if (token.marks !== '' && !isBare(token.raw)) marked += 1;
  }
  return { tokens, isMarked: marked * 4 >= words, from: 0, sure: null, sureTo: 0, guesses: [], guessTo: 0 };
}

/** Whether a word was typed without marks. Mostly the first or second letter tells. */
function isBare(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) if (raw.charCodeAt(at) > 0x7e) return false;
  return true;
}

/** The longest phrase that begins there. One that is sure goes before a guess. */
function longest<Tag extends string>(
  reader: Reader<Tag>,
  from: number,
  { exact, loose }: Entry<Tag>,
): Hit<Tag> | null {
  if (!exact && !loose) return null;
  reader.sure = null;
  reader.from = reader.sureTo = reader.guessTo = from;
  step(reader, from, { exact, loose }, EXACT);
  // A longer guess is kept beside what is sure.
  const isLonger = reader.guessTo > reader.sureTo;
  if (reader.sureTo > from)
    return { tag: reader.sure!, guesses: isLonger ? reader.guesses : [], from, to: reader.sureTo };
  return reader.guessTo > from ? { tag: null, guesses: reader.guesses, from, to: reader.guessTo } : null;
}

// How a phrase was met so far: every word as it stands there; one of them may be another word in a marked text.
const EXACT = 1;
const BARE = 2;

function walk<Tag extends string>(reader: Reader<Tag>, at: number, node: Node<Tag>, how: number): void {
  if (node.tag !== null) noteHit(reader, at, node, how);
  // Nothing goes on from most nodes, and with few words from most others.
  if (node.groups === 0 || at >= reader.tokens.length) return;
  const { syllable, key, fold } = reader.tokens[at]!;
  if (syllable === null || (node.groups & syllable.group) === 0) return;
  step(reader, at, { exact: node.exact!.get(key), loose: node.loose?.get(fold) }, how);
}

/** Over the word that stands there, by the phrases that go on with it. */
function step<Tag extends string>(
  reader: Reader<Tag>,
  at: number,
  { exact: same, loose: alike }: Steps<Tag>,
  how: number,
): void {
  const token = reader.tokens[at]!;
  // Among words without marks a word that needs none may still stand for one that does: `ngay` for `ngày`.
  if (same) walk(reader, at + 1, same, reader.isMarked || token.marks !== '' ? how : how & BARE);
  if (token.marks !== '' || !alike) return;
  // `giao mặt bằng cho nhà thầu` waits for nobody.
  if (reader.isMarked && token.fold === 'cho' && (isMarkedAt(reader, at - 1) || isMarkedAt(reader, at - 2)))
    return;
  const loosely = reader.isMarked && UNMARKED_WORDS.has(token.fold) ? BARE : how & BARE;
  for (const next of alike) walk(reader, at + 1, next, loosely);
}

const isMarkedAt = <Tag extends string>({ tokens }: Reader<Tag>, at: number): boolean =>
  tokens[at]?.marks !== '';

function noteHit<Tag extends string>(reader: Reader<Tag>, at: number, node: Node<Tag>, how: number): void {
  const { tag, strict } = node;
  const isSure = ((how & EXACT) !== 0 || !strict) && !((how & BARE) !== 0 && isAlone(reader, at));
  if (isSure) {
    if (at <= reader.sureTo) return;
    reader.sure = tag;
    reader.sureTo = at;
  } else if (at > reader.guessTo) {
    reader.guesses = [tag!];
    reader.guessTo = at;
  } else if (at === reader.guessTo) reader.guesses.push(tag!);
}

/** Whether no other word of the phrase bears marks: `cơ ban` is cơ bản, `kho` a store. */
function isAlone<Tag extends string>({ tokens, from }: Reader<Tag>, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]!.marks !== '') return false;
  return true;
}

function createEntry<Tag extends string>(word: Syllable, tree: PhraseTree<Tag>): Entry<Tag> {
  return {
    meant: tree.keys.has(word.key) ? null : spellWord(word, tree),
    exact: tree.root.exact?.get(word.key),
    loose: tree.root.loose?.get(word.fold),
  };
}

function spellWord<Tag extends string>(word: Syllable, book: PhraseTree<Tag>): readonly Syllable[] | null {
  const known = (key: string): boolean => book.keys.has(key) || SPELLED_OUT.has(key) || book.folds.has(key);
  const short = known(word.key) ? word : shorten(word, known);
  const meant = SPELLED_OUT.get(short.key) ?? [respell(short, book)];
  return meant.length === 1 && meant[0]!.key === word.key ? null : meant;
}

/** Letters held down for emphasis: `xonggg`, `okkk`, `rồiii`. */
function shorten(word: Syllable, known: (key: string) => boolean): Syllable {
  const fold = word.fold.replace(/(.)\1+/gu, '$1');
  if (fold === word.fold) return word;
  const short = toSyllable(fold, [...new Set(word.marks)].join(''));
  return known(short.key) ? short : word;
}

/** `đả nộp`, `sữa xong`: the other tone where the book has no word with the one that was typed. */
function respell<Tag extends string>(word: Syllable, book: PhraseTree<Tag>): Syllable {
  if (!word.marks || book.keys.has(word.key)) return toSyllable(word.fold, word.marks);
  const marks = swapHookAndTilde(word.marks);
  const other = marks === null ? null : toSyllable(word.fold, marks);
  return other && book.keys.has(other.key) ? other : toSyllable(word.fold, word.marks);
}
