const WORK = '(?:công việc|cong viec|việc|viec|nhiệm vụ|nhiem vu|cv|task|item)(?: ?(?:số|so|no\\.?))?';
const NUMBER = String.raw`\d{1,9}(?!\d|[.,/]\d|\s?%)`;
const AND = String.raw`\s*(?:[,&+]|và|va|and|với|voi)\s*`;
// `việc 2 xong` names it, `việc 2 xã chưa làm` counts what follows.
const SAID =
  `xong|đã|da|đang|dang|chưa|chua|rồi|roi|được|duoc|làm|lam|hoàn|hoan|bị|bi|vướng|vuong|kẹt|ket|còn|con|thì|thi|
  cũng|cung|đều|deu|mới|moi|sắp|sap|gần|gan|hết|het|đạt|dat|nhận|nhan|nộp|nop|gửi|gui|xin|không|khong|ok|done|finished|is|
  not|in progress|blocked`.replace(/\s*\n\s*/g, '');
const SHARE = String.raw`\d{1,3}(?:[.,]\d+)?\s?[%％]|\d+\s?/\s?\d+`;
const BEHIND = String.raw`(?=\s*(?:[,;:.)!–-]|$)|\s+(?:${SHARE})|\s+(?:${SAID}|và|va|and)(?![\p{L}\p{M}\d]))`;
const BEFORE = String.raw`(?<![\p{L}\p{M}\d#＃/.,])`;

const WORKS = new RegExp(`${BEFORE}${WORK} ?(${NUMBER}(?:${AND}${NUMBER})*)${BEHIND}`, 'gimu');
/** `9 xong 10 70%`: numbers that may be those of directives, if there are such. */
const BARE = new RegExp(
  String.raw`${BEFORE}(${NUMBER})(?=\s+(?:${SHARE}|(?:${SAID})(?![\p{L}\p{M}\d])))`,
  'gimu',
);
/** `10 70%`: two figures in a row, of which the first can only be a number. */
const BEFORE_SHARE = new RegExp(String.raw`${BEFORE}(${NUMBER})(?=\s+\d{1,3}\s?[%％])`, 'gmu');
const CODE = new RegExp(String.raw`[#＃]\s?(${NUMBER})`, 'gu');

const numbersIn = (list: string): number[] => (list.match(/\d+/g) ?? []).map(Number);

function findAll(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].flatMap(([, list]) => numbersIn(list!));
}

/** Whether a text may name directives without a `#`: only then it matters which are open. */
export function mayNameWorks(text: string): boolean {
  return /\d/.test(text) && (text.search(WORKS) >= 0 || text.search(BARE) >= 0);
}

/** `việc 2 xong, việc 3 70%` as `#2 xong, #3 70%`, if all that is named so is in `open`; else the text as it is. */
export function nameWorks(text: string, open: ReadonlySet<number>): string {
  const words = text.normalize('NFC');
  const named = findAll(WORKS, words);
  const isOpen = named.length > 0 && named.every((number) => open.has(number));
  const coded = isOpen ? words.replace(WORKS, (_, list: string) => list.replace(/\d+/g, '#$&')) : words;
  // Behind a first one only: `10 70%` alone may be ten things and a share.
  if (coded.search(CODE) < 0) return coded;
  return coded.replace(BEFORE_SHARE, (number) => (open.has(Number(number)) ? `#${number}` : number));
}

/** Whether a text speaks of several directives, one of them in `open`: it cannot be given to one of them as a whole. */
export function namesSeveral(text: string, open: ReadonlySet<number>): boolean {
  const words = text.normalize('NFC');
  const bare = findAll(BARE, words).filter((number) => open.has(number));
  const named = new Set([...findAll(WORKS, words), ...findAll(CODE, words), ...bare]);
  return named.size > 1 && [...named].some((number) => open.has(number));
}
