/** Why an order is refused: the key of a sentence and what it names. */
export interface OrderProblem {
  problem:
    | 'form'
    | 'date'
    | 'past'
    | 'range'
    | 'several'
    | 'hours'
    | 'unit'
    | 'one'
    | 'front'
    | 'half'
    | 'repeat'
    | 'open'
    | 'swap'
    | 'mismatch'
    | 'whole';
  value: string;
}

type Trap = readonly [RegExp, OrderProblem['problem']];

const CLOCK = '\\d{1,2}(?:h|g|:\\d| gio| ?[ap]m)';
const EACH = '(?:moi|hang|cac|nhung|every|each|all)';
const DAY_NAME =
  '(?:ngay|tuan|thang|nam|quy|sang|chieu|thu [2-7hbtns]|t[2-7]\\b|chu nhat|cn\\b|day|week|month|year|other)';

const repeat: Trap = [
  new RegExp(
    `^(?:${EACH} ${DAY_NAME}|${EACH} (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)days\\b|weekly|monthly|yearly|daily|dinh ky|thuong ky|lien tuc|lap lai)`,
  ),
  'repeat',
];
const half: Trap = [
  new RegExp(
    `^(?:buoi|sang|trua|chieu|toi|dem|nua (?:ngay|buoi)|half|(?:in the |at )?(?:morning|afternoon|evening|night|noon)|(?:tu |luc |vao |sau |truoc |den |from |at |after |before |until |till )?${CLOCK})`,
  ),
  'half',
];
const ONE_UNIT: Trap = [
  /^(?:#|[+-][a-z0-9]|[a-z0-9._-]+\+(?: |$)|(?:cac|nhung|khoi|moi|tru|ngoai tru|except|but|every|each) )/,
  'one',
];

/** In front of the day. */
const front: readonly Trap[] = [
  repeat,
  half,
  ONE_UNIT,
  [/^(?:den|tu|from|to|until|till|toi) \d{1,2}(?:h|:)/, 'half'],
];
/** Right behind the day: what is no note but bends the day. */
const behind: readonly Trap[] = [
  [/^(?:am lich|am|al|lunar|duong lich nam)(?: |$)/, 'date'],
  repeat,
  half,
  ONE_UNIT,
  [/^(?:tro di|tro ve|tro lai|onwards?|on(?: |$))/, 'open'],
  [
    /^(?:thay|thay cho|cho|for|instead of|bu cho|doi|hoan doi|doi lay|doi sang|chuyen sang|doi voi) \d{1,2}[/.]/,
    'swap',
  ],
  [/^(?:nua|kia|truoc|qua|dau|cuoi|tuan|thang|nam|sau|week|month|year|last|tru|\d)/, 'date'],
];

/** What the words here would bend, if they do. */
export function findTrap(folded: string, place: 'front' | 'behind'): OrderProblem['problem'] | undefined {
  return (place === 'front' ? front : behind).find(([pattern]) => pattern.test(folded))?.[1];
}

/** A second day within the note: only what may be a swap or a list, never a span. */
export function findDayInNote(folded: string): OrderProblem['problem'] | undefined {
  if (
    /(?:^| )(?:bu|lam bu|hoan doi|thay cho|instead of) .*(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn|day)\b/.test(
      folded,
    )
  )
    return 'swap';
  if (/(?:^| )\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?= |$)|\d{4}-\d{2}-\d{2}/.test(folded)) return 'several';
  return undefined;
}
