import { isAgainst } from './against.js';
import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';
import { numberOf } from './number-of.js';
import { isOfOtherKind, isPlainAt, relate, type Related } from './relate.js';

/** A figure of the unit, whatever its words say of how it stands to what is asked for. */
interface Item extends Related {
  number: number;
}

/** How things stand that belong to no sum of what is asked for, unless the title speaks of them. */
const CONTRARY = 'absent present broken good vacant taken late left undone plan ahead'.split(' ');

/** Half a cent of what was rounded when it was converted. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;

/**
 * What the others add up to, or what is left when one was taken from another; undefined where no figure is such, null where it
 * is and nobody said that it is what the title asks for: `Cty có 18 bình, loại A 10, loại B 8`.
 */
export function totalOf(answer: Answer, asked: Asked): number | null | undefined {
  const product = productOf(answer, asked);
  if (product !== undefined) return product;
  const items = itemsOf(answer, asked);
  const concluded = concludedOf(answer, items, asked);
  if (concluded !== undefined) return concluded;
  const at = items.findIndex((_, place) => isSumAt(items, place));
  if (at < 0) return restOf(items, asked);
  const total = items[at]!;
  const parts = at === 0 ? items.slice(1) : items.slice(0, at);
  // `tổng 21 nhưng đoàn viên là 15`
  const isTurned = answer.tokens.slice(total.figure.to).some(({ fold }) => fold === 'nhung');
  // Of `tầng 1 có 1, tầng 4 có 2 bình hết hạn. Tổng 3` nobody knows whether the first is meant.
  const isLastTold =
    at > 0 && total.isWhole && parts.findIndex(({ hasState }) => hasState) === parts.length - 1;
  if (isTurned || (isLastTold && !parts.some((part) => isContrary(part, asked)))) return null;
  if (!isSumAsked(total, parts, answer, asked)) return restOf(items, asked);
  const isStock = !total.isNamed && total.figure.before.some((word) => answer.tokens[word]!.fold === 'co');
  if (at === 0 && !total.isClear) return restOf(items, asked);
  return isStock || !total.isClear ? null : total.number;
}

/** `còn 20 hộp, mỗi hộp 50 cái, tổng 1000 cái`: what the first comes to. */
function productOf(answer: Answer, asked: Asked): number | undefined {
  const [count, each, all] = answer.figures;
  if (!count || !each || !all || answer.figures.length > 3) return undefined;
  const isEach = each.relations.has('each') || each.isOfOne;
  const isAll = all.relations.has('whole') || all.sign === '=' || all.isResult;
  const isProduct = (count.number ?? NaN) * (each.number ?? NaN) === all.number;
  if (!isEach || !isAll || !isProduct) return undefined;
  if (isAgainst(answer, count, asked) || isOfOtherKind(answer, all, asked)) return undefined;
  return numberOf(answer, all, asked) ?? undefined;
}

function itemsOf(answer: Answer, asked: Asked): Item[] {
  const items = answer.figures.flatMap((figure) => {
    const number = figure.number === null ? null : numberOf(answer, figure, asked);
    return number === null || Number.isNaN(number) ? [] : [{ ...relate(answer, figure, asked), number }];
  });
  const named = items.filter(({ figure }) => !isOfOtherKind(answer, figure, asked));
  // `2 đoạn: 45m và 30m, tổng 75m`
  const measured = named.filter(({ figure }) => figure.measure !== null);
  const own = measured.length > 2 ? measured : named;
  // `=> 302 suất` where pupils are asked for
  const last = items.at(-1);
  return last?.figure.sign === '=' && !own.includes(last) ? [...own, last] : own;
}

/** Whether the figures before it, or all behind the first, add up to it. */
function isSumAt(items: readonly Item[], at: number): boolean {
  const { number, isWhole, figure } = items[at]!;
  const parts = at === 0 ? items.slice(1) : items.slice(0, at);
  const isLed =
    isWhole || figure.sign === '=' || LEADS.some((tag) => figure.relations.has(tag)) || figure.isResult;
  if (parts.length < 2 || !(isLed || (at === 0 && figure.after[0] === figure.to))) return false;
  return (
    isSame(number, sum(parts)) || isSame(number, sum(parts.filter((part) => part.figure.kinds.size > 0)))
  );
}

const LEADS = ['equals', 'so'];

const sum = (items: readonly Item[]): number => items.reduce((all, { number }) => all + number, 0);

