import { z } from 'zod';
import { parseId } from '../../../core/action.js';
import { isAllowed } from '../../../core/authorise.js';
import { UserError } from '../../../core/errors.js';
import { pathOf } from '../../../core/tree.js';
import { accept, giveBack } from '../../../services/acceptance/decide.js';
import { findAwaited } from '../../../services/acceptance/find-awaited.js';
import { extend } from '../../../services/changes/extend-directive.js';
import { findChangeable, getDirective, mayChange } from '../../../services/changes/find-changeable.js';
import { getDelivery } from '../../../services/changes/find-delivery.js';
import { correctAnswer } from '../../../services/corrections/correct-answer.js';
import { excuseUnit } from '../../../services/corrections/excuse-unit.js';
import { findCorrectable } from '../../../services/corrections/find-correctable.js';
import type { Deed } from '../../../services/deed.js';
import { settleUncertain } from '../../../services/deliveries/settle-uncertain.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { getUnit } from '../../../services/find-unit.js';
import { refuse, settleMoot } from '../../../services/more-time/decide.js';
import { getDecidable } from '../../../services/more-time/find-decidable.js';
import { findDirective } from '../../../store/directives.js';
import {
  findPart,
  listThreadApprovals,
  listThreadDeliveries,
  listThreadReplies,
  type Part,
} from '../../../store/threads.js';
import { hasUnitsBelow, listPaths } from '../../../store/units.js';
import { readForm } from '../form.js';
import type { Page, Visit } from '../page.js';
import { PartActions, type PartRights } from '../part/part-actions.js';
import { PartHead } from '../part/part-head.js';
import { Thread } from '../part/thread.js';
import { getNumber, readNumber } from './directive.js';

const wordsSchema = z.object({ words: z.string().trim().max(2_000) });
const reasonSchema = z.object({ words: z.string().trim().min(1).max(500) });
const askedSchema = z.object({ id: z.string(), words: z.string().trim().max(500) });
const deliverySchema = z.object({ id: z.string() });

const codeOf = ({ params }: Visit) => params['code'] ?? '';

/** One unit's part of one directive: how it stands, all that passed, and what can be decided. */
export const partPage: Page = {
  path: '/directives/:number/:code',
  right: 'watch',
  nav: { under: '/directives' },
  show,
  acts: {
    async extend(deed, form, visit) {
      const { words } = readForm(form, wordsSchema);
      const directive = await findChangeable(deed, getNumber(visit));
      return { said: await extend(deed, directive, await getUnit(deed, codeOf(visit)), words) };
    },
    async refuse(deed, form) {
      const { id, words } = readForm(form, askedSchema);
      const request = await getDecidable(deed, parseId(id));
      return { said: (await settleMoot(deed, request)) ?? (await refuse(deed, request, words)) };
    },
    accept: async (deed, _form, visit) => ({ said: await accept(deed, await awaited(deed, visit)) }),
    async giveBack(deed, form, visit) {
      const { words } = readForm(form, reasonSchema);
      return { said: await giveBack(deed, await awaited(deed, visit), words) };
    },
    async correct(deed, form, visit) {
      const { words } = readForm(form, wordsSchema);
      const correction = await findCorrectable(deed, getNumber(visit), codeOf(visit), words);
      return { said: await correctAnswer(deed, correction, { raw: words, messageId: '' }) };
    },
    async excuse(deed, form, visit) {
      const { words } = readForm(form, wordsSchema);
      const correction = await findCorrectable(deed, getNumber(visit), codeOf(visit), words);
      return { said: await excuseUnit(deed, correction, true) };
    },
    async oblige(deed, _form, visit) {
      const correction = await findCorrectable(deed, getNumber(visit), codeOf(visit), '');
      return { said: await excuseUnit(deed, correction, false) };
    },
    there: async (deed, form) => ({ said: await settle(deed, readForm(form, deliverySchema), 'there') }),
    again: async (deed, form) => ({ said: await settle(deed, readForm(form, deliverySchema), 'again') }),
  },
};

const awaited = async (deed: Deed, visit: Visit) =>
  findAwaited(deed, await getDirective(deed, getNumber(visit)), codeOf(visit));

const settle = async (deed: Deed, { id }: { id: string }, verb: 'there' | 'again') =>
  settleUncertain(deed, await getDelivery(deed, parseId(id)), verb);

async function show(visit: Visit) {
  const { db, speaker } = visit;
  const number = readNumber(visit);
  const watcher = await findWatcher(db, speaker);
  const part = number === null ? null : await findPart(db, { number, unitCode: codeOf(visit) }, watcher);
  if (!part) return null;
  const [deliveries, replies, approvals, rights] = await Promise.all([
    listThreadDeliveries(db, part),
    listThreadReplies(db, part),
    listThreadApprovals(db, part),
    findRights(visit, part),
  ]);
  const asked = approvals.filter(({ state }) => state === 'open');
  const body = (
    <>
      <PartHead visit={visit} part={part} />
      <PartActions visit={visit} part={part} asked={asked} rights={rights} />
      <Thread
        visit={visit}
        part={part}
        thread={{ deliveries, replies, approvals }}
        maySettle={rights.change}
      />
    </>
  );
  return { title: `#${part.number} ${part.unitCode} ${part.unitName}`, body };
}

/** What the buttons of the page are shown by; the acts themselves ask again. */
async function findRights({ db, speaker }: Visit, { directiveId, unitId }: Part): Promise<PartRights> {
  const directive = await findDirective(db, directiveId);
  if (!directive) throw new UserError('admin.fault.form');
  const path = pathOf(await listPaths(db, [unitId]), unitId);
  return {
    change: await mayChange({ db, speaker }, directive),
    correct: isAllowed(speaker.roles, 'correct-answer', path),
    pass: isAllowed(speaker.roles, 'pass-on', path) && (await hasUnitsBelow(db, unitId)),
  };
}
