import { WordSet } from '../../text/word-set.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isNumber,
  isUnknownWord,
  LIGHT,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';
import { isThey } from '../settle/settle-speech.js';
import { wordsOf } from '../title/title-verb.js';
import { type Title, wordsOfTitle } from '../title/title.js';
import { isListed, wordList } from '../words/word-list.js';

// What tells of others by itself; most clauses hold none of it.
const HINTS = new WordSet(
  'hang nha ben my neighbour neighbours neighbor neighbors neighboring neighbouring other another their'.split(
    ' ',
  ),
);
const KIN = new WordSet('con vo chong bo me ba cha ma'.split(' '));
const WHOSE = new WordSet('cua cho giup'.split(' '));

/**
 * What neighbours, other units or one's own family did is none of the work: `hàng xóm tui lợp nhà xong rồi`, `hội phụ nữ phát
 * bên đó rồi`, `em điền phiếu của con em rồi`. A unit that the title names is ours.
 */
export function withoutOthersDeeds(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  const isOnlyDone = senses.filter(({ meaning }) => meaning === 'done').length === 1;
  return senses.map((one, at) => {
    const { parts } = clauses[at]!;
    if (isFamilyFeast(parts, title)) return sense('none', []);
    if (one.meaning !== 'done') return one;
    if (isOnlyDone && isSignedByOne(parts, title)) return sense('unclear', one.decided, { ofPart: true });
    return isOthersDeed(parts, clauses[at + 1], title) ? sense('none', []) : one;
  });
}

function isOthersDeed(parts: readonly Part[], next: Clause | undefined, title: Title): boolean {
  if (isOfWhoDid(parts) || areOthers(parts)) return true;
  if (isHousehold(parts, title) || isNamedUnit(parts, next, title) || isOfFamily(parts) || isTheirUnit(parts))
    return true;
  if (!parts.some(({ tokens }) => HINTS.holds(tokens[0]!))) return false;
  const verb = indexOf(parts, VERBS);
  return (
    verb > 0 &&
    (isNeighbour(parts, verb) ||
      isNamedSide(parts, verb, title) ||
      isOverThere(parts, verb) ||
      isMine(parts, verb))
  );
}

/** `bên trường anh ấy hoàn thành rồi` */
const isTheirUnit = (parts: readonly Part[]): boolean =>
  parts.some(
    (part, at) =>
      part.tag === 'member' && parts[at + 1]?.tag === 'you' && foldedWords(parts[at + 2]) === 'ay',
  );

const ASKS_TO_SIGN = /(?:^| )(?:trinh ky|xin ky|chu ky|xin chu ky|trinh)(?: |$)/;
const CALLED = tags('you', 'have');

/** `cô Lan ký rồi`: one of those who sign, or a step of the work; to `Trình ký` it is all. */
function isSignedByOne(parts: readonly Part[], title: Title): boolean {
  const sign = parts.findIndex((part) => /^(?:da )?ky$/.test(foldedWords(part)));
  return (
    (sign === 2 || sign === 3) &&
    CALLED.holds(parts[0]) &&
    isName(parts[1]!) &&
    PEOPLE.test(foldedWords(parts[0])) &&
    // `anh Phúc ký nốt rồi`: the last of them
    foldedWords(parts[sign + 1]) !== 'not' &&
    !ASKS_TO_SIGN.test(wordsOf(wordsOfTitle(title)))
  );
}

const PEOPLE = /^(?:co|thay|chi|anh|chu|bac|ong|ba|em)$/;
const FEASTS = /^(?:cai )?(dam (?:cuoi|gio|hoi|tang|ma)|sinh nhat|thoi noi|tan gia)(?: |$)/;

/** `đám cưới con Thảo xong rồi` is no work, unless the title asks for it. */
function isFamilyFeast(parts: readonly Part[], title: Title): boolean {
  const feast = FEASTS.exec(joinedWords(parts.slice(0, 4)))?.[1];
  if (feast === undefined || !/(?:^| )xong(?: |$)/.test(joinedWords(parts))) return false;
  return !wordsOf(wordsOfTitle(title)).includes(feast);
}

