const NUMBERS = '(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?|\\d{4}-\\d{2}-\\d{2})';
const WEEKDAY =
  '(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:tuan (?:nay|sau|toi)|nay|toi))?';
const AND = '(?: ?[,;] ?(?:va |and )?| va | and | voi )(?:ngay )?';
const LISTED = new RegExp(
  `(?:^|[ ,;])(?:${NUMBERS}(?:${AND}| )${NUMBERS}|${WEEKDAY}${AND}${WEEKDAY})(?=[ ,;.]|$)`,
);

/**
 * Whether several days are named one by one, as in `10/12, 11/12`: nobody said that all between them are meant. `10/12 đến
 * 12/12` is a span.
 */
export const listsDays = (folded: string): boolean => LISTED.test(folded);
