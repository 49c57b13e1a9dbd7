import type { Token } from '../../text/tokens.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { indexOf, sense, tags, VERBS, type Sense } from '../clause/sense.js';
import { IS_CAPITAL } from '../title/title-kinds.js';
import { sharesWord, type Title } from '../title/title.js';
import { isListed, wordList } from '../words/word-list.js';

/**
 * What is done of another matter than the title's: `cái vụ đồng phục em đặt may xong rồi` to `Thay bóng đèn`, `nộp danh sách
 * hộ nghèo rồi` to `Báo cáo thu gom rác thải`, `báo cáo 2023 em gửi rồi` to `Báo cáo năm 2024`; or a person's own. It says
 * nothing of this one.
 */
export function withoutOtherMatters(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (!senses.some(({ meaning }) => meaning === 'done')) return senses;
  return senses.map((one, at) =>
    one.meaning === 'done' && isOtherMatter(clauses[at]!.parts, title) ? sense('unclear', one.decided) : one,
  );
}

const isOtherMatter = (parts: readonly Part[], title: Title): boolean =>
  isOfPerson(parts) ||
  (title.verb.length > 0 &&
    (isOtherYear(parts, title) ||
      isOtherTopic(parts, title) ||
      isOtherPaper(parts, title) ||
      isMoved(parts, title)));

const ENDS = tags('already', 'particle', 'every');

/** `xong việc của anh Phúc rồi ạ`: somebody's matter, named by his name; `của anh rồi` is the reader's own. */
function isOfPerson(parts: readonly Part[]): boolean {
  const of = parts.findIndex((part) => foldedWords(part) === 'cua');
  if (of < 1 || !/(?:^| )viec$/.test(foldedWords(parts[of - 1]))) return false;
  const [who, name, ...rest] = parts.slice(of + 1);
  return who?.tag === 'you' && isName(name) && rest.every((part) => ENDS.holds(part));
}

const isName = (part: Part | undefined): boolean =>
  part?.tag === null && part.tokens.length === 1 && IS_CAPITAL.test(part.tokens[0]!.raw);

const isYear = ({ kind, raw }: Token): boolean => kind === 'number' && /^20[1-4]\d$/.test(raw);

function isOtherYear(parts: readonly Part[], title: Title): boolean {
  const named = parts.flatMap(({ tokens }) => tokens.filter(isYear));
  if (named.length === 0) return false;
  const own = title.words().filter(isYear);
  return own.length > 0 && !named.some(({ raw }) => own.some((year) => year.raw === raw));
}

const TOPIC = wordList('vụ chuyện khoản', 'vu khoan');
const NAMES = tags(null, 'other', 'resource', 'member', 'piece');

/** `cái vụ đồng phục em …`: what is named as the matter, and is none of the title's. */
function isOtherTopic(parts: readonly Part[], title: Title): boolean {
  const topic = parts.slice(0, 2).findIndex(({ tokens }) => isListed(tokens[0]!, TOPIC));
  const what = parts[topic + 1];
  return (
    topic >= 0 &&
    NAMES.holds(what) &&
    !/^(?:nay|do|kia|ay)$/.test(foldedWords(what)) &&
    !isShared(parts, title)
  );
}

const isShared = (parts: readonly Part[], title: Title): boolean =>
  parts.some((part) => sharesWord(part, title));

const MOVES = /^(?:doi|chuyen|xin)(?: |$)/;
const WHERE =
  /^(?:sang|qua|ve|ca|lich|gio|phong|viec|cho lam|cong tac|truong|nganh|nghe|to|doi|nhom|khoa)(?: |$)/;

/** `chú Tư bảo vệ đổi sang ca đêm rồi` to `Thay bóng đèn`: a person, and no thing, is changed. */
function isMoved(parts: readonly Part[], title: Title): boolean {
  if (parts[0]?.tag !== 'you') return false;
  const move = parts.findIndex((part, at) => at > 0 && !part.isAsked && MOVES.test(foldedWords(part)));
  const where =
    move < 0
      ? ''
      : joinedWords(parts.slice(move, move + 3))
          .replace(MOVES, '')
          .trim();
  return WHERE.test(where) && !isShared(parts.slice(move), title);
}

const PAPERS = /^(?:danh sach|bao cao|bien ban|ke hoach|to trinh|bang ke|ho so)$/;
// Of any paper: for whom, how and when it was handed in, and what it is called besides.
const NO_SUBJECT =
  /^(?:cho|qua|len|tren|ve|vao|o|tai|bang|theo|voi|kem|tu|den|day|du|rieng|chung|giay|file|mem|cung|goc|scan|email|mail|zalo|link|nhom|drive|web|excel|word|pdf|ban|nay|do|moi|cu|tuan|thang|quy|nam|ngay|nhanh|tong hop|chi tiet|ket qua|so bo|bo sung|dot xuat|dinh ky|phong|so|huyen|tinh|xa|anh|chi|co|chu|bac|sep|em|van thu|van phong|cong an|uy ban|ubnd)(?: |$)/;

/** `nộp danh sách hộ nghèo rồi`: a paper whose kind and subject are none of the title's. */
function isOtherPaper(parts: readonly Part[], title: Title): boolean {
  const words = parts.flatMap((part) => part.tokens.map((token) => ({ token, part })));
  const fold = (at: number): string => words[at]?.token.fold ?? '';
  const paper = words.findIndex((_, at) => PAPERS.test(`${fold(at)} ${fold(at + 1)}`));
  if (paper < 0 || indexOf(parts, VERBS) < 0 || isShared(parts.slice(partAt(parts, paper)), title))
    return false;
  const subject = words.slice(paper + 2, paper + 4);
  return (
    subject.length === 2 &&
    subject.every(
      ({ token, part }) => token.kind === 'word' && NAMES.holds(part) && !NO_SUBJECT.test(token.fold),
    )
  );
}

/** The part that holds the word at a place. */
function partAt(parts: readonly Part[], word: number): number {
  let count = 0;
  return parts.findIndex(({ tokens }) => (count += tokens.length) > word);
}
