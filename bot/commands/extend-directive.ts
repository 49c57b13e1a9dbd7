import { UserError } from '../../core/errors.js';
import { readDecision } from '../../core/more-time/read-decision.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { findOpenApproval } from '../../store/approvals.js';
import { findUnit, type Unit } from '../../store/units.js';
import { audit } from '../audit.js';
import { reword } from '../changes/apply-amendment.js';
import { findChangeable, readNumber, type OpenDirective } from '../changes/find-changeable.js';
import { checkLater, giveMoreTime } from '../changes/extend-unit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { readDue } from '../drafts/words.js';
import { grant, refuse, settleMoot } from '../more-time/decide.js';

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
    if (unit && (await decideRequest(ctx, directive, unit, words))) return;
    const dueAt = await readDue(ctx, words, unit?.id ?? null);
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
  const { db, t } = ctx;
  const { number, id: directiveId } = directive;
  const asked = await findOpenApproval(db, { directiveId, unitId: unit.id }, 'more-time');
  if (asked) return answer(ctx, await grant(ctx, { ...asked, directive }, dueAt));
  const before = await giveMoreTime(ctx, directive, unit, dueAt);
  await audit(ctx, 'extend-directive', `directive:${number}`, {
    unit: unit.code,
    before: { dueAt: before?.toISOString() ?? null },
    after: { dueAt: dueAt.toISOString() },
  });
  const due = sayDeadline(t, dueAt, unit.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE);
  await answer(ctx, t('change.extendedUnit', { number, code: unit.code, name: unit.name, due }));
}

/** `/extend 12 XA07 yes` or `no, because …`: the answer to a request, where there are no buttons. False for other words. */
async function decideRequest(
  ctx: Context,
  directive: OpenDirective,
  unit: Unit,
  words: string,
): Promise<boolean> {
  const decision = readDecision(words);
  if (!decision) return false;
  const { number, id: directiveId } = directive;
  const asked = await findOpenApproval(ctx.db, { directiveId, unitId: unit.id }, 'more-time');
  if (!asked) throw new UserError('approval.nothingAsked', { number, code: unit.code });
  const request = { ...asked, directive };
  const { wishedAt } = request;
  const moot = await settleMoot(ctx, request);
  if (moot === null && decision.isGranted && !wishedAt)
    throw new UserError('approval.noTimeNamed', { number, code: unit.code });
  const line =
    moot ??
    (decision.isGranted ? await grant(ctx, request, wishedAt!) : await refuse(ctx, request, decision.word));
  await answer(ctx, line);
  return true;
}
