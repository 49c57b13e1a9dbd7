import { foldedWords, joinedWords } from '../clause/part.js';
import { ANY_TIME, DENIALS, find, isNumber, PLAIN_WORK } from '../clause/sense.js';
import { isAtStandstill, isStopped } from './decide-blocked.js';
import type { Statement } from './statement.js';

/** What is told behind something done and says that no more can be done. */
export const isBarredAfter = (one: Statement): boolean =>
  isStoppedNow(one) || isRefused(one) || lacksMeans(one);

/** `danh sách xong mà gạo chưa về nên chưa phát được` to `Phát gạo`: what the title asks for can't be done yet. */
export function isOwnActBarred(said: readonly Statement[], done: number): boolean {
  const isAct = ({ clause: { parts } }: Statement): boolean => {
    const act = parts.findIndex((part, at) => part.isAsked && DENIALS.holds(parts[at - 1]));
    return act > 0 && parts[act + 1]?.tag === 'able' && !find(parts, ANY_TIME) && !parts.some(isNumber);
  };
  const before = said.slice(0, done + 1);
  return (
    said.slice(done + 1).some(isAct) &&
    !before.some(({ clause }) => clause.parts.some((part) => part.isAsked))
  );
}

/** `đã khảo sát nhưng chưa có tiền nên phải dừng lại` */
const isStoppedNow = (one: Statement): boolean =>
  // `đắp xong hôm qua, nước cuốn 60 bao, giờ hết cát rồi`
  (one.sense.meaning === 'blocked' && one.clause.parts[0]?.tag === 'now') ||
  ((isStopped(one) || isAtStandstill(one)) && !find(one.clause.parts, ANY_TIME));

/** `hồ sơ đầy đủ rồi mà quỹ không chịu nhận`; `phát xong rồi nhưng 2 hộ không chịu nhận` names a difficulty. */
const isRefused = ({ clause: { parts, opener }, sense: { meaning, decided } }: Statement): boolean =>
  opener === 'contrast' &&
  meaning === 'blocked' &&
  /^khong chiu (?:nhan|ky|duyet|giao|cho|mo)$/.test(foldedWords(decided[0])) &&
  !find(parts, ANY_TIME) &&
  !parts.some(isNumber);

/** `đóng thùng xong mà không có xe chở`: what is left cannot be done without. */
const lacksMeans = ({ clause: { parts, opener }, sense: { meaning } }: Statement): boolean =>
  opener === 'contrast' &&
  meaning === 'blocked' &&
  parts.length === 4 &&
  /^(?:khong|chua) co$/.test(joinedWords(parts.slice(0, 2))) &&
  // At the end `cho` is chở without its mark.
  (PLAIN_WORK.mayHold(parts[3]!) || foldedWords(parts[3]) === 'cho');

/** `web xong, OTA thì em đợi họ mở quyền` */
export const isHeldUpBeside = ({ clause, sense }: Statement): boolean =>
  sense.meaning === 'blocked' && clause.parts[1]?.tag === 'then';

/** `soạn xong mà sếp đi công tác, không ai ký nên chưa nộp được`: a step is done, and what stands last is that no more can be. */
export function isStuckAtEnd(said: readonly Statement[]): boolean {
  const last = said.findLast(({ sense: { meaning } }) => meaning !== 'none');
  if (last?.sense.meaning !== 'blocked' || find(last.clause.parts, ANY_TIME)) return false;
  const [first] = last.sense.decided;
  const isHelpless = DENIALS.holds(first) && last.sense.decided.at(-1)?.tag === 'able';
  // `họp xong nhưng chưa thống nhất`
  const isStuck = first?.tag === 'stuck' && first.tokens[0]!.fold !== 'chua';
  return isStuck || (isHelpless && last.clause.opener === 'so');
}
