import { foldText } from '../../text/fold.js';

/** What of a time a title may name: a day of the month, a day of the week, an hour. */
interface Point {
  form: RegExp;
  /** The time that a match names, as far as it does; null where it is no time of this kind. */
  read: (match: RegExpMatchArray, folded: string) => readonly (number | null)[] | null;
}

const DAYS = 'hai ba tu nam sau bay'.split(' ');

const POINTS: readonly Point[] = [
  {
    // `ngày 14`, `hôm 14/11`, `mùng 2`; without a word before it only with its month.
    form: /(?<![a-z\d.,/-])(?:(?:ngay|hom|mung|mong) )?(\d{1,2})(?:\/(\d{1,2}))?(?:\/\d{4})?(?![\d/%]|[.,]\d)/g,
    read: ([all, day, month]) =>
      /^[a-z]/.test(all) || month !== undefined
        ? [Number(day), month === undefined ? null : Number(month)]
        : null,
  },
  {
    form: /(?<![a-z\d])(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|chu nhat|cn)(?![a-z\d])/g,
    read: ([, word, digit]) => [Number(digit ?? word?.replace(/^[a-z]+/, dayOf) ?? 8)],
  },
  {
    // `7h`, `13h30`, `8:15`, `at 7 this morning`; `7h toi` is the nineteenth hour.
    form: /(?<![a-z\d.,:])(?:(\d{1,2})(?: ?h| gio|g(?=\d))(\d{2})?|(\d{1,2}):(\d{2})|at (\d{1,2})(?= (?:this|in|am|pm)|[.,;]))(?![\d]| ?dong)/g,
    read: (match, folded) => {
      const behind = folded.slice(match.index! + match[0].length);
      const hour = Number(match[1] ?? match[3] ?? match[5]);
      return [
        hour < 12 && /^ ?(?:chieu|toi|dem|pm)(?![a-z])/.test(behind) ? hour + 12 : hour,
        Number(match[2] ?? match[4] ?? 0),
      ];
    },
  },
];

const dayOf = (word: string): string => String(DAYS.indexOf(word) + 2);

/**
 * The times of the kind that the title names, told as now or as another time: of `5h 18m20, 6h 18m45, 7h 18m60` the one of
 * the title's hour is the figure.
 */
export function withPoints(text: string, title: string): string {
  const [asked, isMarked] = [foldText(title), /[^\0-~]/.test(text)];
  return POINTS.reduce((told, point) => {
    const [wanted] = timesOf(asked, point);
    if (!wanted) return told;
    let out = '';
    let from = 0;
    for (const { at, length, time } of timesOf(foldText(told), point)) {
      const isAsked = time.every(
        (part, place) => part === null || wanted.time[place] === null || part === wanted.time[place],
      );
      out += told.slice(from, at) + words(isAsked, isMarked);
      from = at + length;
    }
    return out + told.slice(from);
  }, text);
}

/** As if it were told in words. */
const words = (isAsked: boolean, isMarked: boolean): string =>
  isMarked ? (isAsked ? 'hiện nay' : 'trước đó') : isAsked ? 'hien nay' : 'truoc do';

interface Told {
  at: number;
  length: number;
  time: readonly (number | null)[];
}

const timesOf = (folded: string, { form, read }: Point): Told[] =>
  [...folded.matchAll(form)].flatMap((match) => {
    const time = read(match, folded);
    return time ? [{ at: match.index, length: match[0].length, time }] : [];
  });
