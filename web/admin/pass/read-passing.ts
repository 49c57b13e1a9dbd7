import { z } from 'zod';
import { UserError } from '../../../core/errors.js';
import { getUnit } from '../../../services/find-unit.js';
import { listUnpassed, proposePassing } from '../../../services/cascade/propose-passing.js';
import type { Asking } from '../../../services/deed.js';
import { findMovedDue } from '../../../services/drafts/describe-due.js';
import { readDue, type DraftWords } from '../../../services/drafts/words.js';
import { requireOpen } from '../../../services/replies/require-open.js';
import { findAnswerTarget } from '../../../store/answers.js';
import type { Unit } from '../../../store/units.js';
import { typeDue } from '../compose/fields.js';
import type { Form } from '../page.js';

const schema = z.object({
  own: z.string().max(20_000).catch(''),
  due: z.string().max(200).catch(''),
  unit: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((list) => list ?? [])
    .catch([]),
});

/** A part that is about to be passed on, as the form has it. */
export interface Passing {
  /** Those right below that have not got it yet. */
  units: Unit[];
  chosen: Unit[];
  own: string;
  due: string;
  words: DraftWords;
  /** Why it can't go out so; null when it can. */
  problem: UserError | null;
}

/** What passes the part on: at first as the chat proposes it. Throws UserError where it is not to be passed on. */
export async function readPassing(
  ctx: Asking,
  { number, code }: { number: number; code: string },
  form: Form,
): Promise<Passing> {
  const unit = await getUnit(ctx, code);
  // Of no chat: a page has none.
  const found = await findAnswerTarget(ctx.db, { number, unitId: unit.id }, { chatId: 0, now: ctx.now });
  if (!found) throw new UserError('change.unknown', { number });
  const target = requireOpen(found);
  const units = await listUnpassed(ctx, target);
  const isFirst = Object.keys(form).length === 0;
  const said = schema.parse(form);
  const chosen = isFirst ? units : units.filter((one) => said.unit.includes(one.code));
  const own = said.own.replace(/\r\n?/g, '\n').trim();
  const words = await proposePassing(ctx, target, { units: chosen, own });
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  if (isFirst) {
    const due = words.dueAt ? typeDue(words.dueAt, zone) : '';
    return { units, chosen, own, due, words, problem: null };
  }
  const read = await attempt(() => readDue(ctx, said.due.trim() === '' ? null : said.due));
  const typed = read instanceof UserError ? null : read;
  const dueAt = form['act'] === 'move' ? ((await findMovedDue(ctx, typed)) ?? typed) : typed;
  const due = form['act'] === 'move' && dueAt ? typeDue(dueAt, zone) : said.due;
  const none = chosen.length === 0 ? new UserError('composing.fault.noTargets') : null;
  const problem = read instanceof UserError ? read : none;
  return { units, chosen, own, due, words: { ...words, dueAt }, problem };
}

async function attempt<T>(work: () => Promise<T>): Promise<T | UserError> {
  return work().catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
}
