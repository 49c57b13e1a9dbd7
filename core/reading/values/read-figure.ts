import { foldText } from '../../text/fold.js';
import type { AnswerSpec } from '../answer.js';
import { readAsked, type Asked } from './asked.js';
import { chooseFigure } from './choose-figure.js';
import { isNone } from './is-none.js';
import type { ValueReading } from './value-reading.js';
import { withoutCorrected, withoutSubset } from './without-asides.js';

/** A longer text is a report, no answer to one question. */
const longest = 1_000;

/** A number with the unit that was asked for, or a word for none; `title`: of the directive, whose words may stand before it. */
export function readFigure(text: string, spec: AnswerSpec & { type: 'number' }, title = ''): ValueReading {
  const number = text.length > longest ? undefined : findFigure(text, readAsked(spec, title));
  if (number === undefined) return { problem: 'unreadable' };
  if (number === null || !Number.isFinite(number)) return { problem: 'unreadable', isUnclear: true };
  if (spec.min !== undefined && number < spec.min) return { problem: 'too-small' };
  if (spec.max !== undefined && number > spec.max) return { problem: 'too-large' };
  return { value: { type: 'number', number } };
}

const NOTHING_ASKED = readAsked({ type: 'number' }, '');

/** The one number of a text of which nothing is known. */
export const onlyNumber = (text: string): number | null =>
  text.length > longest ? null : (chooseFigure(plain(text), NOTHING_ASKED) ?? null);

/** Null where one is told that nobody can be sure of, undefined where none is. */
function findFigure(text: string, asked: Asked): number | null | undefined {
  // `1.086 (nữ 521)`
  const bare = withSlang(plain(text), asked).replace(/\([^()]{0,80}\)/g, ' ');
  const outside = withoutCorrected(withoutSubset(bare, asked)).trim();
  const note = /[\p{L}\d]/u.test(outside) ? outside : plain(text);
  const said = foldText(note);
  if (isNone(said, asked)) return 0;
  const chosen = chooseFigure(note, asked);
  return chosen !== undefined ? chosen : isNoneInPart(said, asked) ? 0 : undefined;
}

/** `toàn xã an toàn, ko có hộ nào` */
const isNoneInPart = (said: string, asked: Asked): boolean =>
  !/[?]|(?:^| )(?:tru|nhung|rieng|chi) /.test(said) &&
  said.split(/ ?[,.;:] /).some((part) => !/\d/.test(part) && isNone(part, asked));

/** A text whose letters stand where they stand in its folded form. */
function plain(text: string): string {
  const flat = text
    .normalize('NFC')
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  const folded = foldText(flat);
  return folded.length === flat.length ? flat : folded;
}

/** `ba củ rưỡi` */
const withSlang = (text: string, { isMoney }: Asked): string =>
  isMoney ? text.replace(/(?<=[\p{L}\d]) ?củ(?!\p{L})/giu, ' triệu') : text;
