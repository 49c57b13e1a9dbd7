import { findPhrases } from '../../text/phrase-book.js';
import type { Token } from '../../text/tokens.js';
import { PLAIN_WORK } from '../clause/sense.js';
import { spellTokens } from '../splitting/spell-tokens.js';
import { type Title, wordsOfTitle } from '../title/title.js';

const JOINS = /^(?:và|va|and|&|,)$/;
// The reply itself tells it, or it is said of the manner or the time.
const NO_DEED =
  /^(?:bao cao|bao|phan hoi|thong bao|cho biet|theo doi|dam bao|bao dam|xu ly|giai quyet|thuc hien|trien khai|hoan thanh|report|reply|inform|the|a|an|all|our|your|his|her|their)(?: |$)/;
const longest = 4;

const cache = new WeakMap<Title, readonly Token[] | null>();

/** What a title asks for besides what it begins with: `phát` of `In và phát phiếu khảo sát`; null for nothing. */
export function secondDeed(title: Title): readonly Token[] | null {
  const known = cache.get(title);
  if (known !== undefined) return known;
  const found = findSecond(wordsOfTitle(title));
  cache.set(title, found);
  return found;
}

function findSecond(tokens: readonly Token[]): readonly Token[] | null {
  const { tokens: spelled, book } = spellTokens(tokens);
  const phrases = [...findPhrases(spelled, book)];
  for (let at = 1; at < spelled.length - 1; at += 1) {
    if (!JOINS.test(spelled[at]!.raw.toLowerCase())) continue;
    const next = phrases.find(({ from }) => from === at + 1);
    const words = spelled.slice(at + 1, next?.to ?? at + 2);
    // English verbs are known by their place: `Scan and file the receipts`.
    const isVerb = PLAIN_WORK.has(next?.tag ?? null) || (spelled[at]!.fold === 'and' && at === 1);
    const isOne = words.length <= longest && words.every(({ kind }) => kind === 'word');
    if (isVerb && isOne && !NO_DEED.test(words.map(({ fold }) => fold).join(' '))) return words;
  }
  return null;
}
