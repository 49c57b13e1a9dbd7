import { z } from 'zod';
import { cleanTitle } from '../../../core/compose/request.js';
import { getSpeaker } from '../../../services/authorise.js';
import type { Deed } from '../../../services/deed.js';
import { findOwnDraft, getOwnDraft } from '../../../services/drafts/find-draft.js';
import { getOwnFile } from '../../../services/drafts/get-own-file.js';
import { scheduleDraft } from '../../../services/drafts/schedule-draft.js';
import { dropDraft, sendDraft } from '../../../services/drafts/send-draft.js';
import { storeDraft } from '../../../services/drafts/store-draft.js';
import { findDirective } from '../../../store/directives.js';
import { plans, readFields, type Fields } from '../../admin/compose/fields.js';
import { requireWords } from '../../admin/compose/read-words.js';
import type { Visit } from '../../admin/page.js';
import { readMoment } from '../read-moment.js';
import { acts, reads } from '../route.js';
import { about, answerSpec, kind, maybeMoment, noBody, noQuery, said } from '../schemas.js';

const idOf = ({ params }: Pick<Visit, 'params'>) => Number(params['id']);
const shared = { tag: 'drafts', right: 'send-directive', scope: 'send' } as const;

const draftSchema = z
  .object({
    id: z.int(),
    state: z.enum(['draft', 'scheduled', 'open', 'closed', 'cancelled', 'discarded']),
    number: z.int().nullable().meta(about('numberOfDraft')),
    kind,
    ...{ urgent: z.boolean(), to: z.string(), units: z.int(), title: z.string(), body: z.string() },
    spec: answerSpec.nullable(),
    attachments: z.int(),
    ...{ dueAt: maybeMoment, sendAt: maybeMoment },
  })
  .meta({ id: 'Draft' });

export const wish = z.object({
  kind: kind.default('task'),
  urgent: z.boolean().default(false),
  to: z.string().max(4_000).meta(about('to')),
  title: z.string().max(2_000),
  body: z.string().max(20_000).default(''),
  due: z.string().max(200).default('').meta(about('due')),
  ask: z.string().max(1_000).default('').meta(about('ask')),
  plan: z.enum(plans).default('standard').meta(about('plan')),
  planWords: z.string().max(200).default('').meta(about('planWords')),
  acceptance: z.boolean().default(false),
  quorum: z.string().max(500).default('').meta(about('quorum')),
  fileId: z.int().positive().max(2_147_483_647).optional().meta(about('fileId')),
  send: z.string().trim().max(200).default('draft').meta(about('send')),
});

/** What a draft has become, by its id. */
async function showDraft({ db }: Pick<Deed, 'db'>, id: number): Promise<z.input<typeof draftSchema>> {
  const draft = await findDirective(db, id);
  if (!draft) throw new Error(`no draft ${id}`);
  const { audience: to, unitIds, answer, attachments, ...rest } = draft;
  const spec = answer as z.input<typeof answerSpec> | null;
  return { ...rest, to, units: unitIds.length, spec, attachments: (attachments as unknown[]).length };
}

/** `now` sends it, `draft` leaves it for the last look, all else is when it goes out by itself. */
async function goOut(deed: Deed, id: number, when: string): Promise<void> {
  if (when === 'draft') return;
  if (when === 'now') await sendDraft(deed, await getOwnDraft(deed, id, ['draft', 'scheduled']));
  else await scheduleDraft(deed, id, readMoment(when, deed.runtime.settings));
}

const create = acts({
  ...{ ...shared, name: 'createDirective', path: '/directives', status: 201 },
  body: wish,
  answer: draftSchema,
  async run(deed, { send, due, fileId, ...body }) {
    const typed: Fields = {
      ...{ ...readFields({}), ...body, title: cleanTitle(body.title) },
      due: readMoment(due, deed.runtime.settings),
    };
    const words = await requireWords(deed, typed);
    const attachments = fileId === undefined ? [] : [await getOwnFile(deed, fileId)];
    const { id } = await storeDraft(deed, getSpeaker(deed), { ...words, attachments });
    await goOut(deed, id, send);
    return showDraft(deed, id);
  },
});

const one = reads({
  ...{ name: 'getDraft', tag: 'drafts', path: '/drafts/{id}', right: 'send-directive', query: noQuery },
  answer: draftSchema,
  async show(visit) {
    const draft = await findOwnDraft(visit, idOf(visit));
    return draft && showDraft(visit, draft.id);
  },
});

const send = acts({
  ...{ ...shared, name: 'sendDraft', path: '/drafts/{id}/send', body: noBody, answer: draftSchema },
  async run(deed, _body, visit) {
    await goOut(deed, idOf(visit), 'now');
    return showDraft(deed, idOf(visit));
  },
});

const schedule = acts({
  ...{ ...shared, name: 'scheduleDraft', path: '/drafts/{id}/schedule', answer: draftSchema },
  body: z.object({ when: z.string().trim().min(1).max(200).meta(about('when')) }),
  async run(deed, { when }, visit) {
    const { id } = await getOwnDraft(deed, idOf(visit), ['draft']);
    await scheduleDraft(deed, id, readMoment(when, deed.runtime.settings));
    return showDraft(deed, id);
  },
});

const drop = acts({
  ...{ ...shared, name: 'dropDraft', path: '/drafts/{id}/drop', body: noBody, answer: said },
  async run(deed, _body, visit) {
    const draft = await getOwnDraft(deed, idOf(visit), ['draft', 'scheduled']);
    await dropDraft(deed, draft);
    return { said: deed.t('preview.dropped', { title: draft.title }) };
  },
});

export const draftRoutes = [create, one, send, schedule, drop];
