import { foldedWords, joinedWords, type Clause } from '../clause/part.js';
import { ANY_TIME, find, indexOf, isSettled, tags, VERBS } from '../clause/sense.js';
import type { Statement } from './statement.js';

const OTHERS = tags('member', 'folk', 'piece', 'you', 'other');
const NOT_NEXT = tags('self', 'further', 'left', 'notYet', 'not', 'cannot');

/** What comes of finished work, and is none of it: what others begin then, the next round, what nobody complains of. */
export const isNext = (one: Statement, done: Statement): boolean =>
  isOthersStart(one.clause, done) ||
  isArrival(one.clause, done) ||
  isFreeToAct(one.clause) ||
  isNewRound(one.clause) ||
  isDoneToo(one.clause) ||
  isAgreedOn(one.clause) ||
  isNoComplaint(one.clause);

/** `kế hoạch đã ban hành, tuần sau các thôn bắt đầu triển khai`: the work that was asked for is done, and theirs begins. */
function isOthersStart({ parts }: Clause, { clause }: Statement): boolean {
  const begins = indexOf(parts, 'begun');
  const isAsked = clause.parts.some((part) => part.isAsked) && !parts.some((part) => part.isAsked);
  return (
    isAsked &&
    isSettled(clause.parts) &&
    find(parts, OTHERS, 0, begins) !== undefined &&
    find(parts, 'ahead', 0, begins) !== undefined &&
    !find(parts, NOT_NEXT)
  );
}

const BOOKS =
  /^(?:dat|dat hang|dat mua|dat truoc|dat xe|dat banh|dat com|dat phong|thue|thue xe|goi|book|booked|order|ordered)$/;
const ARRIVES =
  /(?:^| )(?:den|toi|giao|giao toi|cho toi|ve|deliver|delivers|arrive|arrives|come|comes)(?: |$)/;

/** `đặt bánh rồi, mai họ giao` to `Đặt bánh`: to order it was all that was asked for. */
const isArrival = ({ parts }: Clause, { clause }: Statement): boolean =>
  clause.parts.some((part) => part.isAsked && BOOKS.test(foldedWords(part))) &&
  isSettled(clause.parts) &&
  ARRIVES.test(joinedWords(parts)) &&
  !parts.some((part) => part.isAsked) &&
  !find(parts, NOT_NEXT);

/** `kế toán có thể chuyển tiền`, `mọi người vào dùng được`: what others can do now. */
function isFreeToAct({ parts, opener, end }: Clause): boolean {
  const may = parts.findIndex((part) => /^(?:co the|can)$/.test(foldedWords(part)));
  return (
    may > 0 &&
    opener === null &&
    end !== '?' &&
    find(parts, OTHERS, 0, may) !== undefined &&
    !parts.some((part) => part.isAsked) &&
    !find(parts, NOT_NEXT) &&
    !find(parts, IF_EVER)
  );
}

const IF_EVER = tags('if', 'whenever', 'lack', 'stuck', 'trouble', 'harm');

const ROUND = /^(?:dot|ky|vong|quy|mua|vu|lua|nam|thang|khoa|dot kham|ky thi) moi$/;

/** `không còn hồ sơ nào tồn, tuần sau em bắt đầu đợt mới` */
function isNewRound({ parts }: Clause): boolean {
  const begins = indexOf(parts, 'begun');
  return begins >= 0 && ROUND.test(joinedWords(parts.slice(begins + 1, begins + 3)));
}

/** `sửa xong vòi nước, thay luôn 2 van rỉ`: more than was told before. */
const isDoneToo = ({ parts }: Clause): boolean =>
  VERBS.holds(parts[0]) &&
  !parts[0]!.isAsked &&
  foldedWords(parts[1]) === 'luon' &&
  !find(parts, NOT_NEXT) &&
  !find(parts, ANY_TIME);

const AGREES =
  /^(?:(?:ba con|dan|ho|phu huynh|moi nguoi|tat ca|ca lop|cac ho) )?(?:dong y|nhat tri|tan thanh|dong thuan) (?:\d+%|cao|het)$/;

/** `họp xong, bà con đồng ý 100%`: what was decided. */
const isAgreedOn = ({ parts }: Clause): boolean => AGREES.test(joinedWords(parts));

const COMPLAINS =
  /(?:^| )(?:chua|khong|chang|chua thay|khong thay|khong co|chua co)(?: (?:thay|nghe|co|ai|khach|phu huynh|dan|nguoi))* (?:phan nan|keu ca|keu|khieu nai|che|than phien|phan anh)(?: |$)/;

/** `khách chưa thấy phàn nàn gì` */
const isNoComplaint = ({ parts, end }: Clause): boolean =>
  end !== '?' && COMPLAINS.test(parts.map(foldedWords).join(' ')) && !find(parts, 'self');
