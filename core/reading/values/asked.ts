import { foldText } from '../../text/fold.js';
import { scaleOf } from '../../text/number-words.js';
import type { AnswerSpec } from '../answer.js';

/** Things that are counted, a kind a line: who asks for people may be told of pupils, but not of households. */
const KINDS: readonly string[][] = `
người, khẩu, nhân khẩu, học sinh, hs, em, cháu, bé, trẻ, giáo viên, gv, bệnh nhân, bn, khách, cán bộ, cb, viên chức, đoàn viên, hội viên, đại biểu, lượt
hộ, hộ dân, số nhà, căn nhà, ngôi nhà, nhà dân, căn
hồ sơ, hs
thùng
bình
màn, chăn
gói
bao
hộp
chai
lọ
liều
suất
ly, cốc
đơn, đơn hàng, hóa đơn
cây
giường
máy
xe
ca
vụ
lớp
phòng
trường
thôn, ấp, xóm
khẩu trang, cái, chiếc
đồng, tiền, doanh thu, doanh số, quỹ, kinh phí, phí, triệu, tr, tỷ, nghìn, ngàn, k
kg, ký, tạ, tấn, yến
km, m, mét, mm, cm
ha, sào, mẫu
lít
điểm
`
  .trim()
  .split('\n')
  .map((line) => line.split(',').map((name) => foldText(name.trim())));

/** Each name as it begins a text, the longest first. */
const NAMES = KINDS.flatMap((names, kind) =>
  names.map((name) => ({ name, kind, pattern: new RegExp(`^${name}(?![a-z])`) })),
).sort((a, b) => b.name.length - a.name.length);

/** Words that titles share, whatever they ask for. */
const COMMON = new Set('so tong luong da cac cua o la duoc bi co va voi cho den toi nhung moi'.split(' '));

/** What a *collect* directive asks for, as far as unit and title tell. */
export interface Asked {
  /** Folded; '' for none. */
  unit: string;
  /** The unit was set by who asks, not read from the title. */
  hasUnit: boolean;
  /** All words of unit and title: they may stand before a figure. */
  words: ReadonlySet<string>;
  /** Those that tell one figure from another. */
  telling: ReadonlySet<string>;
  kinds: ReadonlySet<number>;
  isMoney: boolean;
  /** What one of the unit is worth: a million for `triệu đồng`. */
  scale: number;
}

/** What is asked for; a title may end with its unit: `Khối lượng rác (kg)`. */
export function readAsked(spec: AnswerSpec & { type: 'number' }, title: string): Asked {
  const bracketed = /\(([^()]{1,12})\)\s*$/.exec(title)?.[1];
  const unit = foldText(spec.unit ?? bracketed ?? '');
  const text = `${unit} ${foldText(title)}`;
  const words = new Set(text.split(/[^a-z]+/).filter((word) => word !== ''));
  const kinds = new Set(
    KINDS.flatMap((names, kind) => (names.some((name) => holds(text, name)) ? kind : [])),
  );
  return {
    unit,
    hasUnit: spec.unit !== undefined,
    words,
    telling: new Set([...words].filter((word) => !COMMON.has(word))),
    kinds,
    isMoney: kinds.has(MONEY),
    scale: scaleOf(unit.split(' ')[0]!),
  };
}

const holds = (text: string, name: string): boolean =>
  ` ${text.replace(/[^a-z%]+/g, ' ')} `.includes(` ${name} `);

const MONEY = KINDS.findIndex((names) => names.includes('doanh thu'));

/** `5tr em ạ`: who is spoken to, as well as what is counted. */
const ADDRESSED = /^(?:em|chau|be|co|thay|ban)(?: |$)/;

/** Whether the words behind a figure name what is asked for: null where they name nothing that is counted. */
export function isOfKind(rest: string, { kinds }: Asked): boolean | null {
  const named = NAMES.filter(({ pattern }) => pattern.test(rest)).map(({ kind }) => kind);
  if (named.length === 0 || kinds.size === 0) return null;
  return named.some((kind) => kinds.has(kind)) || (ADDRESSED.test(rest) ? null : false);
}

const NEUTRAL = new Set(
  `a ah ak nha nhe nhen nghe nghen hen chi anh em c e co thay sep oi bac roi r thoi do day luon het hien tai nay hom bua sang chieu toi qua
  dang do cho la duoc dc moi vua xong tat ca tong cong so voi va ma trong cua ben don vi truong xa thon dung chinh xac ne nhe day du
  luc gio tinh den het can nguoi cac chua khong today so far in total now already sir madam`.split(/\s+/),
);

/** `3 bình rỗng`, `40 thùng nước`: the thing is told by a word that the title does not have. */
export function isOfOtherThing(rest: string, { words, telling }: Asked): boolean {
  if (telling.size < 2) return false;
  const named = NAMES.find(({ pattern }) => pattern.test(rest));
  const next = named && /^ ?([a-z]+)/.exec(rest.slice(named.name.length))?.[1];
  return next !== undefined && !words.has(next) && !NEUTRAL.has(next);
}
