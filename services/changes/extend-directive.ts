import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { readDecision } from '../../core/more-time/read-decision.js';
import { findOpenApproval, listAsking } from '../../store/approvals.js';
import type { Unit } from '../../store/units.js';
import { audit } from '../audit.js';
import type { Deed } from '../deed.js';
import { grant, refuse, settleMoot } from '../more-time/decide.js';
import { reword } from './apply-amendment.js';
import { checkLater, giveMoreTime } from './extend-unit.js';
import type { OpenDirective } from './find-changeable.js';
import { noteDayOff } from './note-day-off.js';
import { readNewDue } from './read-new-due.js';

/**
 * More time for all units, or for one: `words` name the deadline as people say it. To a unit that asked for more time
 * `yes` and `no, because …` are an answer too. Returns what to say.
 */
export async function extend(
  ctx: Deed,
  directive: OpenDirective,
  unit: Unit | null,
  words: string,
): Promise<string> {
  const { number, kind, title, body } = directive;
  if (words === '') throw new UserError('change.usage.extend');
  if (kind === 'notice') throw new UserError('change.notice', { number });
  const decided = unit ? await decideRequest(ctx, directive, unit, words) : null;
  if (decided !== null) return decided;
  if (!unit && readDecision(words)) throw await askWhose(ctx, directive);
  const dueAt = await readNewDue(ctx, directive, unit, words);
  if (!dueAt) throw new UserError('change.usage.extend');
  if (unit) return extendOne(ctx, directive, unit, dueAt);
  checkLater(ctx, directive.dueAt, dueAt);
  return reword(ctx, directive, { title, body, dueAt }, 'extended');
}

async function extendOne(ctx: Deed, directive: OpenDirective, unit: Unit, dueAt: Date): Promise<string> {
  const { db, t } = ctx;
  const { number, id: directiveId } = directive;
  const asked = await findOpenApproval(db, { directiveId, unitId: unit.id }, 'more-time');
  if (asked) return grant(ctx, { ...asked, directive }, dueAt);
  const before = await giveMoreTime(ctx, directive, unit, dueAt);
  await audit(ctx, 'extend-directive', `directive:${number}`, {
    unit: unit.code,
    before: { dueAt: before?.toISOString() ?? null },
    after: { dueAt: dueAt.toISOString() },
  });
  const due = sayDeadline(t, dueAt, unit.timeZone ?? ctx.runtime.settings.ORG_TIME_ZONE);
  const said = t('change.extendedUnit', { number, code: unit.code, name: unit.name, due });
  return noteDayOff(ctx, said, dueAt, unit);
}

/** `/extend 12 no` decides nothing: whose request? */
async function askWhose({ db }: Deed, { id, number }: OpenDirective): Promise<UserError> {
  const codes = await listAsking(db, id, 'more-time');
  return codes.length === 0
    ? new UserError('approval.noneAsked', { number })
    : new UserError('approval.whose', { number, codes: codes.join(', '), code: codes[0]! });
}

/** What a unit asked for is granted or refused in words. Null for other words. */
async function decideRequest(
  ctx: Deed,
  directive: OpenDirective,
  unit: Unit,
  words: string,
): Promise<string | null> {
  const decision = readDecision(words);
  if (!decision) return null;
  const { number, id: directiveId } = directive;
  const asked = await findOpenApproval(ctx.db, { directiveId, unitId: unit.id }, 'more-time');
  if (!asked) throw new UserError('approval.nothingAsked', { number, code: unit.code });
  const request = { ...asked, directive };
  const { wishedAt } = request;
  const moot = await settleMoot(ctx, request);
  if (moot !== null) return moot;
  if (!decision.isGranted) return refuse(ctx, request, decision.word);
  if (!wishedAt) throw new UserError('approval.noTimeNamed', { number, code: unit.code });
  return grant(ctx, request, wishedAt);
}
