import { reminderPlan } from '../../config/rules.js';
import { UserError } from '../../core/errors.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { recordAudit } from '../../store/audit.js';
import { extendUnit, listReached } from '../../store/changes.js';
import { findUnit, type Unit } from '../../store/units.js';
import { reword } from '../changes/apply-amendment.js';
import { findChangeable, readNumber, type OpenDirective } from '../changes/find-changeable.js';
import { tellChange } from '../changes/tell-groups.js';
import type { Command } from '../command.js';
import { answer, getSpeaker, type Context } from '../context.js';
import { readDue } from '../drafts/words.js';

/** `/extend 12 17:00 5/12` for all units, `/extend 12 XA07 17:00 5/12` for one. */
export const extendCommand: Command = {
  names: ['extend', 'giahan'],
  places: ['private', 'office'],
  right: 'change-directive',
  async run(ctx, args) {
    const { number, rest } = readNumber(args, 'extend');
    const directive = await findChangeable(ctx, number);
    const { unit, words } = await readUnit(ctx, rest);
    if (words === '') throw new UserError('change.usage.extend');
    if (directive.kind === 'notice') throw new UserError('change.notice', { number });
    const dueAt = readDue(ctx, words);
    if (!dueAt) throw new UserError('change.usage.extend');
    if (unit) await extendOne(ctx, directive, unit, dueAt);
    else await extendAll(ctx, directive, dueAt);
  },
};

/** The first word may be a unit's code; a word before the deadline such as `hạn`, `đến` says nothing more. */
async function readUnit(ctx: Context, rest: string): Promise<{ unit: Unit | null; words: string }> {
  const [first = '', ...others] = rest.split(/\s+/);
  const unit = await findUnit(ctx.db, first);
  const words = unit ? others.join(' ') : rest;
  return { unit, words: words.replace(/^(?:hạn|han|due|đến|den|to|until)(?::\s*|\s+)/iu, '') };
}

async function extendAll(ctx: Context, directive: OpenDirective, dueAt: Date): Promise<void> {
  checkLater(ctx, directive.dueAt, dueAt);
  const { title, body } = directive;
  await reword(ctx, directive, { title, body, dueAt }, 'extended');
}

async function extendOne(ctx: Context, directive: OpenDirective, unit: Unit, dueAt: Date): Promise<void> {
  const { db, now, t } = ctx;
  const { number, id: directiveId } = directive;
  const { personId } = getSpeaker(ctx);
  const reminders = reminderPlan(ctx.runtime.settings);
  const extended = await extendUnit(db, { directiveId, unitId: unit.id, dueAt }, now, reminders);
  if (!extended) throw new UserError('change.notOwing', { number, code: unit.code });
  checkLater(ctx, extended.before, dueAt);
  const groups = await listReached(db, directiveId, unit.id);
  await tellChange(
    ctx,
    {
      directive,
      key: `unit:${unit.id}:${dueAt.getTime()}`,
      before: { ...directive, dueAt: extended.before },
      after: { ...directive, dueAt },
      count: null,
    },
    groups,
  );
  await recordAudit(db, {
    at: now,
    personId,
    action: 'extend-directive',
    target: `directive:${number}`,
    data: {
      unit: unit.code,
      before: { dueAt: extended.before?.toISOString() ?? null },
      after: { dueAt: dueAt.toISOString() },
    },
  });
  const due = sayDeadline(t, dueAt, unit.timeZone ?? reminders.zone);
  await answer(ctx, t('change.extendedUnit', { number, code: unit.code, name: unit.name, due }));
}

/** Throws UserError when it gives no more time: what was written so far in this event is undone with it. */
function checkLater(ctx: Context, before: Date | null, dueAt: Date): void {
  if (before && dueAt <= before)
    throw new UserError('change.notLater', {
      due: sayDeadline(ctx.t, before, ctx.runtime.settings.ORG_TIME_ZONE),
    });
}
