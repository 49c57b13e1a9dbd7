import { reminderPlan } from '../../config/rules.js';
import { findChanges, parseAmendment, sayDueChange, type Wording } from '../../core/directive-change.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { listReached, rewordDirective } from '../../store/changes.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { tellChangedBelow } from '../cascade/tell-below.js';
import { checkText, readDue } from '../drafts/words.js';
import type { OpenDirective } from './find-changeable.js';
import { noteDayOff } from './note-day-off.js';
import { tellChange } from './tell-groups.js';

/**
 * A new wording of an open directive as it was typed, title, text and deadline in one. Throws UserError when it can't be
 * sent so or nothing changes.
 */
export async function readAmendment(ctx: Deed, directive: OpenDirective, text: string): Promise<Wording> {
  const { title, body, deadline, isFree } = parseAmendment(text);
  const kept = isFree ? null : directive.dueAt;
  const after = {
    title: title ?? directive.title,
    body: body ?? directive.body,
    dueAt: deadline === null ? kept : await readDue(ctx, deadline),
  };
  checkAmendment(directive, after);
  return after;
}

/** Gives an open directive another wording and tells the groups that have it. Throws UserError when nothing changes. Returns what to say. */
export async function amend(ctx: Deed, directive: OpenDirective, after: Wording): Promise<string> {
  checkAmendment(directive, after);
  return reword(ctx, directive, after, 'amended');
}

function checkAmendment(directive: OpenDirective, after: Wording): void {
  checkText(after.title, after.body);
  if (findChanges(directive, after).length === 0)
    throw new UserError('change.same', { number: directive.number });
}

/** Writes the new wording, queues edits and notes. Returns what to say: how many groups are told. */
export async function reword(
  ctx: Deed,
  directive: OpenDirective,
  after: Wording,
  change: 'amended' | 'extended',
): Promise<string> {
  const { db, now } = ctx;
  const { number, title, body, dueAt } = directive;
  const { personId } = getSpeaker(ctx);
  const reminders = reminderPlan(ctx.runtime.settings);
  const before: Wording = { title, body, dueAt };
  const version = await rewordDirective(db, directive, { ...after, change, reminders }, { personId, now });
  if (version === null) throw new UserError('change.meanwhile', { number });
  const groups = await listReached(db, directive.id);
  const count = change === 'amended' ? version - 1 : null;
  const told = { key: `v${version}`, before, after, count };
  const toldGroups = await tellChange(ctx, { directive, ...told }, groups);
  await tellChangedBelow(ctx, directive, told);
  const action = change === 'amended' ? 'amend-directive' : 'extend-directive';
  await audit(ctx, action, `directive:${number}`, { version, ...tellApart(before, after) });
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const due = after.dueAt ? sayDeadline(ctx.t, after.dueAt, zone) : '';
  const said = ctx.t(`change.${change}`, { number, due, count: toldGroups });
  if (after.dueAt?.getTime() === dueAt?.getTime()) return said;
  if (change === 'amended') return `${said}\n${sayDueChange(ctx.t, dueAt, after.dueAt, zone)}`;
  return noteDayOff(ctx, said, after.dueAt);
}

/** The parts that changed, as the log keeps them; wordings stand whole in the directive's versions. */
function tellApart(before: Wording, after: Wording) {
  const changed = findChanges(before, after);
  const pick = ({ title, dueAt }: Wording) => ({
    ...(changed.includes('title') ? { title } : {}),
    ...(changed.includes('dueAt') ? { dueAt: dueAt?.toISOString() ?? null } : {}),
  });
  return { before: pick(before), after: pick(after), body: changed.includes('body') };
}
