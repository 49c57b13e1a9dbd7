import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import type { Say } from '../say.js';
import { isAwaiting, type AnswerState } from './answer-state.js';
import type { ReplyKind } from './said.js';

type Stand = Pick<
  AnswerState,
  'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty' | 'doneAt'
>;

/** Longest piece of a member's words that the bot repeats in a line of its own. */
const quoteLength = 120;

/** How an assignment stands, in a few words: `đang làm 70%`, `15 lớp`, `đang vướng: thiếu máy`, `đã xong, có vướng mắc: thiếu chữ ký`. */
export function describeStand(t: Say, kind: ReplyKind, stand: Stand, spec: AnswerSpec | null = null): string {
  if (stand.value !== null) return describeFigure(t, stand, describeValue(t, stand.value, spec));
  if (isAwaiting(stand)) return t('reply.state.awaiting');
  if (kind === 'acknowledge' && stand.state === 'done') return t('reply.state.acknowledged');
  const share = stand.state === 'in_progress' || stand.state === 'blocked' ? describeShare(t, stand) : '';
  const words = t(`reply.state.${stand.state}`);
  const line = share === '' ? words : `${words} ${share}`;
  if (stand.difficulty === null) return line;
  const difficulty = shorten(stand.difficulty);
  // `đã xong: thiếu chữ ký` would name what was done.
  const isDone = stand.state === 'done' || stand.state === 'accepted';
  return !isDone ? `${line}: ${difficulty}` : t('reply.withDifficulty', { stand: line, difficulty });
}

/** A figure, with what the issuer made of it. */
function describeFigure(t: Say, stand: Stand, figure: string): string {
  const isDecided = stand.state === 'accepted' || isAwaiting(stand);
  return isDecided
    ? t(`reply.figure.${stand.state === 'accepted' ? 'accepted' : 'awaiting'}`, { figure })
    : figure;
}

/** `12/15` or `70%`; empty when no share is known. */
export function describeShare(
  t: Say,
  { percent, doneCount, totalCount }: Pick<AnswerState, 'percent' | 'doneCount' | 'totalCount'>,
): string {
  if (doneCount !== null && totalCount !== null)
    return t('reply.ratio', { done: doneCount, total: totalCount });
  return percent === null ? '' : t('reply.percent', { percent });
}

/** A figure as it was given, with the unit that was asked for. */
export function describeValue(t: Say, value: AnswerValue, spec: AnswerSpec | null = null): string {
  switch (value.type) {
    case 'number': {
      const number = t('reply.number', { number: value.number });
      return spec?.type === 'number' && spec.unit ? `${number} ${spec.unit}` : number;
    }
    case 'ratio':
      return t('reply.ratio', { done: value.done, total: value.total });
    case 'choice':
      return value.choice;
    case 'text':
      return shorten(value.text);
  }
}

/** Cuts a long piece of somebody's words; never inside a surrogate pair. */
export function shorten(text: string, length = quoteLength): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
