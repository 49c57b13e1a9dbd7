import { bold, joinLines, plain, type Content, type RichText } from '../message.js';
import type { AnswerSpec } from '../reading/answer.js';
import type { Say } from '../say.js';
import type { AnswerState } from './answer-state.js';
import { describeStand } from './describe-stand.js';
import type { ReplyKind } from './said.js';

/** An item that the unit answered from another of its groups. */
export interface AnsweredItem extends Pick<
  AnswerState,
  'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty' | 'doneAt'
> {
  number: number;
  kind: ReplyKind;
  title: string;
  spec: AnswerSpec | null;
}

/** What a group is told instead of being reminded. `group`: where the unit answered; '' when in several places. */
export function buildElsewhere(t: Say, items: readonly AnsweredItem[], group: string): Content {
  const [item] = items;
  if (!item) throw new Error('nothing was answered elsewhere');
  const hint = [plain(t(items.every(({ doneAt }) => doneAt) ? 'elsewhere.done' : 'elsewhere.open'))];
  const where = group === '' ? t('elsewhere.somewhere') : t('elsewhere.where', { group });
  const what = (one: AnsweredItem) => describeStand(t, one.kind, one, one.spec);
  const lines: RichText[] =
    items.length === 1
      ? [
          [plain(`#${item.number} · ${t('elsewhere.header')}`)],
          [bold(item.title)],
          [plain(`${where}: ${what(item)}.`)],
        ]
      : [
          [plain(`${where}:`)],
          ...items.map((one) => [bold(`#${one.number}`), plain(` ${one.title} – ${what(one)}`)]),
        ];
  return { text: joinLines([...lines, hint]) };
}
