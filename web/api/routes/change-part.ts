import { z } from 'zod';
import { getSpeaker } from '../../../services/authorise.js';
import { accept, giveBack } from '../../../services/acceptance/decide.js';
import { findAwaited } from '../../../services/acceptance/find-awaited.js';
import { extend } from '../../../services/changes/extend-directive.js';
import { findChangeable, getDirective } from '../../../services/changes/find-changeable.js';
import { getDelivery } from '../../../services/changes/find-delivery.js';
import { correctAnswer } from '../../../services/corrections/correct-answer.js';
import { excuseUnit } from '../../../services/corrections/excuse-unit.js';
import { findCorrectable } from '../../../services/corrections/find-correctable.js';
import type { Deed } from '../../../services/deed.js';
import { settleUncertain } from '../../../services/deliveries/settle-uncertain.js';
import { sendDraft } from '../../../services/drafts/send-draft.js';
import { storeDraft } from '../../../services/drafts/store-draft.js';
import { getUnit } from '../../../services/find-unit.js';
import { refuse, settleMoot } from '../../../services/more-time/decide.js';
import { getDecidable } from '../../../services/more-time/find-decidable.js';
import { readPassing } from '../../admin/pass/read-passing.js';
import type { Visit } from '../../admin/page.js';
import { readMoment } from '../read-moment.js';
import { acts } from '../route.js';
import { about, noBody, reasonBody, said } from '../schemas.js';
import { codeOf, numberOf } from './directives.js';

const path = '/directives/{number}/parts/{code}';
const shared = { tag: 'directives', right: 'watch', scope: 'write', answer: said } as const;
const awaited = async (deed: Deed, visit: Visit) =>
  findAwaited(deed, await getDirective(deed, numberOf(visit)), codeOf(visit));

const extendRoute = acts({
  ...{ ...shared, name: 'extendPart', path: `${path}/extend` },
  body: z.object({ due: z.string().trim().min(1).max(2_000).meta(about('dueOfPart')) }),
  async run(deed, { due }, visit) {
    const directive = await findChangeable(deed, numberOf(visit));
    const unit = await getUnit(deed, codeOf(visit));
    return { said: await extend(deed, directive, unit, readMoment(due, deed.runtime.settings)) };
  },
});

const refuseRoute = acts({
  ...{ ...shared, name: 'refuseMoreTime', path: '/approvals/{id}/refuse' },
  body: z.object({ words: z.string().trim().max(500).default('') }),
  async run(deed, { words }, { params }) {
    const request = await getDecidable(deed, Number(params['id']));
    return { said: (await settleMoot(deed, request)) ?? (await refuse(deed, request, words)) };
  },
});

const acceptRoute = acts({
  ...{ ...shared, name: 'acceptPart', path: `${path}/accept`, body: noBody },
  run: async (deed, _body, visit) => ({ said: await accept(deed, await awaited(deed, visit)) }),
});

const returnRoute = acts({
  ...{ ...shared, name: 'returnPart', path: `${path}/return` },
  body: z.object({ words: z.string().trim().min(1).max(500) }),
  run: async (deed, { words }, visit) => ({ said: await giveBack(deed, await awaited(deed, visit), words) }),
});

const correctRoute = acts({
  ...{ ...shared, name: 'correctPart', path: `${path}/correct` },
  body: z.object({ words: z.string().trim().min(1).max(2_000).meta(about('correction')) }),
  async run(deed, { words }, visit) {
    const correction = await findCorrectable(deed, numberOf(visit), codeOf(visit), words);
    return { said: await correctAnswer(deed, correction, { raw: words, messageId: '' }) };
  },
});

const excuseRoute = acts({
  ...{ ...shared, name: 'excusePart', path: `${path}/excuse` },
  body: reasonBody,
  async run(deed, { words }, visit) {
    const correction = await findCorrectable(deed, numberOf(visit), codeOf(visit), words);
    return { said: await excuseUnit(deed, correction, true) };
  },
});

const obligeRoute = acts({
  ...{ ...shared, name: 'obligePart', path: `${path}/oblige`, body: noBody },
  async run(deed, _body, visit) {
    const correction = await findCorrectable(deed, numberOf(visit), codeOf(visit), '');
    return { said: await excuseUnit(deed, correction, false) };
  },
});

const passRoute = acts({
  ...{
    name: 'passPart',
    tag: 'directives',
    path: `${path}/pass`,
    right: 'pass-on',
    scope: 'send',
    status: 201,
  },
  body: z.object({
    units: z.array(z.string().max(60)).max(500).optional().meta(about('passUnits')),
    own: z.string().max(20_000).default('').meta(about('passOwn')),
    due: z.string().trim().max(200).optional().meta(about('passDue')),
  }),
  answer: z.object({ number: z.int() }),
  async run(deed, { units, own, due }, visit) {
    const part = { number: numberOf(visit), code: codeOf(visit) };
    const proposed = await readPassing(deed, part, {});
    const form = {
      unit: units ?? proposed.units.map(({ code }) => code),
      due: due === undefined ? proposed.due : readMoment(due, deed.runtime.settings),
      own,
    };
    const { words, problem } = await readPassing(deed, part, form);
    if (problem) throw problem;
    return { number: await sendDraft(deed, await storeDraft(deed, getSpeaker(deed), words)) };
  },
});

const settleRoute = acts({
  ...{ ...shared, name: 'settleDelivery', path: '/deliveries/{id}/settle' },
  body: z.object({ as: z.enum(['there', 'again']).meta(about('settleAs')) }),
  run: async (deed, body, { params }) => ({
    said: await settleUncertain(deed, await getDelivery(deed, Number(params['id'])), body.as),
  }),
});

export const changePartRoutes = [
  extendRoute,
  acceptRoute,
  returnRoute,
  correctRoute,
  excuseRoute,
  obligeRoute,
  passRoute,
  refuseRoute,
  settleRoute,
];
