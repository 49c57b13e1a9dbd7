import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isSettled, OWN_WORK, sense, type Meaning, type Sense } from '../clause/sense.js';

const MAY_DENY: ReadonlySet<Meaning> = new Set<Meaning>(['open', 'undone', 'question', 'supposed', 'none']);

/**
 * What somebody else said, and the speaker takes back: `nói chưa xong là oan cho tụi em, xong từ thứ ba rồi`, `ai bảo em chưa
 * gửi, gửi từ tuần trước`.
 */
export function withoutRetorts(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  if (clauses.length < 2) return senses;
  if (clauses.some(isIrony))
    return senses.map((one) => (one.meaning === 'done' ? sense('unclear', one.decided) : one));
  const isRetort = clauses.map(
    (clause, at) => MAY_DENY.has(senses[at]!.meaning) && takesBack(clauses, clause, at),
  );
  if (!isRetort.includes(true)) return senses;
  const told = senses.map((one, at) =>
    isRetort[at - 1] && isLongAgo(clauses[at]!, one) ? sense('done', clauses[at]!.parts.slice(0, 1)) : one,
  );
  if (!told.some(({ meaning }, at) => meaning === 'done' && isSettled(clauses[at]!.parts))) return senses;
  return told.map((one, at) => (isRetort[at] ? sense('clean', []) : one));
}

/** `xong, xong cái lưng tui thì có` */
function isIrony({ parts }: Clause, at: number, clauses: readonly Clause[]): boolean {
  const said = parts.filter(({ tokens }) => tokens[0]!.kind !== 'emoji');
  const isOver = said.at(-2)?.tag === 'then' && said.at(-1)?.tag === 'have';
  const [word] = parts;
  return (
    isOver &&
    clauses.slice(0, at).some((one) => one.parts.some((part) => foldedWords(part) === foldedWords(word)))
  );
}

function takesBack(clauses: readonly Clause[], { parts, opener }: Clause, at: number): boolean {
  const denied = indexOf(parts, 'notYet');
  if (denied < 0) return false;
  if (isClaimed(parts, denied) || isCalledWrong(parts, denied)) return true;
  // `răng mà chưa xong được, tui làm xong từ hôm tê rồi`
  return at === 0 && opener === 'contrast' && find(clauses[1]!.parts, 'self') !== undefined;
}

const SAID = /^(?:noi|bao|ai noi|ai bao|sao bao|sao noi|ai|ghi|bao la|noi la)$/;

/** `nói chưa xong`, `ai bảo trường em chưa gửi` */
function isClaimed(parts: readonly Part[], denied: number): boolean {
  const [first, second] = parts;
  if (!SAID.test(foldedWords(first))) return false;
  return denied === 1
    ? find(parts, 'is', denied) !== undefined
    : first!.tag === 'which' && SAID.test(foldedWords(second));
}

/** `danh sách ghi chưa là sai` */
function isCalledWrong(parts: readonly Part[], denied: number): boolean {
  const is = indexOf(parts, 'is', denied + 1);
  return is > denied && /^(?:sai|oan|nham|khong dung)$/.test(foldedWords(parts[is + 1]));
}

/** `gửi từ tuần trước` */
const isLongAgo = ({ parts }: Clause, { meaning }: Sense): boolean =>
  meaning === 'none' && OWN_WORK.holds(parts[0]) && find(parts, 'ago') !== undefined;