/** `xã khác phát hết rồi`; `khác` behind the verb tells of something else. */
function areOthers(parts: readonly Part[]): boolean {
  const verb = indexOf(parts, VERBS);
  return parts.some(
    (part, at) =>
      at < verb &&
      foldedWords(part) === 'khac' &&
      UNITS.test(foldedWords(parts[at - 1])) &&
      !find(parts, 'self', 0, at),
  );
}

/** `cô Hiền kiểm xong sách của cô rồi`: her own. */
function isOfWhoDid(parts: readonly Part[]): boolean {
  const [who] = parts;
  return (
    CALLED.holds(who) &&
    PEOPLE.test(foldedWords(who)) &&
    parts.some(
      (part, at) => at > 2 && foldedWords(parts[at - 1]) === 'cua' && foldedWords(part) === foldedWords(who),
    )
  );
}

const NEIGHBOURS = /(?:^| )(?:hang xom|neighbou?rs?|neighbou?ring)(?: |$)/;
const OTHER_UNITS =
  /^(?:branch|hamlet|team|group|school|ward|unit|class|shift|lane|store|clinic|station|department)$/;

/** `hàng xóm tui lợp nhà xong rồi`, `the other branch is done`; in `hàng xóm nhờ em sửa` it is `em` who did. */
function isNeighbour(parts: readonly Part[], verb: number): boolean {
  const isOther = parts.some(
    (part, at) =>
      at < verb &&
      /^(?:other|another|their)$/.test(foldedWords(part)) &&
      OTHER_UNITS.test(foldedWords(parts[at + 1])),
  );
  if (isOther) return true;
  if (!NEIGHBOURS.test(joinedWords(parts.slice(0, verb)))) return false;
  const self = indexOf(parts, 'self', 0, verb);
  return self < 0 || /(?:^| )(?:xom|nha|cua)$/.test(foldedWords(parts[self - 1])) || self < 2;
}

const UNITS =
  /^(?:don vi|xa|phuong|truong|tram|huyen|tinh|cua hang|chi nhanh|khoa|doi|nhom|lop|to|thon|xom|ap|ban|khu pho|khoi|chi hoi|kho|quay|phong)(?: |$)/;
const BODIES = /^(?:hoi|doan|ban) /;

/** `bên trạm Phú Lộc phát xong hết rồi`, `bên hội phụ nữ dọn rồi`; `bên trạm phát xong rồi` may be who tells it. */
function isNamedSide(parts: readonly Part[], verb: number, title: Title): boolean {
  const side = parts.findIndex((part) => foldedWords(part) === 'ben');
  if (side < 0 || side + 1 >= verb || find(parts, 'self', side, verb)) return false;
  const unit = parts[side + 1]!;
  if (BODIES.test(foldedWords(unit)) && unit.tokens.length > 1) return true;
  const name = parts.slice(side + 2, verb);
  return UNITS.test(foldedWords(unit)) && name.length > 0 && isName(name[0]!) && !isOfTitle(name, title);
}

const isName = (part: Part): boolean =>
  isUnknownWord(part) || isNumber(part) || part.tag === 'other' || /^\p{Lu}\p{Ll}/u.test(part.tokens[0]!.raw);

const isOfTitle = (name: readonly Part[], title: Title): boolean => {
  const [first] = name[0]!.tokens;
  return title.words().some(({ fold }) => fold === first!.fold);
};

const SIDE = wordList('bên', 'ben');
const THERE = wordList('đó đấy ấy kia', 'do day ay kia');

/** `hội phụ nữ phát bên đó rồi`: somebody, and elsewhere. */
function isOverThere(parts: readonly Part[], verb: number): boolean {
  if (find(parts, 'self', 0, verb) || parts.slice(0, verb).every((part) => LIGHT.holds(part))) return false;
  return parts.some((part, at) => at > verb && isListed(part.tokens[0]!, SIDE) && isThere(parts[at + 1]));
}

const isThere = (part: Part | undefined): boolean => part !== undefined && isListed(part.tokens[0]!, THERE);

const HOUSE = /^nha (?:em|toi|tui|minh|chau|con)$/;
const OF_HOUSE =
  /^(?:cai )?(?:cong|cua|san|hang rao|tuong|mai|bep|camera|cam|quat|dieu hoa|may lanh|ong nuoc|voi nuoc|gieng|be nuoc|den|mang|wifi|xe|vuon|ao|chuong)$/;
