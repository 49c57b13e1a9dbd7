import { foldedWords, type Part } from '../clause/part.js';
import { isOnlyLeft } from '../judge/judge-ongoing.js';
import { DENIALS, indexOf, isNumber, tags } from '../clause/sense.js';

const ENDS = new Set([
  '.',
  ',',
  ';',
  '!',
  '?',
  ':',
  '…',
  '(',
  ')',
  '–',
  '—',
  '-',
  '+',
  '"',
  '“',
  '”',
  '？',
  '，',
  '。',
  '/',
  '=',
  '>',
  '&',
]);

/** What ends a clause, if the part is a mark that does. */
export function endMark(part: Part): string | null {
  if (part.tag !== null) return null;
  const token = part.tokens[0]!;
  if (token.kind === 'newline') return '\n';
  return token.kind === 'punct' && ENDS.has(token.raw) ? token.raw : null;
}

export const HINDRANCES = tags('suffer', 'harm', 'stuck', 'trouble');
const SETTLED = tags('complete', 'already');
const NEW_MATTER = tags('self', 'hand', 'work', 'draft', 'prep', 'complete');

const isSaidDone = (said: readonly Part[]): boolean => said.some((part) => SETTLED.holds(part));

const DOING = tags('doing', 'notYet', 'newly');

// What the cases below speak of.
const SPLITTING = tags(
  ...([
    'self',
    'doing',
    'wait',
    'left',
    'except',
    'notYet',
    'ahead',
    'letMe',
    'now',
    'will',
    'only',
  ] as const),
);

/** Whether a part begins a new statement without any mark before it. */
export function splitsBefore(parts: readonly Part[], index: number, said: readonly Part[]): boolean {
  if (said.length === 0) return false;
  const last = said[said.length - 1]!;
  // `Hoàn thành nhé cả nhà 🎉 sổ sách đợt 2 đã quyết toán`
  if (last.tokens[0]!.kind === 'emoji' && parts[index]!.tokens[0]!.kind === 'word' && said.length > 1)
    return true;
  if (isSlip(said) && (isNumber(parts[index]) || SAID_ANEW.holds(parts[index]))) return true;
  if (!SPLITTING.holds(parts[index])) return false;
  const next = parts[index + 1];
  switch (parts[index]!.tag) {
    // `soạn xong đang trình ký`, `xong rồi chờ nghiệm thu`
    case 'doing':
      return (
        last.tag !== 'past' && last.tag !== 'not' && (isSaidDone(said) || isSoughtFor(parts, index, said))
      );
    case 'wait':
      return isSaidDone(said);
    case 'left':
    case 'except':
      return isRestSplit(parts[index]!, said);
    // `đã làm xong chưa gửi`; `xong chưa` asks.
    case 'notYet':
      return isSaidDone(said) && next !== undefined && NEW_MATTER.holds(next) && !isCalled(parts, index + 1);
    // `xong rồi mai em gửi`
    case 'ahead':
      return last.tag === 'already' && NEW_MATTER.holds(next);
    // `xong rồi chỉ chưa lấy dấu thôi`
    case 'only':
      return last.tag === 'already' && (next?.tag === 'notYet' || next?.tag === 'lack');
    // `bên kia xong rồi chứ bên em đang làm`
    case 'self':
      return last.tag === 'already' && last.tokens.at(-1)!.fold === 'chu' && DOING.holds(next);
    case 'letMe':
      return true;
    // `we started today and will end on Thursday`
    case 'will':
      return foldedWords(last) === 'and';
    // `hôm qua chưa xong giờ xong rồi`, `tuần trước vướng nay đang làm tiếp`
    case 'now':
      return (
        said.some((part) => DENIALS.holds(part)) ||
        isHinderedBefore(said) ||
        (isNumber(last) && isNumber(next))
      );
    default:
      return false;
  }
}

const SAID_ANEW = tags('complete', 'past', 'doing', 'notYet', 'newly');

/** `à nhầm 7/10 thôn`: what follows is said in the place of what was said before. */
function isSlip([first, second, third]: readonly Part[]): boolean {
  return foldedWords(first) === 'a' && third === undefined && /^(?:nham|lon)$/.test(foldedWords(second));
}

const SEEKS = /^(?:gom|xin|tim|lay|thu|muon|nho|hoi|bo sung|lien he|kiem|gom not|xin not)(?: |$)/;

/** `còn thiếu mấy hóa đơn đang đi gom` */
function isSoughtFor(parts: readonly Part[], index: number, said: readonly Part[]): boolean {
  if (indexOf(said, 'lack') < 0) return false;
  const act = parts[index]!.tokens.length > 1 ? parts[index]!.tokens.slice(1) : [];
  const words = [...act, ...parts.slice(index + 1, index + 3).flatMap(({ tokens }) => tokens)].map(
    ({ fold }) => fold,
  );
  return SEEKS.test((words[0] === 'di' ? words.slice(1) : words).join(' '));
}

function isRestSplit(part: Part, said: readonly Part[]): boolean {
  const last = said[said.length - 1]!;
  return (
    last.tag !== 'left' &&
    last.tag !== 'that' &&
    !isOnlyLeft([...said, part], said.length) &&
    !said.some((one) => DENIALS.holds(one) || one.tag === 'noMore')
  );
}

/** `xong chưa em?`: who is asked. */
function isCalled(parts: readonly Part[], at: number): boolean {
  const next = parts.slice(at + 1).find(({ tag }) => tag !== 'particle');
  return parts[at]!.tag === 'self' && (next === undefined || endMark(next) !== null);
}

function isHinderedBefore(said: readonly Part[]): boolean {
  const ago = indexOf(said, 'ago');
  return ago >= 0 && indexOf(said, HINDRANCES, ago) >= 0;
}
