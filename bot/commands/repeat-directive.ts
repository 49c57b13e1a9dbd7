import { isAllowedSomewhere } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { findRecurrenceByNumber, type Recurrence } from '../../store/recurrences.js';
import type { Command } from '../command.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { changeRecurrence, showRecurring, startRecurring } from '../dialogues/compose-recurrence.js';
import { requireMine, switchRecurrence, type Switch } from '../recurring/decide.js';
import { showRecurrences } from '../recurring/list.js';
import { readRecurring } from '../recurring/words.js';

const listing = /^(?:danh sach|danhsach|ds|xem|list)$/;
const orders: readonly [RegExp, Switch | 'change'][] = [
  [/^(?:tam dung|tamdung|dung|pause)$/, 'pause'],
  [/^(?:chay tiep|tiep tuc|tieptuc|tiep|resume)$/, 'resume'],
  [/^(?:ket thuc|ketthuc|thoi|end|stop)$/, 'end'],
  [/^(?:sua|change|edit)$/, 'change'],
];
/** `tạm dừng 3`, `sửa 3` and lines behind it. */
const order = /^([^\d\n]{2,12}?)\s*#?(\d{1,6})[ \t]*(?:\n([\s\S]*))?$/;

/** `/every thứ 6 hằng tuần 10h all hạn 16h cùng ngày`; alone it asks; `list`, `pause 3`, `resume 3`, `end 3`, `change 3`. */
export const everyCommand: Command = {
  names: ['every', 'dinhky'],
  places: ['private', 'office'],
  right: 'send-directive',
  async run(ctx, args) {
    if (!isAllowedSomewhere(getSpeaker(ctx).roles, 'send-directive')) throw new UserError('error.notAllowed');
    if (args === '') return startRecurring(ctx);
    if (listing.test(foldText(args))) return showRecurrences(ctx);
    const [, verb = '', number, lines = ''] = order.exec(args) ?? [];
    const ordered = orders.find(([pattern]) => pattern.test(foldText(verb)))?.[1];
    if (ordered) return obey(ctx, ordered, Number(number), lines.trim());
    await showRecurring(ctx, await readRecurring(ctx, args));
  },
};

async function obey(ctx: Context, to: Switch | 'change', number: number, lines: string): Promise<void> {
  const recurrence = await getByNumber(ctx, number);
  if (to !== 'change') return switchRecurrence(ctx, recurrence, to);
  if (recurrence.state === 'ended') throw new UserError('recurrence.already.ended', { number });
  if (lines === '') return changeRecurrence(ctx, recurrence);
  const { attachments, ...words } = await readRecurring(ctx, lines);
  const kept = attachments.length > 0 ? attachments : recurrence.attachments;
  await showRecurring(ctx, { ...words, attachments: kept, replacesId: recurrence.id });
}

async function getByNumber(ctx: Context, number: number): Promise<Recurrence> {
  const found = await findRecurrenceByNumber(ctx.db, number);
  if (!found) throw new UserError('recurrence.unknown', { number });
  requireMine(ctx, found);
  return found;
}