const isContrary = ({ figure: { relations } }: Item, asked: Asked): boolean =>
  CONTRARY.some((tag) => relations.has(tag) && !asked.relations.has(tag));

/** What is told of every part is told of the sum; of `ký 88, chưa ký 12, tổng 100` one part is asked for. */
function isSumAsked(total: Item, parts: readonly Item[], answer: Answer, asked: Asked): boolean {
  if (parts.some((part) => isContrary(part, asked))) return false;
  const tells = (item: Item) => item.hasState || ownWords(item, asked).length > 0;
  const telling = parts.filter(tells);
  const isBehind = total.figure.from > parts[0]!.figure.from;
  const isAlike = parts.every(({ hasState }) => hasState === parts[0]!.hasState);
  // `còn 90, xuất 30, nay còn 60` is no sum; of `cần 8 bộ, thêm 5, tổng 13` the first word leads the rest.
  if (!isAlike && !(isBehind && parts[0]!.hasState && !parts.slice(1).some(({ hasState }) => hasState)))
    return false;
  if (telling.length === 0 || telling.length === parts.length || tells(total)) return true;
  // `Nhận từ A 150 thùng, từ B 80 thùng, cả thảy 230`: what leads the first is told of the rest.
  const [first, ...rest] = parts as [Item, ...Item[]];
  const leads = telling.length === 1 && telling[0] === first && isToldBefore(first, asked);
  return leads && rest.every(({ figure }) => isGoingOn(answer, figure, asked));
}

const ownWords = ({ told }: Item, { thingWords }: Asked): string[] =>
  [...told].filter((key) => !thingWords.has(key));

const isToldBefore = (item: Item, asked: Asked): boolean =>
  ownWords(item, asked).every((key) => item.toldBefore.includes(key));

/** Nothing but where, when or from whom stands before it. */
const isGoingOn = (answer: Answer, { before }: Figure, asked: Asked): boolean =>
  before.length === 0 ||
  /^(?:tu|o|tai|do|cho|ben|ngay|con)$/.test(answer.tokens[before[0]!]!.fold) ||
  before.every((at) => isPlainAt(answer, at, asked));

/** What is asked for is the part that is gone. */
const LACKING = ['absent', 'broken', 'undone', 'late', 'cancelled', 'gone'];

/** `đăng ký 20, 3 người bận nên đi 17`: what is left of the first, in so many words. */
function concludedOf({ tokens }: Answer, items: readonly Item[], asked: Asked): number | undefined {
  const [all, gone, rest] = items;
  if (!all || !gone || !rest || items.length > 3 || LACKING.some((tag) => asked.relations.has(tag)))
    return undefined;
  // `14 boats, 3 stayed for repairs so 11 went out`
  const isLed =
    rest.figure.relations.has('so') || /^(?:so|thus|leaving)$/i.test(tokens[rest.figure.from - 1]!.raw);
  return isLed && isSame(all.number - gone.number, rest.number) ? rest.number : undefined;
}

/** `Hỏng 4 máy, sửa được 1, giờ còn 3`: how things stand now, unless a deed or a want is asked for. */
function restOf(items: readonly Item[], asked: Asked): number | undefined {
  if (['plan', 'must', 'ahead', 'left'].some((tag) => asked.relations.has(tag))) return undefined;
  const [all, gone, rest] = items.slice(-3);
  if (!all || !gone || !rest) return undefined;
  const isRest = isSame(all.number - gone.number, rest.number);
  // `đặt 40 hộp, hủy 5, còn 35`
  const isCancelled = gone?.figure.relations.has('cancelled') === true;
  if (asked.isDeed && !asked.relations.has('undone') && !isCancelled) return undefined;
  if (!['left', 'became'].some((tag) => rest.figure.relations.has(tag)) || rest.isWhole) return undefined;
  // `ghi nhận 6 điểm, đã thông 4, còn 2`: all of them took place.
  const isStanding =
    isCancelled ||
    rest.hasState ||
    ['now', 'became'].some((tag) => rest.figure.relations.has(tag)) ||
    ['then', 'morning'].some((tag) => all.figure.relations.has(tag)) ||
    // `20 máy, hư 3, còn 17`
    ['absent', 'broken', 'undone', 'fixed'].some((tag) => gone.figure.relations.has(tag)) ||
    asked.relations.has('undone');
  return isStanding && isRest ? rest.number : undefined;
}
