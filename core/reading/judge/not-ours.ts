import { foldText } from '../../text/fold.js';
import { foldedWords, type Part } from '../clause/part.js';
import { find, LIGHT, PLAIN_WORK, tags } from '../clause/sense.js';
import { PLAIN_VERBS } from '../settle/guess-word.js';
import { isListed, wordList, type WordList } from '../words/word-list.js';

// Of a thing these tell an accident, of a person that work was done: `lều đổ rồi`, `tôn bay hết rồi`.
const FALLS = wordList(
  'đổ bay treo tắt dừng ngừng chạy rụng trôi lật khóa tràn bể vỡ đứt rơi gãy nổ về ra đi nghỉ chìm chết mất hỏng hư hủy huỷ hoãn dời',
  'do bay treo tat dung ngung chay rung troi lat khoa tran be vo dut roi gay no ve ra di nghi chim cat dong chet mat hong hu huy hoan',
);

// What one does for the work, and others do against it: `đổ bê tông rồi`, `họ hủy hợp đồng rồi`.
const TURNS = wordList(
  'hủy huỷ trả rút thu tịch cưỡng bỏ khóa đóng cắt dời hoãn đổi tháo gỡ dỡ kéo chuyển bán đốt xóa mở tắt thay lấy cấm',
  'huy tra rut thu tich cuong bo khoa dong cat doi hoan thao go keo chuyen ban dot xoa mo tat thay lay cam',
);

const CANCELS = wordList('hủy huỷ hoãn', 'huy hoan');
const DECREES = wordList('đổi dời hủy huỷ hoãn rút cấm bỏ', 'doi huy hoan rut cam bo');

// Who does not do our work: words that name others by themselves, and names of two words.
const OTHERS = wordList(
  'họ nó khách thợ trộm chủ đoàn nhóm bên huyện tỉnh xưởng hãng xe dân người ncc quán',
  'ho no khach tho trom chu doan nhom ben huyen tinh xuong xe dan nguoi ncc quan',
);
const NAMES = new Set(
  'công an,điện lực,ngân hàng,kho bạc,đối tác,bệnh viện,đại lý,công nhân,nhà thầu,nhà xe,bác sĩ,tài xế,lái xe,kẻ gian,chi cục,cơ quan'
    .split(',')
    .map(foldText),
);

const BEGIN_NAMES = new Set([...NAMES].map((name) => name.split(' ')[0]!));

const NO_SUBJECT = tags('past', 'already', 'just', 'now', 'today', 'ago', 'every', 'at', 'newly', 'folk');
const OBJECTS = tags('resource', 'member', 'other', 'piece', 'folk');

/**
 * Whether what a verb of the work says befell a thing, or was done by others against it. Only a word that says by
 * itself that the work is done (`tháo xong`), or one who says `em`, makes it work.
 */
export function isNotOurs(parts: readonly Part[], at: number): boolean {
  const verb = parts[at]!;
  const before = parts[at - 1];
  // `bị cắt rồi`, `bên thi công rút rồi`
  if (before?.tag === 'suffer' || isWho(parts, at)) return true;
  // `ngân hàng báo lỗi, trả lại rồi`
  const isBack = foldedWords(verb) === 'tra' && parts[at + 1]?.tag === 'again' && !verb.isAsked;
  if (isBack && !parts.slice(0, at).some(({ tag }) => tag === 'self' || tag === 'past')) return true;
  // `hôm đó có đám cưới đặt trước rồi`
  const there = parts.findIndex(({ tag }) => tag === 'have');
  const isThere = there >= 0 && there < at - 1 && isThing(parts[there + 1]!);
  if (isThere && !parts.slice(0, at).some(({ tag }) => tag === 'self')) return true;
  // `file hôm trước mở ra toàn ô vuông`
  if (foldedWords(verb) === 'mo' && foldedWords(parts[at + 1]) === 'ra' && at > 0) return true;
  const isGuess = verb.tag === null && verb.guesses.some((guess) => PLAIN_WORK.has(guess));
  const turns = isIn(verb, TURNS);
  const falls = verb.tokens.length === 1 && isIn(verb, FALLS);
  // Most verbs can be nothing but work.
  if (!isGuess && !turns && !falls) return false;
  const subject = parts.slice(0, at);
  if (subject.some((part, index) => part.tag === 'self' && parts[index + 1]?.tokens[0]!.fold !== 'oi'))
    return false;
  // `khoa đổi thực đơn rồi`: what an office decides
  if (before?.tag === 'member' && at === 1 && isIn(verb, DECREES)) return true;
  if ((isGuess || turns) && (isOthers(subject) || before?.tag === 'you')) return true;
  const told = subject.some((part) => !LIGHT.holds(part) && !NO_SUBJECT.holds(part)) || find(subject, 'folk');
  // `lua het roi`: lúa as well as lùa
  if (isGuess && !told && !PLAIN_VERBS.has(verb.tokens[0]!.fold)) return true;
  // `thuốc hết hạn đã hủy` to `Hủy thuốc hết hạn`; `treo rồi ạ` to `Treo cờ`
  if (verb.isAsked && before?.tag === 'past') return false;
  // `đã hủy`
  if (before?.tag === 'past' && isIn(verb, CANCELS) && isEnd(parts[at + 1])) return true;
  if (!falls || (verb.isAsked && !told)) return false;
  const next = parts[at + 1];
  // `đã hủy toàn bộ lô hàng`
  if (before?.tag === 'past' && !told && hasObject(parts[at + 2])) return false;
  // `đổ hết lúa rồi`
  if (next?.tag === 'every') return !/^(?:day )?du/.test(foldedWords(next));
  return !hasObject(next) && (Boolean(told) || verb.tokens[0]!.marks === '');
}

// `co Lan` without marks is cô Lan.
function isThing({ tag, tokens }: Part): boolean {
  const isWord = tokens[0]!.kind === 'word' && !/^\p{Lu}/u.test(tokens[0]!.raw);
  return isWord && (tag === null || tag === 'member' || tag === 'other');
}

const isEnd = (part: Part | undefined): boolean => part === undefined || LIGHT.holds(part);

/** Whether one of the words is what befalls or leaves: `đã về hết`. */
export function isFall(part: Part): boolean {
  return isIn(part, FALLS);
}

// `xe trong bến kiểm hết`: another word
const SIDE = wordList('bên', 'ben');

function isWho(parts: readonly Part[], at: number): boolean {
  const [before, next] = [parts[at - 1], parts[at + 1]];
  return (
    before?.tokens.length === 1 &&
    isListed(before.tokens[0]!, SIDE) &&
    next !== undefined &&
    next.tag !== 'already'
  );
}

/** `đổ bê tông` */
function hasObject(next: Part | undefined): boolean {
  return next?.tokens[0]!.kind === 'word' && (next.tag === null || OBJECTS.holds(next));
}

/** Whether those named are others than the unit: `họ`, `khách`, `bên kia`. */
export function isOthers(subject: readonly Part[]): boolean {
  if (find(subject, 'folk')) return true;
  let before = '';
  for (const { tokens } of subject)
    for (const token of tokens) {
      if (isListed(token, OTHERS)) return true;
      // Most words begin no name: joining two is the dearer question.
      if (BEGIN_NAMES.has(before) && NAMES.has(`${before} ${token.fold}`)) return true;
      before = token.fold;
    }
  return false;
}

/** Whether the first word of a part is one of these. */
const isIn = ({ tokens }: Part, list: WordList): boolean => isListed(tokens[0]!, list);
