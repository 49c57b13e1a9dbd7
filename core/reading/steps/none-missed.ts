import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, isNumber, isPartOf, LIGHT, PIECES, sense, tags, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';

const NOT_TOLD = tags(
  ...([
    'must',
    'haveTo',
    'notYet',
    'not',
    'cannot',
    'favour',
    'letMe',
    'if',
    'whenever',
    'wait',
    'doing',
  ] as const),
  ...([
    'nearly',
    'ask',
    'maybe',
    'said',
    'undo',
    'within',
    'ahead',
    'will',
    'promise',
    'newly',
    'day',
  ] as const),
  ...(['left', 'lack', 'only', 'some', 'you'] as const),
);
const MISSED = /^(?:sot|bo sot|thieu|bo qua|lot)$/;
const DENIES = tags('not', 'noMore');

/** `em tiêm cho 45 con, không sót con nào` to `Tiêm phòng`: none was missed, so that all of it was done. */
export function readNoneMissed(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || clauses.length < 2) return senses;
  const missed = clauses.findIndex(isNoneMissed);
  if (missed < 1) return senses;
  return senses.map((one, at) => {
    const verb = clauses[at]!.parts.find(({ isAsked }) => isAsked);
    const isTold = at < missed && (one.meaning === 'none' || isPartOf(one)) && clauses[at]!.end !== '?';
    const { parts } = clauses[at]!;
    return verb && isTold && !find(parts, NOT_TOLD) && !parts.some(isOnePiece) ? sense('done', [verb]) : one;
  });
}

/** `dãy A`, `tổ 2`: of several */
const isOnePiece = (part: Part, at: number, parts: readonly Part[]): boolean =>
  PIECES.holds(part) && (isNumber(parts[at + 1]) || /^\p{Lu}$/u.test(parts[at + 1]?.tokens[0]!.raw ?? ''));

/** `không sót nhà nào`, `không bỏ sót ai` */
function isNoneMissed({ parts, opener, end }: Clause): boolean {
  const [not, missed, ...what] = parts.filter((part) => !LIGHT.holds(part));
  return (
    opener === null &&
    end !== '?' &&
    DENIES.holds(not) &&
    MISSED.test(foldedWords(missed)) &&
    (what.length === 0 || isWhich(what.at(-1)!))
  );
}

const isWhich = (part: Part): boolean => part.tag === 'which';
