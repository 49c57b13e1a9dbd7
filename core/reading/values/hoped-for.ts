import type { Token } from '../../text/tokens.js';
import type { Answer } from './answer.js';
import type { Asked } from './asked.js';
import type { Figure } from './figure.js';

/** Titles of these ask for what nobody can know for sure yet. */
const OPEN = ['plan', 'maybe', 'must', 'ahead', 'change'];

/** `xin 36`, `dự kiến 36`, `ước 36`: a wish or an estimate is no figure yet, unless the title asks for one. */
function isHopedFor({ tokens, tags }: Answer, figure: Figure, asked: Asked): boolean {
  if (OPEN.some((tag) => asked.relations.has(tag)) || asked.words.has('thiet') || asked.words.has('xin'))
    return false;
  const { before, after, from, to } = figure;
  // `40 hộ ngày mai`, `2 triệu hơn`
  const isYetToCome = (at: number) => tags[at]!.includes('ahead');
  const isMore = (at: number) => at === to && tokens[at]!.fold === 'hon' && !isWord(tokens[at + 1]);
  const isEstimate = (at: number) => tags[at]!.includes('maybe') || isEstimated(tokens[at]!.raw);
  // `Kinh phí dự kiến 350tr`
  if (before.some((at) => tokens[at]!.fold === 'kinh')) return false;
  const last = after.at(-1);
  if (last !== undefined && (isEstimate(last) || isYetToCome(last) || isMore(last))) return true;
  return before.some(isEstimate) || tokens[from - 1]?.fold === 'xin';
}

const isWord = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'number';

const isEstimated = (raw: string): boolean => /^(?:ước|uoc|estimated|estimate)$/i.test(raw.normalize('NFC'));

/** Without them, where a figure is told beside them; null where there are no others. */
export function withoutHopes(answer: Answer, asked: Asked): Answer | null {
  const sure = answer.figures.filter((figure) => !isHopedFor(answer, figure, asked));
  return sure.length === 0 && answer.figures.length > 0 ? null : { ...answer, figures: sure };
}
