import { foldedWords, type Clause } from '../clause/part.js';
import { find, indexOf, tags, VERBS, withMeaning, type Sense } from '../clause/sense.js';

/**
 * `phát hết quà rồi, hộ ông Sáu không có nhà`: one of those that it was for was not there. Whether it was done for them too is not
 * said, unless what follows tells it: `…, em gửi hàng xóm`.
 */
export function markLeftAway(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  const done = senses.findIndex(({ meaning }) => meaning === 'done');
  if (done < 0) return senses;
  const away = clauses.findLastIndex((clause, at) => at > done && isMemberAway(clause));
  if (away < 0 || clauses.slice(away + 1).some(tellsMore)) return senses;
  return senses.map((one, at) =>
    at < away && one.meaning === 'done' ? withMeaning(one, 'unclear', true) : one,
  );
}

// `khó cái là mấy nhà không ai ở nhà`: that made it hard.
const NOT_LEFT = tags('not', 'notYet', 'noMore', 'if', 'whenever', 'ago', 'self', 'trouble', 'is');

/** From home; who was `vắng mặt` missed a meeting, which was held. */
const FROM_HOME = /(?:^| )(?:nha|cua|di vang|ve que|di lam xa)(?: |$)/;

function isMemberAway({ parts }: Clause): boolean {
  const at = indexOf(parts, 'away');
  return (
    at > 0 &&
    FROM_HOME.test(foldedWords(parts[at])) &&
    find(parts, 'member', 0, at) !== undefined &&
    !find(parts, NOT_LEFT) &&
    !find(parts, VERBS, at)
  );
}

const tellsMore = ({ parts, opener }: Clause): boolean => opener === 'so' || find(parts, VERBS) !== undefined;
