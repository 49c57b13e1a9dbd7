import { UserError } from '../../core/errors.js';
import { splitCode } from '../../core/reading/code.js';
import { findUnitByCode, listOpenItems } from '../../store/answers.js';
import { authorise, getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { takeOne, type Message } from './take-message.js';

/** A word that is surely meant as a unit's code: an answer for a unit mistyped must not count for another. */
const unitCode = /^([A-ZĐ]{2,}[A-ZĐ_-]*\d+)[:,]?$/;

/**
 * An answer given outside the unit's group, in private or in the office group: `#12 XA07 xong`. A lead of one unit may
 * leave the unit out. Needs the right to answer for the unit.
 */
export async function answerElsewhere(ctx: Context, message: Message): Promise<void> {
  const { code: number, note } = splitCode(message.words);
  if (number === null) throw new UserError('reply.usageElsewhere');
  const { unitId, words } = await chooseUnit(ctx, { number, note, hints: answerHints });
  await authorise(ctx, 'answer-for-unit', unitId);
  await takeOne(ctx, { number, unitId }, message, words);
}

/** What is said to who leaves out the unit, and to who leads several. */
export interface UnitHints {
  usage: string;
  whichUnit: string;
}

const answerHints: UnitHints = { usage: 'reply.usageElsewhere', whichUnit: 'reply.whichUnit' };

/** The unit that the words begin with, or the only one that the speaker leads and that has such a part. Throws UserError. */
export async function chooseUnit(
  ctx: Context,
  { number, note, hints }: { number: number; note: string; hints: UnitHints },
): Promise<{ unitId: number; words: string }> {
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(note) ?? [];
  const named = first === '' ? null : await findUnitByCode(ctx.db, first.replace(/[:,]$/, ''));
  if (named) return { unitId: named.id, words: rest };
  const code = unitCode.exec(first)?.[1];
  if (code !== undefined) throw new UserError('reply.unknownUnit', { code });
  const led = getSpeaker(ctx).roles.flatMap(({ kind, unitId }) =>
    kind === 'lead' && unitId !== null ? [unitId] : [],
  );
  if (led.length === 0) throw new UserError(hints.usage);
  if (led.length === 1) return { unitId: led[0]!, words: note };
  const items = (await listOpenItems(ctx.db, led)).filter((item) => item.number === number);
  if (items.length === 1) return { unitId: items[0]!.unitId, words: note };
  if (items.length === 0) throw new UserError('reply.notYours', { number });
  const codes = items.map(({ unitCode }) => unitCode).sort();
  throw new UserError(hints.whichUnit, { number, codes: codes.join(', '), code: codes[0]! });
}
