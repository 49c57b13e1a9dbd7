import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, OWN_WORK, PIECES, sense, type Meaning, type Sense } from '../clause/sense.js';
import type { Token } from '../../text/tokens.js';
import type { Title } from '../title/title.js';

const NUMBERED =
  /^(?:thon|to|lop|khu|khu pho|to dan pho|xom|ap|kho|khoi|diem|doi|chi hoi|chi doan|tuyen|cum|buon|khoa|phong|tang|day|nhom|quay|hamlet|class|ward|store|shop|team|group|room)$/;

/**
 * `thôn 1 xong, thôn 2 xong`: pieces told one by one do not say that there are no more of them. `thôn 1, thôn 2 đều xong hết`
 * does, and so does a title that names them.
 */
export function withoutListedPieces(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (!senses.some(({ meaning }) => meaning === 'done')) return senses;
  const named = clauses.map(({ parts }, at) => (TELLS.has(senses[at]!.meaning) ? namesOf(parts) : []));
  const names = new Set(named.flat());
  if (names.size < 2 || new Set([...names].map((name) => name.split('\t')[0])).size > 1) return senses;
  if (senses.some(({ meaning }, at) => meaning === 'done' && named[at]!.length === 0)) return senses;
  if (clauses.some(({ parts }) => find(parts, 'every') || parts.some(saysAll))) return senses;
  const asked = new Set(title.words().map(({ fold }) => fold));
  if ([...names].every((name) => asked.has(name.split('\t')[1]!))) return senses;
  return senses.map((one) =>
    one.meaning === 'done' ? sense('unclear', one.decided, { ofPart: true }) : one,
  );
}

const TELLS: ReadonlySet<Meaning> = new Set(['done', 'none']);

const ALL = /(?:^| )(?:deu|het|ca|du|toan bo|tat ca|nhu nhau|all|both|every|100)(?: |$)/;

const saysAll = (part: Part): boolean => ALL.test(foldedWords(part));

/**
 * The numbered or lettered pieces before the verb of a clause: their kind and their name. Behind it they are what whoever speaks
 * did: `em phun xong xóm Dinh với xóm Đình`.
 */
function namesOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part, at) => {
    const kind = foldedWords(part);
    const token = parts[at + 1]?.tokens[0];
    if (!PIECES.holds(part) || !NUMBERED.test(kind) || token === undefined) return [];
    if (find(parts, OWN_WORK, 0, at) && !parts.slice(at).some((one) => OWN_WORK.holds(one))) return [];
    const isName = token.kind === 'number' || /^[a-e]$/i.test(token.raw);
    return isName ? [`${kind}\t${token.fold}${letterBehind(token, parts[at + 2])}`] : [];
  });
}

/** `lớp 1A` */
function letterBehind({ end }: Token, next: Part | undefined): string {
  const token = next?.tokens[0];
  return token?.start === end && /^[a-z]$/i.test(token.raw) ? token.fold : '';
}