const OUR_HOUSE = /^nha (?:toi|tui)$/;
const COLLECTS = /^(?:thu|quyen gop|van dong)(?: |$)/;
const PAYS = /^(?:nop|dong|gop|dong tien|dong gop|ung ho|gui)(?: |$)/;

/** `nhà em thì vừa xây xong`: as for us at home; `nhà em đóng rồi` to `Thu quỹ` is one of those that pay. */
function isHousehold(parts: readonly Part[], title: Title): boolean {
  // `nhà tui chằng xong rồi`: nobody calls a unit so.
  if (OUR_HOUSE.test(joinedWords(parts.slice(0, 2)))) return true;
  const self = indexOf(parts, 'self', 0, 3);
  if (self < 0 || parts[self]!.tokens.length < 2 || !HOUSE.test(foldedWords(parts[self]))) return false;
  // `cổng nhà em sửa xong`
  if (OF_HOUSE.test(joinedWords(parts.slice(0, self))))
    return !title.words().some(({ fold }) => fold === 'nha');
  // `nhà em vừa xây xong nhà mới`
  const isOwnHouse = NEW_HOUSE.test(joinedWords(parts)) && !title.words().some(({ fold }) => fold === 'nha');
  const isPaid = COLLECTS.test(wordsOf(title.verb)) && PAYS.test(foldedWords(find(parts, VERBS)));
  return isPaid || isOwnHouse || parts[1]?.tag === 'then';
}

const NEW_HOUSE =
  / (?:xay|cat|lop|sua|lam|son)(?: xong)?(?: lai)? (?:nha|nha moi|cai nha|mai|bep|cong)(?: |$)/;

const FAMILY =
  /^(?:con|vo|chong|bo|me|ba|cha|ma) (?:(?:gai|trai|nha|lon|nho|ut) )?(?:em|toi|tui|minh|chi|anh|chau)$/;
const ENDS = tags('already', 'complete', 'particle', 'you');

/** `em điền phiếu của con em rồi`; `phát quà cho con em công nhân rồi` is of others' children. */
function isOfFamily(parts: readonly Part[]): boolean {
  const kin = parts.findIndex(
    ({ tokens }, at) => at > 0 && KIN.holds(tokens[0]!) && WHOSE.holds(parts[at - 1]!.tokens[0]!),
  );
  if (kin < 0) return false;
  const count = [1, 2].find((many) => FAMILY.test(joinedWords(parts.slice(kin, kin + many))));
  const next = parts[kin + (count ?? 0)];
  return count !== undefined && (next === undefined || ENDS.holds(next));
}

const MINE =
  /^(?:own|(?:son|daughter|kid|child|children|kids|wife|husband|mother|mom|father|dad|family|house|parents|boy|girl)(?:['’]s)?)$/;

/** English `my own shot is done` */
function isMine(parts: readonly Part[], verb: number): boolean {
  const my = parts.findIndex((part) => foldedWords(part) === 'my');
  return my >= 0 && my < verb && MINE.test(foldedWords(parts[my + 1]));
}

const NAMED = /^(?:chi nhanh|cua hang|truong|tram|xa|phuong)$/;
const QUICK = /^(?:nhanh|le|gioi|sieu|hay|tai)$/;
const POINTS = /(?:^| )(?:do|day|kia)$/;

/** `chi nhánh Trần Phú gửi trả hết rồi đó anh`; `chi nhánh Lê Lợi thay xong cả rồi, họ nhanh thật` */
function isNamedUnit(parts: readonly Part[], next: Clause | undefined, title: Title): boolean {
  const [unit, name] = parts;
  if (unit?.tag !== 'member' || !NAMED.test(foldedWords(unit))) return false;
  const isNamed = indexOf(parts, VERBS) > 1 && isName(name!) && !isNumber(name);
  if (!isNamed || find(parts, 'self') || isOfTitle(parts.slice(1), title)) return false;
  const [they, how] = next?.parts ?? [];
  const isPraised = (isThey(they) || foldedWords(they) === 'ho') && QUICK.test(foldedWords(how));
  const last = parts.findLast((part) => part.tag !== 'you');
  return isPraised || POINTS.test(foldedWords(last));
}
