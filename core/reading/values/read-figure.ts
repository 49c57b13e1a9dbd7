import { foldText } from '../../text/fold.js';
import type { AnswerSpec } from '../answer.js';
import { isCount, readAsked, type Asked } from './asked.js';
import { chooseFigure } from './choose-figure.js';
import { isNone } from './is-none.js';
import { withPoints } from './points.js';
import type { ValueReading } from './value-reading.js';
import { withoutCorrected, withoutSubset } from './without-asides.js';
import {
  isContradicted,
  isUnmarkedMyriad,
  isWrongSum,
  withGroups,
  withMyriads,
  withRests,
  withUnmarkedMyriads,
} from './written-forms.js';

/** A longer text is a report, no answer to one question. */
const longest = 1_000;

/** A number with the unit that was asked for, or a word for none; `title`: of the directive, whose words may stand before it. */
export function readFigure(text: string, spec: AnswerSpec & { type: 'number' }, title = ''): ValueReading {
  const asked = readAsked(spec, title);
  const number = text.length > longest ? undefined : findFigure(withPoints(plain(text), title), asked);
  if (number === undefined) return { problem: 'unreadable' };
  if (number === null || !Number.isFinite(number) || isToGrow(foldText(text)))
    return { problem: 'unreadable', isUnclear: true };
  if (spec.min === undefined && number < 0 && isCount(asked))
    return { problem: 'unreadable', isUnclear: true };
  if (spec.min !== undefined && number < spec.min) return { problem: 'too-small' };
  if (spec.max !== undefined && number > spec.max) return { problem: 'too-large' };
  return { value: { type: 'number', number } };
}

const GROWS =
  /\d.*(?:^|[ ,;.])(?:mai|mot|chieu|toi|tuan sau|thang sau|se|lat nua|hom sau|thu [2-7]|tomorrow|later)(?: [a-z]+){0,2} (?:them|bo sung|more)(?: |$)|\d.*(?:^|[ ,;.])(?:them \d+(?: [a-z]+)? nua)(?:[ ,;.]|$)/;

/** `12, mai thêm 3`: whether the answer is for now or for all of it, only who asked knows. */
const isToGrow = (said: string): boolean => GROWS.test(said) && !/so voi/.test(said);

const NOTHING_ASKED = readAsked({ type: 'number' }, '');

/** The one number of a text of which nothing is known. */
export const onlyNumber = (text: string): number | null =>
  text.length > longest ? null : (chooseFigure(plain(text), NOTHING_ASKED) ?? null);

/** Null where one is told that nobody can be sure of, undefined where none is. */
function findFigure(text: string, asked: Asked): number | null | undefined {
  const flat = plain(text);
  if (isContradicted(flat) || isWrongSum(flat) || isUnmarkedMyriad(flat, asked.words)) return null;
  // `1.086 (nữ 521)`
  const bare = quantitiesOf(text, asked).replace(/\((?![^()]*=)[^()]{0,80}\)/g, ' ');
  const outside = withoutCorrected(withoutSubset(bare, asked)).trim();
  const note = /[\p{L}\d]/u.test(outside) ? outside : plain(text);
  const said = foldText(note);
  if (isNone(said, asked)) return 0;
  const chosen = chooseFigure(note, asked);
  if (!isNoneInPart(said, asked)) return chosen;
  return chosen === undefined || chosen === 0 || isNoneAlone(said, asked) ? 0 : null;
}

/** With what is written in a way of its own (`3 vạn`, `1 250 000`) as the plain number. */
const spelledOut = (text: string, { words }: Asked): string =>
  withGroups(withRests(words.has('van') ? withMyriads(text) : withUnmarkedMyriads(text)));

/** The text without dates and plates, its months and its slang spelled out. */
export const quantitiesOf = (text: string, asked: Asked): string =>
  withoutDates(withSlang(withMonths(spelledOut(plain(text), asked), asked), asked), asked)
    .replace(/ ?° ?/g, ' độ ')
    .replace(PLATE, ' ');

/** `78C-123.45`: what a car is known by. */
const PLATE = /(?<![\p{L}\d])\d{2}[a-z]\d?[- ]\d{3}\.?\d{2}(?![\p{L}\d])/giu;

/** `toàn xã an toàn, ko có hộ nào` */
const isNoneInPart = (said: string, asked: Asked): boolean =>
  !/[?]|(?:^| )(?:tru|nhung|rieng) /.test(said) &&
  said
    .split(/ ?[,.;:] /)
    .some((part, at) => !/\d/.test(part) && (at === 0 || !BARE.test(part)) && isNone(part, asked));

/** `không hỏng cái nào, 6 tủ đều mát`: the rest tells nothing of what the title asks of the things. */
function isNoneAlone(said: string, asked: Asked): boolean {
  const states = asked.telling.filter(({ key }) => !asked.plainWords.has(key));
  const tells = (part: string) => states.some(({ fold }) => part.split(/[^a-z]+/).includes(fold));
  const [first = '', ...rest] = said.split(/ ?[,.;:] /);
  if (states.length > 0 && isNone(first, asked)) return !rest.some(tells);
  // `có 12 thùng là đủ, không cần thêm`
  return (
    [first, ...rest].every((part) => !tells(part) || (!/\d/.test(part) && isNone(part, asked))) &&
    rest.some(tells)
  );
}

/** `hai trăm, không, trăm rưỡi`: no answer of its own. */
const BARE = /^(?:khong|ko|k)$/;

/** A text whose letters stand where they stand in its folded form. */
function plain(text: string): string {
  const flat = text
    .normalize('NFC')
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/−(?=\d)/g, '-')
    .trim();
  const folded = foldText(flat);
  return folded.length === flat.length ? flat : folded;
}

/** `T11`, `November` where a month is asked for. */
const withMonths = (text: string, { periods }: Asked): string =>
  periods.has('thang')
    ? text
        .replace(/(?<![\p{L}\d])t\.?(1[0-2]|[1-9])(?![\p{L}\d/])/giu, `${monthIn(text)} $1`)
        .replace(
          ENGLISH_MONTHS,
          (name) => `${monthIn(text)} ${MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1}`,
        )
    : text;

const withoutDates = (text: string, { periods }: Asked): string =>
  periods.has('thang') ? text : text.replace(ENGLISH_DATES, ' ');

/** Spelled with its marks where the others are. */
const monthIn = (text: string): string => (/[^\0-~]/.test(text) ? 'tháng' : 'thang');

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(?<!\\p{L})(?:January|February|March|April|June|July|August|Sept(?:ember)?|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?!\\p{L})';
const ENGLISH_MONTHS = new RegExp(MONTH, 'gu');
/** `on 6 June`, `by March 12` */
const ENGLISH_DATES = new RegExp(
  `(?:(?<!\\p{L})(?:on|by|until|since) )?(?:(?<![\\d.,])\\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \\d{1,2}(?![\\d.,]))`,
  'gu',
);

/** `ba củ rưỡi` */
const withSlang = (text: string, { isMoney }: Asked): string =>
  isMoney ? text.replace(/(?<=[\p{L}\d]) ?củ(?!\p{L})/giu, ' triệu') : text;
