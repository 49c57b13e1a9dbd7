import { proposeEarlierDue } from '../../core/cascade/earlier-due.js';
import { UserError } from '../../core/errors.js';
import type { Attachment } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import { listUnitsBelow } from '../../store/cascade.js';
import { findDirective } from '../../store/directives.js';
import type { Unit } from '../../store/units.js';
import type { Asking } from '../deed.js';
import type { DraftWords } from '../drafts/words.js';
import { findCalendar } from '../office-calendar.js';
import { addOwnWords } from './own-words.js';
import { listReach } from './read-reach.js';

/** The part that is passed on. */
interface Source {
  assignmentId: number;
  directiveId: number;
  unitId: number;
  unitCode: string;
  number: number;
  dueAt: Date | null;
}

/** The units right below that have not got it yet. Throws UserError without the right to, or when there is none. */
export async function listUnpassed(ctx: Asking, source: Source): Promise<Unit[]> {
  const { number, assignmentId, unitCode: code } = source;
  const reach = await listReach(ctx, assignmentId);
  if (reach.length === 0) throw new UserError('cascade.noUnits', { code });
  const known = await listUnitsBelow(ctx.db, assignmentId);
  const rest = reach.filter(({ id }) => !known.some(({ unitId }) => unitId === id));
  const scheduled = ctx.t('cascade.scheduled');
  const named = known.map((one) => (one.number === null ? scheduled : `#${one.number}`));
  const numbers = [...new Set(named)].join(', ');
  if (rest.length === 0) throw new UserError('cascade.already', { number, numbers });
  return rest;
}

/** What passes a part on to these units: the directive's own words with the lead's before them and an earlier deadline. */
export async function proposePassing(
  ctx: Asking,
  source: Source,
  { units, own }: { units: readonly Unit[]; own: string },
): Promise<DraftWords> {
  const { assignmentId, unitId, dueAt } = source;
  const directive = (await findDirective(ctx.db, source.directiveId))!;
  const { kind, urgent, title } = directive;
  return {
    ...{ kind, urgent, title, reminders: null, terms: {}, passedFromId: assignmentId },
    answer: directive.answer as unknown as AnswerSpec | null,
    attachments: directive.attachments as unknown as Attachment[],
    targets: units.map(({ code }) => code).join(' '),
    body: await addOwnWords(ctx, assignmentId, own),
    dueAt: proposeEarlierDue(dueAt, ctx.now, {
      zone: ctx.runtime.settings.ORG_TIME_ZONE,
      calendar: await findCalendar(ctx, unitId),
    }),
  };
}
