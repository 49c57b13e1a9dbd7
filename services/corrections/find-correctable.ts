import { inOneOrder, takeCodes } from '../../core/corrections/named-codes.js';
import { UserError } from '../../core/errors.js';
import { findAnswerTarget } from '../../store/answers.js';
import { listUnits, type Unit } from '../../store/units.js';
import { authorise } from '../authorise.js';
import type { Deed } from '../deed.js';
import type { OpenTarget } from '../replies/taken.js';
import { getUnit } from '../find-unit.js';

export interface Correction {
  target: OpenTarget;
  unit: Unit;
  words: string;
}

/**
 * `12 XA01 words`, `12 XA01, XA02 words`: the units' parts of a directive, their rows locked, when the speaker may correct
 * them. Also of one that is closed: what was phoned in late belongs into the figures. Throws UserError, with `usage` when
 * the form is wrong.
 */
export async function readCorrections(ctx: Deed, args: string, usage: string): Promise<Correction[]> {
  const match = /^#?(\d{1,9})\s+(\S[\s\S]*)$/.exec(args);
  if (!match) throw new UserError(usage);
  const [, digits, rest = ''] = match;
  const units = await listUnits(ctx.db);
  const { codes, words } = takeCodes(rest, new Set(units.map(({ code }) => code)));
  const found: Correction[] = [];
  for (const code of inOneOrder(codes)) found.push(await findCorrectable(ctx, Number(digits), code, words));
  return found;
}

/** The same of one unit, with number, code and words told apart. */
export async function findCorrectable(
  ctx: Deed,
  number: number,
  code: string,
  words: string,
): Promise<Correction> {
  const unit = await getUnit(ctx, code);
  await authorise(ctx, 'correct-answer', unit.id);
  const target = await findAnswerTarget(
    ctx.db,
    { number, unitId: unit.id },
    { chatId: ctx.chat.id, now: ctx.now },
  );
  return { target: requireCorrectable(target, number, unit), unit, words };
}

function requireCorrectable(
  target: Awaited<ReturnType<typeof findAnswerTarget>>,
  number: number,
  { code }: Unit,
): OpenTarget {
  if (!target) throw new UserError('change.unknown', { number });
  const { assignmentId, unitId, unitCode, directiveState, kind, mergedInto } = target;
  if (mergedInto !== null) throw new UserError('reply.merged', { number, into: mergedInto });
  if (kind === 'notice') throw new UserError('reply.notice', { number });
  if (assignmentId === null || unitId === null || unitCode === null)
    throw new UserError('correct.notAddressed', { number, code });
  if ((directiveState !== 'open' && directiveState !== 'closed') || target.cancelled)
    throw new UserError('reply.cancelled', { number });
  return { ...target, assignmentId, unitId, unitCode };
}
