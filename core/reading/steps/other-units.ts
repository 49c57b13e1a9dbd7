import { tokenise, type Token } from '../../text/tokens.js';
import { WordSet } from '../../text/word-set.js';
import type { Clause, Part } from '../clause/part.js';
import { indexOf, VERBS, type Meaning, type Sense } from '../clause/sense.js';
import { isNamedIn, type Title } from '../title/title.js';

// Units of one kind stand beside each other: none of them reports for another.
const KINDS: readonly (readonly string[])[] = [
  ['xa', 'phuong', 'thi tran', 'ubnd xa', 'ubnd phuong', 'commune', 'ward'],
  [
    'truong',
    'truong mam non',
    'truong tieu hoc',
    'truong thcs',
    'truong thpt',
    'mam non',
    'tieu hoc',
    'school',
  ],
  ['tram', 'tram y te', 'clinic', 'station'],
  ['cua hang', 'chi nhanh', 'sieu thi', 'shop', 'store', 'branch'],
  ['thon', 'ap', 'ban', 'buon', 'xom', 'khom', 'to dan pho', 'khu pho', 'hamlet'],
  ['hop tac xa', 'htx', 'cooperative'],
  ['huyen', 'quan', 'thi xa', 'thanh pho'],
  ['khoa', 'department'],
  ['doi', 'team'],
];
const KIND_OF = new Map(KINDS.flatMap((names, kind) => names.map((name) => [name, kind] as const)));
const LONGEST_KIND = 3;
const BEGIN = new WordSet([...KIND_OF.keys()].map((name) => name.split(' ')[0]!));
// What stands in somebody's way may well be another unit.
const TELLS: ReadonlySet<Meaning> = new Set<Meaning>([
  'done',
  'undone',
  'underway',
  'open',
  'next',
  'unclear',
]);
const CACHE_LIMIT = 512;

interface Named {
  kind: number;
  /** What the unit is called behind its kind, without marks: `an phu`. */
  name: readonly string[];
}

const cache = new Map<string, Named | null>();

/**
 * Which clauses tell what another unit did: `xã An Phú diễn tập xong`, said by another commune. `unit`: the name of the
 * speaker's own; of one whose name does not begin with its kind, nothing is known. Units that the title names are ours.
 */
export function areOfOtherUnits(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  { title, unit }: { title: Title; unit: string },
): boolean[] {
  const own = readUnit(unit);
  return clauses.map(
    ({ parts }, at) => own !== null && TELLS.has(senses[at]!.meaning) && isOfOther(parts, own, title),
  );
}

function readUnit(unit: string): Named | null {
  const known = cache.get(unit);
  if (known !== undefined) return known;
  const tokens = tokenise(unit.slice(0, 200).normalize('NFC'));
  const found = findKind(tokens, 0);
  const name = found === null ? [] : tokens.slice(found.end).map(({ fold }) => fold);
  const read = found === null || name.length === 0 ? null : { kind: found.kind, name };
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(unit, read);
  return read;
}

/** The kind of unit that begins at a word, by its longest name. */
function findKind(tokens: readonly Token[], at: number): { kind: number; end: number } | null {
  if (tokens[at] === undefined || !BEGIN.holds(tokens[at])) return null;
  for (let count = LONGEST_KIND; count > 0; count -= 1) {
    const words = tokens.slice(at, at + count);
    const kind = words.length === count ? KIND_OF.get(words.map(({ fold }) => fold).join(' ')) : undefined;
    if (kind !== undefined) return { kind, end: at + count };
  }
  return null;
}

/** Whether a named unit of the same kind stands where the one who did it is said. */
function isOfOther(parts: readonly Part[], own: Named, title: Title): boolean {
  const verb = indexOf(parts, VERBS);
  const before = parts.slice(0, verb < 0 ? parts.length : verb);
  const tokens = before.flatMap((part) => part.tokens.map((token) => ({ token, part })));
  const words = tokens.map(({ token }) => token);
  for (let at = 0; at < words.length; at += 1) {
    const found = findKind(words, at);
    if (found === null) continue;
    // `trạm bên Phú Lộc`
    const begin = found.end + (tokens[found.end]?.token.fold === 'ben' ? 1 : 0);
    const [first, second] = tokens.slice(begin);
    return (
      found.kind === own.kind &&
      first !== undefined &&
      isName(first.token, first.part) &&
      !isNamedIn(title, first.token) &&
      !isOurs(first.token, second, own)
    );
  }
  return false;
}

function isOurs(first: Token, second: { token: Token; part: Part } | undefined, { name }: Named): boolean {
  const at = name.indexOf(first.fold);
  if (at < 0) return false;
  // `xã An Phú` is not An Bình, nor is `xã Bình Minh`.
  const isLonger = second !== undefined && isName(second.token, second.part);
  return !isLonger || name.length === 1 || name.includes(second.token.fold);
}

/** A word that is known for nothing else, a number, or one with a capital letter. */
const isName = ({ kind, raw }: Token, { tag }: Part): boolean =>
  kind === 'number' || (kind === 'word' && (tag === null || /^\p{Lu}\p{Ll}/u.test(raw)));
