import { CHAT_SPELLINGS } from './chat-spelling.js';
import { parseSyllable, swapHookAndTilde } from './syllable.js';
import type { Token } from './tokens.js';

/** A phrase of the book found in a text: what it stands for and the tokens it covers (`to` excluded). */
export interface Hit<Tag extends string> {
  tag: Tag;
  from: number;
  to: number;
}

interface Node<Tag extends string> {
  tag: Tag | null;
  /** Taken only when every word was typed with its marks. */
  strict: boolean;
  exact: Map<string, Node<Tag>>;
  loose: Map<string, Node<Tag>[]>;
}

export interface PhraseBook<Tag extends string> {
  root: Node<Tag>;
  keys: Set<string>;
  folds: Set<string>;
}

const SPELLED_OUT = new Map(CHAT_SPELLINGS.map(([written, meant]) => [keyOf(written), meant]));
// Words that are words without any mark. In a text typed with marks they mean themselves: `kho` is a store, not `khó`.
const UNMARKED_WORDS = new Set(
  'kho cho da con do ban mai vi so ca to no bo gan sau tu hoa moi vuong thu sang chi tham bao thi tinh tra dao keo tang phai can nho du don nhan dinh trong ke'.split(
    ' ',
  ),
);

/**
 * Builds a book from tables of phrases (comma or line separated). A phrase that starts with `!` is taken only
 * when it is typed with its marks: dropped, it could be another everyday word.
 */
export function createPhraseBook<Tag extends string>(tables: Record<Tag, string>): PhraseBook<Tag> {
  const book: PhraseBook<Tag> = { root: createNode(), keys: new Set(), folds: new Set() };
  for (const [tag, table] of Object.entries(tables) as [Tag, string][]) {
    for (const phrase of table.split(/[,\n]/).map((part) => part.trim())) {
      if (phrase) addPhrase(book, phrase, tag);
    }
  }
  return book;
}

/** Writes words out in full (`hthành` → hoàn thành, `xonggg` → xong); the places in the text stay as they were. */
export function spellOut<Tag extends string>(tokens: readonly Token[], book: PhraseBook<Tag>): Token[] {
  const spelled: Token[] = [];
  for (const token of tokens) {
    const key = keyOfToken(token);
    if (token.kind !== 'word' || (book.keys.has(key) && !SPELLED_OUT.has(key))) spelled.push(token);
    else spelled.push(...spellWord(token, book));
  }
  return spelled;
}

/** Whether a word is a chat spelling of a Vietnamese one. */
export function isChatSpelling(token: Token): boolean {
  return SPELLED_OUT.has(keyOfToken(token));
}

/** Finds the phrases from left to right, the longest first; on a tie the table that stands first. */
export function findPhrases<Tag extends string>(tokens: readonly Token[], book: PhraseBook<Tag>): Hit<Tag>[] {
  const words = tokens.filter((token) => token.kind === 'word');
  const marked = words.filter((token) => /[^\x00-\x7f]/.test(token.raw)).length * 4 >= words.length;
  const hits: Hit<Tag>[] = [];
  for (let from = 0; from < tokens.length;) {
    const found = longest({ tokens, marked }, from, book.root);
    if (found) hits.push({ tag: found.tag, from, to: found.to });
    from = found ? found.to : from + 1;
  }
  return hits;
}

function createNode<Tag extends string>(): Node<Tag> {
  return { tag: null, strict: false, exact: new Map(), loose: new Map() };
}

function keyOf(word: string): string {
  const { fold, marks } = parseSyllable(word);
  return marks ? `${fold} ${marks}` : fold;
}

function addPhrase<Tag extends string>(book: PhraseBook<Tag>, phrase: string, tag: Tag): void {
  const strict = phrase.startsWith('!');
  let node = book.root;
  for (const word of phrase.slice(strict ? 1 : 0).split(' ')) {
    const { fold, marks } = parseSyllable(word);
    const key = marks ? `${fold} ${marks}` : fold;
    book.keys.add(key);
    book.folds.add(fold);
    let next = node.exact.get(key);
    if (!next) {
      next = createNode();
      node.exact.set(key, next);
    }
    if (marks) {
      const loose = node.loose.get(fold) ?? [];
      if (!loose.includes(next)) node.loose.set(fold, [...loose, next]);
    }
    node = next;
  }
  if (node.tag === null) Object.assign(node, { tag, strict });
}

function spellWord<Tag extends string>(token: Token, book: PhraseBook<Tag>): Token[] {
  const known = (key: string): boolean => book.keys.has(key) || SPELLED_OUT.has(key) || book.folds.has(key);
  const short = known(keyOfToken(token)) ? token : shorten(token, known);
  const meant = SPELLED_OUT.get(keyOfToken(short));
  if (meant) return meant.split(' ').map((word) => ({ ...short, ...parseSyllable(word) }));
  return [respell(short, book)];
}

/** Letters held down for emphasis: `xonggg`, `okkk`, `rồiii`. */
function shorten(token: Token, known: (key: string) => boolean): Token {
  const fold = token.fold.replace(/(.)\1+/gu, '$1');
  if (fold === token.fold) return token;
  const marks = [...new Set(token.marks)].join('');
  return known(marks ? `${fold} ${marks}` : fold) ? { ...token, fold, marks } : token;
}

function respell<Tag extends string>(token: Token, book: PhraseBook<Tag>): Token {
  if (!token.marks || book.keys.has(`${token.fold} ${token.marks}`)) return token;
  const marks = swapHookAndTilde(token.marks);
  return marks !== null && book.keys.has(`${token.fold} ${marks}`) ? { ...token, marks } : token;
}

interface Reader {
  tokens: readonly Token[];
  marked: boolean;
}

function longest<Tag extends string>(
  reader: Reader,
  at: number,
  node: Node<Tag>,
  exactly = true,
): { tag: Tag; to: number } | null {
  let best: { tag: Tag; to: number } | null = null;
  if (node.tag !== null && (exactly || !node.strict)) best = { tag: node.tag, to: at };
  const token = reader.tokens[at];
  if (token?.kind !== 'word') return best;
  const exact = node.exact.get(keyOfToken(token));
  const alike =
    token.marks || (reader.marked && UNMARKED_WORDS.has(token.fold)) ? undefined : node.loose.get(token.fold);
  if (exact) best = longer(best, longest(reader, at + 1, exact, exactly));
  for (const next of alike ?? []) best = longer(best, longest(reader, at + 1, next, false));
  return best;
}

function longer<Found extends { to: number }>(best: Found | null, found: Found | null): Found | null {
  return found && (!best || found.to > best.to) ? found : best;
}

function keyOfToken(token: Token): string {
  return token.marks ? `${token.fold} ${token.marks}` : token.fold;
}
