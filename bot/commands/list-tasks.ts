import { encodeAction } from '../../core/action.js';
import { isAllowedSomewhere } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import type { Button } from '../../core/message.js';
import { listOpenItems, type OpenItem } from '../../store/answers.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { isOwed, mostListed, sortItems, writeItems } from '../replies/write-item.js';

/** Items that get buttons of their own. */
const withButtons = 3;

/** What is open for this group's unit, or in private for the units one leads; the most urgent first. */
export const tasksCommand: Command = {
  names: ['tasks', 'viec'],
  isLookup: true,
  places: ['unit', 'private', 'office'],
  async run(ctx) {
    const unitIds = whose(ctx);
    const items = sortItems(await listOpenItems(ctx.db, unitIds));
    if (items.length === 0) return answer(ctx, ctx.t('tasks.none'));
    const namesUnit = unitIds.length > 1;
    const text = writeItems(ctx, ctx.t('tasks.head', { count: items.length }), items, namesUnit);
    const buttons = ctx.channel.capabilities.buttons
      ? buttonsFor(ctx, items.slice(0, mostListed), namesUnit)
      : [];
    await answer(ctx, buttons.length > 0 ? { text, buttons } : { text });
  },
};

function whose(ctx: Context): number[] {
  const { chat, speaker } = ctx;
  if (chat.role === 'unit') return chat.unitId === null ? [] : [chat.unitId];
  const led = (speaker?.roles ?? []).flatMap(({ kind, unitId }) =>
    kind === 'lead' && unitId !== null ? [unitId] : [],
  );
  if (chat.role === 'private' && led.length > 0) return led;
  const mayWatch = isAllowedSomewhere(speaker?.roles ?? [], 'watch');
  throw new UserError(chat.role === 'office' || mayWatch ? 'tasks.useProgress' : 'tasks.inGroup');
}

/** For the first few that still owe an answer; a figure is typed, so it has no button. */
function buttonsFor(ctx: Context, items: OpenItem[], namesUnit: boolean): Button[][] {
  return items
    .filter((item) => isOwed(item) && item.kind !== 'collect')
    .slice(0, withButtons)
    .map((item) => {
      const statuses =
        item.kind === 'task' ? (['in_progress', 'blocked', 'done'] as const) : (['acknowledged'] as const);
      return statuses.map((status) => ({
        label: `#${item.number}${namesUnit ? ` ${item.unitCode}` : ''} ${ctx.t(`reply.button.${status}`)}`,
        action: encodeAction('answer', item.assignmentId, status),
      }));
    });
}
