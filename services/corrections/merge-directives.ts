import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { findAnswerTarget } from '../../store/answers.js';
import { listReached } from '../../store/changes.js';
import { listPassedOn, listTwinsBelow } from '../../store/cascade.js';
import { findUnshared, lockDirectives, mergeDirectives as write } from '../../store/corrections.js';
import { findDirective } from '../../store/directives.js';
import { audit } from '../audit.js';
import { tellMergedBelow } from '../cascade/tell-below.js';
import { getDirective, type OpenDirective } from '../changes/find-changeable.js';
import { queueEdits, queueNotes } from '../changes/tell-groups.js';
import type { Deed } from '../deed.js';
import { followBelow } from '../replies/follow-change.js';
import { replay } from '../replies/replay.js';

const codesNamed = 5;

/**
 * The first is the same work as the second and was sent twice: from now on it counts once, in the second. Returns what to
 * say. Throws UserError where the two cannot be one.
 */
export async function mergeDirectives(ctx: Deed, fromNumber: number, intoNumber: number): Promise<string> {
  if (fromNumber === intoNumber) throw new UserError('correct.usageMerge');
  const found = [await getDirective(ctx, fromNumber), await getDirective(ctx, intoNumber)] as const;
  const [from, into] = await lockDirectives(ctx.db, [found[0].id, found[1].id]);
  const pair = [
    { ...from, number: fromNumber },
    { ...into, number: intoNumber },
  ] as const;
  const fault = await findFault(ctx, ...pair);
  if (fault) throw fault;
  return merge(ctx, ...pair);
}

/** Why the two can't be one work: other kinds or questions, units that only the first one has. Null when they can. */
async function findFault(ctx: Deed, from: OpenDirective, into: OpenDirective): Promise<UserError | null> {
  for (const { number, state } of [from, into])
    if (state !== 'open' && state !== 'closed') return new UserError(`change.over.${state}`, { number });
  const values = { from: from.number, into: into.number };
  const isAlike =
    from.kind === into.kind &&
    from.kind !== 'notice' &&
    JSON.stringify(from.answer) === JSON.stringify(into.answer);
  if (!isAlike) return new UserError('correct.unlike', values);
  const codes = await findUnshared(ctx.db, from.id, into.id);
  if (codes.length === 0) return null;
  const more = codes.length - codesNamed;
  const named = codes.slice(0, codesNamed).join(', ') + (more > 0 ? ', …' : '');
  return new UserError('correct.unshared', { ...values, codes: named });
}

async function merge(ctx: Deed, from: OpenDirective, into: OpenDirective): Promise<string> {
  const { db, now } = ctx;
  const groups = await listReached(db, from.id);
  const twins = await listTwinsBelow(db, from.id, into.id);
  const { assignmentIds, replies } = await write(db, { fromId: from.id, intoId: into.id }, now);
  for (const assignmentId of assignmentIds) {
    const target = await findAnswerTarget(db, { assignmentId }, { chatId: ctx.chat.id, now });
    if (target?.assignmentId && target.unitId !== null && target.unitCode !== null)
      await replay(ctx, { ...target, assignmentId, unitId: target.unitId, unitCode: target.unitCode });
  }
  for (const twin of twins) await mergeBelow(ctx, twin);
  await followAllBelow(ctx, into.id);
  const values = { from: from.number, into: into.number };
  await queueEdits(ctx, from.id, 'merged', groups);
  await queueNotes(
    ctx,
    { directiveId: from.id, key: 'merged', write: (t) => say(t('correct.mergedTold', values)) },
    groups,
  );
  for (const number of [from.number, into.number])
    await audit(ctx, 'merge-directive', `directive:${number}`, { ...values, replies });
  return ctx.t('correct.merged', { ...values, replies, count: groups.length });
}

/** Both were passed on by the same unit: what went to the same units below is one there as well. */
async function mergeBelow(ctx: Deed, { fromId, intoId }: { fromId: number; intoId: number }): Promise<void> {
  const [from, into] = await lockDirectives(ctx.db, [fromId, intoId]);
  if (from.number === null || into.number === null) return;
  const pair = [
    { ...from, number: from.number },
    { ...into, number: into.number },
  ] as const;
  if (await findFault(ctx, ...pair)) return; // other units or another question: both count above
  await merge(ctx, ...pair);
  await tellMergedBelow(ctx, ...pair);
}

/** What hangs below a directive now may be more than before, or less. */
async function followAllBelow(ctx: Deed, directiveId: number): Promise<void> {
  const known = new Set<number | null>();
  for (const { id } of await listPassedOn(ctx.db, directiveId)) {
    const below = await findDirective(ctx.db, id);
    if (!below || below.number === null || known.has(below.passedFromId)) continue;
    known.add(below.passedFromId);
    await followBelow(ctx, below);
  }
}
