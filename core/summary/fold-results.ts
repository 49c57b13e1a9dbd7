import { foldText } from '../text/fold.js';

/** Results that say the same: the words of one of them, and all whose words they are. */
export interface FoldedResult<T> {
  words: string;
  all: T[];
}

/** Words that change nothing in a result: who speaks, that it is reported, politeness, "any". */
const fillers = new Set(
  (
    'da roi xong hien tai hien nay nay bao cao xin kinh thua gui don vi chung toi em minh ben xa truong thon to tren dia ban ' +
    'gi nao cac cua co la ve duoc nhe nha vang voi den thoi diem moi viec deu ' +
    'the a an any we have has had there is are was were been at so far our here report reports reported please all'
  ).split(' '),
);

/** "Damage" and "no damage" are one word apart and must never be one result. */
const negations = new Set([
  'khong',
  'chua',
  'chang',
  'no',
  'not',
  'none',
  'never',
  'without',
  'ngung',
  'dung',
  'tru',
  'except',
]);

const alike = 0.75;
/** More kinds of results than this in one directive are told one by one. */
const mostKinds = 300;

interface Kind<T> extends FoldedResult<T> {
  tokens: ReadonlySet<string>;
}

/**
 * Folds near-duplicates: the same words up to order, case, marks and fillers, with the same figures and the same
 * negations. The largest groups come first, single results in the order given.
 */
export function foldResults<T>(list: readonly T[], wordsOf: (item: T) => string): FoldedResult<T>[] {
  const exact = new Map<string, { words: string; all: T[] }>();
  for (const item of list) {
    const words = wordsOf(item);
    if (words === '') continue;
    const key = tokensOf(words).join(' ');
    const group = exact.get(key);
    if (group) group.all.push(item);
    else exact.set(key, { words, all: [item] });
  }
  const kinds = new Map<string, Kind<T>[]>();
  const folded: Kind<T>[] = [];
  for (const [key, { words, all }] of [...exact].sort((a, b) => b[1].all.length - a[1].all.length)) {
    const tokens = new Set(key.split(' '));
    const signature = signatureOf(key);
    const near = kinds.get(signature) ?? [];
    const same = key === '' ? undefined : near.find((kind) => similarity(kind.tokens, tokens) >= alike);
    if (same) {
      same.all.push(...all);
      continue;
    }
    const kind = { words, all: [...all], tokens };
    folded.push(kind);
    if (near.length < mostKinds) kinds.set(signature, [...near, kind]);
  }
  return folded.sort((a, b) => b.all.length - a.all.length).map(({ words, all }) => ({ words, all }));
}

/** The words that say something, each once, in one order. */
function tokensOf(words: string): string[] {
  const tokens = foldText(words).match(/[\p{L}\p{N}]+(?:[.,/%:][\p{N}]+)*%?/gu) ?? [];
  const telling = tokens.filter((token) => !fillers.has(token));
  return [...new Set(telling.length > 0 ? telling : tokens)].sort();
}

/** Figures and negations: results that differ in one of them are different. */
function signatureOf(key: string): string {
  return key
    .split(' ')
    .filter((token) => /\p{N}/u.test(token) || negations.has(token))
    .join(' ');
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const token of a) if (b.has(token)) shared += 1;
  return shared / (a.size + b.size - shared);
}
