import { foldedWords, joinedWords } from '../clause/part.js';
import { DENIALS, find, indexOf, isNumber, isVerb, LIGHT, OWN_WORK, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const LASTED = /(?:^| )(?:keo|keo dai|keo dai den|lam|ngoi) (?:toi|den) .*moi (?:nghi|ve|tan|tan hop)$/;

/** `hơi đông nên kéo tới 6h tối mới nghỉ`: how long it took. */
const isLasted = ({ clause: { parts } }: Statement): boolean =>
  LASTED.test(joinedWords(parts.filter((part) => part.tag !== 'particle' && part.tag !== 'self'))) &&
  !find(parts, STILL_OPEN);

/** What is told beside done work and leaves none of it open. */
export const isToldBeside = (one: Statement): boolean =>
  isOffer(one) ||
  isLateNews(one) ||
  isLasted(one) ||
  isDated(one) ||
  isLeftOver(one) ||
  isWell(one) ||
  isCaredFor(one) ||
  isWayHome(one) ||
  isKept(one) ||
  isNothingMore(one);

const CALLS = /^(?:bao|goi|alo|hu|nhan|bao lai|goi lai)$/;

/** `mai mốt có chi cứ báo tui`, `cần gì chị gọi em` */
function isOffer({ clause: { parts } }: Statement): boolean {
  const first = parts.findIndex((part) => part.tag !== 'ahead' && !LIGHT.holds(part));
  const call = parts.findIndex((part) => CALLS.test(foldedWords(part)));
  return (
    /^(?:co|can|thieu)$/.test(foldedWords(parts[first])) &&
    /^(?:gi|chi|j)$/.test(foldedWords(parts[first + 1])) &&
    call > first + 1 &&
    find(parts, 'self', call) !== undefined
  );
}

const NEWS = /(?:^| )moi (?:bao|nhan tin|tra loi)(?: |$)|(?:^| )moi co \S+ (?:de bao|bao)(?: |$)/;

const UNTOLD =
  /^(?:we|i)(?: just)? (?:didn't|did not|forgot to|haven't) (?:post|tell|say|report|mention|update|reply|write|text)(?: (?:it|you|here|this|in|the|group|chat|yet|so|that))*$/;

/** `hôm nay mới báo được`, `hôm ni mới có sóng để báo`, `we just didn't post here`: only the news was late. */
const isLateNews = ({ clause: { parts } }: Statement): boolean =>
  (NEWS.test(joinedWords(parts)) && !find(parts, OWN_WORK)) ||
  (UNTOLD.test(joinedWords(parts)) && !parts.some(({ isAsked }) => isAsked));

const PAPERS =
  /^(?:bien ban|chung tu|hoa don|phieu|giay|anh|hinh|cong van|quyet dinh|bien lai|giay to)(?: |$)/;
const WITH = /^(?:co|kem|dinh kem|gui kem|theo)$/;

/** `có biên bản hai bên ký ngày 17/3`, `đính kèm biên bản nghiệm thu ngày 3/4`: a paper about it, with its date. */
const isDated = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  meaning === 'none' &&
  WITH.test(foldedWords(parts[0])) &&
  PAPERS.test(joinedWords(parts.slice(1, 3))) &&
  !find(parts, STILL_OPEN);

const STILL_OPEN = tags('notYet', 'not', 'cannot', 'ahead', 'will', 'wait', 'doing', 'haveTo');

const OVER = /^(?:du|thua|con du|con thua|con lai)(?: |$)/;
const AMOUNTS = /(?:^| )(?:bao|thung|goi|lit|kg|chai|can|m|met|k|trieu|tr|cai|cuon|hop|lon|ta|tan|bo)(?: |$)/;
const STORES =
  /(?:^| )(?:cat|gui|tra|tra lai|nop lai|nhap kho|de danh|chuyen lai|hoan|hoan lai|de lai)(?: |$)/;

/** `dư nửa bao vôi`, `dư 300k em nộp lại quỹ`, `còn lại 4 lít thuốc gửi trạm cất giúp`: of what was used. */
function isLeftOver({ clause: { parts } }: Statement): boolean {
  const words = joinedWords(parts);
  if (!OVER.test(words) || !AMOUNTS.test(words) || find(parts, STILL_OPEN)) return false;
  return !words.startsWith('con lai') || STORES.test(words);
}

/** `nhưng sáng nay ăn lại bình thường rồi`, `nhưng ổn rồi`: what was the matter is over. */
const isWell = ({ clause: { parts, opener }, sense: { meaning } }: Statement): boolean =>
  meaning === 'none' &&
  opener === 'contrast' &&
  find(parts, 'fine') !== undefined &&
  find(parts, 'already') !== undefined &&
  !find(parts, DENIALS) &&
  !find(parts, STILL_OPEN);

/** `biên nhận em còn giữ đây`, `kết quả trạm đang giữ` */
function isKept({ clause: { parts }, sense: { meaning } }: Statement): boolean {
  const left = indexOf(parts, 'left');
  if (meaning === 'none' && left >= 0 && foldedWords(parts[left + 1]) === 'giu') return true;
  const doing = indexOf(parts, 'doing');
  return (
    doing > 0 &&
    foldedWords(parts[doing + 1]) === 'giu' &&
    doing + 2 >= parts.length &&
    /^(?:ket qua|bien ban|so|phieu|ho so|chia khoa)(?: |$)/.test(joinedWords(parts.slice(0, 2)))
  );
}

const CARED_FOR = /(?:^| )phai (?:chuyen tuyen|chuyen vien|nhap vien|theo doi)(?: |$)/;

/** `9 ca phải chuyển tuyến`: what an examination found. */
const isCaredFor = ({ clause: { parts } }: Statement): boolean =>
  isNumber(parts[0]) && CARED_FOR.test(joinedWords(parts));

const HOME = /^ve (?:toi|den|nha|tram|xa|co quan|don vi|ubnd|truong|kho|bai)(?: |$)/;
const TIMES = tags('day', 'hour', 'today', 'ago');

/** `5h chiều về tới bưu điện`, `về trạm lúc 6 giờ tối`: when who did it was back. */
function isWayHome({ clause: { parts, opener }, sense: { meaning } }: Statement): boolean {
  const back = parts.findIndex((part) => !TIMES.holds(part) && !WHO.holds(part));
  return (
    meaning === 'none' &&
    opener === null &&
    back >= 0 &&
    find(parts, TIMES) !== undefined &&
    HOME.test(joinedWords(parts.slice(back))) &&
    !parts.slice(back).some(isVerb) &&
    !find(parts, STILL_OPEN)
  );
}

const WHO = tags('self', 'now');

/** `còn gì nữa đâu` */
const isNothingMore = ({ clause: { parts } }: Statement): boolean =>
  parts[0]?.tag === 'left' &&
  /^(?:gi|chi)$/.test(foldedWords(parts[1])) &&
  find(parts, 'denyAfter') !== undefined;
