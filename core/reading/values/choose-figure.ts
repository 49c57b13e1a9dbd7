import { readLeadingNumber } from '../../text/read-number.js';
import { tokenise } from '../../text/tokens.js';
import { isOfKind, type Asked } from './asked.js';

interface Figure {
  number: number;
  /** The words before it, back to a comma or the figure before. */
  before: string[];
  /** The words behind it, up to a comma or the next figure. */
  after: string[];
}

/** What looks like a figure and counts nothing. */
export const NOT_COUNTED = /^(?:date|clock|document|ratio|link|phone|percent)$/;
const NUMBERED = new Set(
  'lop khoi to doi tram thon ap xom khu dot ky ca thang quy tuan nam loai phong'.split(' '),
);
/** More of them are a table, which nobody weighs. */
const mostFigures = 12;
/** `5B` */
const NAME = /^\d+[A-HĐ](?!\p{L})/u;
const TAKEN_BACK = /^(?:chua|khong|ko|k|thieu|vang|nghi|tru|giam|chet|hong|hay|hoac|or|not)$/;
const WHOLE = /^(?:tong|tong cong|tong so|ca ngay|cong lai|total)(?: (?:dai|so|la|co|duoc|thu|chi))*$/;

/** `10-15`, `từ 20 đến 25`, a question */
const UNSURE = /\?|\d ?(?:[-–~]|đến|den|tới|toi|hoặc|hoac|hay|or|to) ?\d/iu;

/**
 * Of several figures the one that is asked for: `nhận 500, tiêm 320, còn lại 180 liều`. Null unless the title's or unit's words
 * speak for one alone, or it is the sum of the others.
 */
export function chooseFigure(note: string, asked: Asked): number | null {
  const figures = listFigures(note);
  if (figures === null || figures.length < 2 || UNSURE.test(note)) return null;
  const whole = figures.find((figure) => WHOLE.test(figure.before.join(' ')));
  const sum = figures.reduce((all, { number }) => all + number, 0);
  // Of `Tổng 50 áo, cho mượn 20, còn lại 30` what is left is named in full.
  const isNamed = figures.some(({ before }) => before.filter((word) => asked.telling.has(word)).length > 1);
  if (whole && !isNamed && whole.number * 2 === sum) return whole.number;
  const ofKind = figures.filter(({ after }) => isOfKind(after.join(' '), asked) !== false);
  const weighed = ofKind
    .map((figure) => ({ figure, weight: weigh(figure, asked) }))
    .sort((a, b) => b.weight - a.weight);
  const [best, next] = weighed;
  // `40 học sinh, vắng 2`: how many are there, nobody said.
  if (weighed.some(({ weight }) => weight < 0)) return null;
  if (!best || best.weight <= 0 || (next && next.weight >= best.weight)) return null;
  return best.figure.number;
}

/**
 * How much the words around a figure are those of what is asked for, first of all those before it; a sum counts a little by itself.
 */
function weigh({ before, after }: Figure, { telling, words }: Asked): number {
  const around = [...before, ...after.slice(0, 3)];
  if (around.some((word) => TAKEN_BACK.test(word) && !words.has(word))) return -1;
  const isWhole = WHOLE.test(before.join(' '));
  if (!isWhole && !before.some((word) => telling.has(word))) return 0;
  return new Set(around.filter((word) => telling.has(word))).size + (isWhole ? 0.5 : 0);
}

/** Null where something stands there that is no figure but looks like one. */
function listFigures(note: string): Figure[] | null {
  const tokens = tokenise(note);
  if (tokens.some(({ kind }) => NOT_COUNTED.test(kind))) return null;
  const figures: Figure[] = [];
  let [until, words]: [number, string[]] = [0, []];
  /** The figure that the words still belong to. */
  let open: Figure | null = null;
  for (const { kind, start, fold, raw } of tokens) {
    if (start < until) continue;
    if (kind === 'word') words.push(fold);
    else if (kind === 'number' && !NUMBERED.has(words.at(-1) ?? '') && !NAME.test(note.slice(start))) {
      const found = readLeadingNumber(note.slice(start));
      if (!found || figures.length === mostFigures) return null;
      if (open) [open.after, words] = split(words);
      open = { number: found.number, before: words, after: [] };
      figures.push(open);
      [until, words] = [note.length - found.rest.length, []];
    } else if (/[,;.\n]/.test(raw)) {
      if (open) open.after = words;
      [open, words] = [null, []];
    }
  }
  if (open) open.after = words;
  return figures;
}

/** Without a comma what names the thing belongs to the figure before: `phát 40 thùng còn 12`, `330 suất mặn 15 suất chay`. */
function split(words: readonly string[]): [after: string[], before: string[]] {
  const at = words.findIndex((word) => /^(?:con|va|voi|trong|co)$/.test(word));
  if (at > 0) return [words.slice(0, at), words.slice(at)];
  return at < 0 && words.length > 1 ? [[...words], []] : [[], [...words]];
}
