import { z } from 'zod';
import { parseId } from '../../../core/action.js';
import { UserError } from '../../../core/errors.js';
import type { Attachment } from '../../../core/message.js';
import { getSpeaker } from '../../../services/authorise.js';
import type { Deed } from '../../../services/deed.js';
import { findMovedDue } from '../../../services/drafts/describe-due.js';
import { findOwnDraft, getOwnDraft } from '../../../services/drafts/find-draft.js';
import { scheduleDraft } from '../../../services/drafts/schedule-draft.js';
import { dropDraft, sendDraft } from '../../../services/drafts/send-draft.js';
import { storeDraft } from '../../../services/drafts/store-draft.js';
import type { AnswerSpec } from '../../../core/reading/answer.js';
import type { ReminderSteps } from '../../../core/reminders/reminder-steps.js';
import type { Directive } from '../../../store/directives.js';
import { fromTermsColumn } from '../../../store/terms.js';
import { Preview } from '../compose/preview.js';
import { readForm } from '../form.js';
import type { Page, Visit } from '../page.js';
import { Moment } from '../parts/moment.js';
import { WordsFold } from '../parts/words-fold.js';

const whenSchema = z.object({ when: z.string().trim().max(200) });
const idOf = ({ params }: Pick<Visit, 'params'>) => parseId(params['id'] ?? '');

/** A draft as it would go out: the last look, and the word that sends it. A draft is sent once, however often it is pressed. */
export const draftPage: Page = {
  path: '/compose/:id',
  right: 'send-directive',
  nav: { under: '/compose' },
  show,
  acts: {
    async send(deed, _form, visit) {
      const draft = await getOwnDraft(deed, idOf(visit), ['draft', 'scheduled']);
      const number = await sendDraft(deed, draft);
      return { said: deed.t('preview.sent', { number, title: draft.title }), to: `/directives/${number}` };
    },
    async later(deed, form, visit) {
      const { when } = readForm(form, whenSchema);
      const { id } = await getOwnDraft(deed, idOf(visit), ['draft']);
      return { said: await scheduleDraft(deed, id, when) };
    },
    async move(deed, _form, visit) {
      const draft = await getOwnDraft(deed, idOf(visit), ['draft']);
      return { said: deed.t('composing.moved'), to: `/compose/${await moveDue(deed, draft)}` };
    },
    async drop(deed, _form, visit) {
      const draft = await getOwnDraft(deed, idOf(visit), ['draft', 'scheduled']);
      await dropDraft(deed, draft);
      return { said: deed.t('preview.dropped', { title: draft.title }), to: '/compose' };
    },
  },
};

/** A draft never changes: the one with the later deadline takes its place. Returns its id. */
async function moveDue(deed: Deed, draft: Directive): Promise<number> {
  const { kind, urgent, audience, title, body } = draft;
  const dueAt = await findMovedDue(deed, draft.dueAt);
  if (!dueAt) throw new UserError('error.oldButton');
  const words = {
    ...{ kind, urgent, targets: audience, title, body, dueAt },
    answer: draft.answer as unknown as AnswerSpec | null,
    reminders: draft.reminders as unknown as ReminderSteps | null,
    terms: fromTermsColumn(draft.terms),
    attachments: draft.attachments as unknown as Attachment[],
  };
  return (await storeDraft(deed, getSpeaker(deed), words, draft.id)).id;
}

async function show(visit: Visit) {
  const { t } = visit;
  const id = idOf(visit);
  const draft = id === null ? null : await findOwnDraft(visit, id);
  if (!draft) return null;
  const body = (
    <>
      <p class="crumbs">
        <a href="/admin/compose">{t('composing.title')}</a>
      </p>
      <h1>{draft.title}</h1>
      {draft.state === 'draft' || draft.state === 'scheduled' ? (
        <Waiting visit={visit} draft={draft} />
      ) : (
        <Settled visit={visit} draft={draft} />
      )}
    </>
  );
  return { title: draft.title, body };
}

function Waiting({ visit, draft }: { visit: Visit; draft: Directive }) {
  const { t } = visit;
  return (
    <div class="columns">
      <form method="post" class="card stack">
        <h2>{t('composing.groupsSee')}</h2>
        <Preview visit={visit} proposed={draft} />
      </form>
      <section class="card stack" aria-labelledby="decide">
        <h2 id="decide">{t('composing.decide')}</h2>
        {draft.sendAt ? (
          <p>
            {t('directives.goesOut')} <Moment visit={visit} at={draft.sendAt} />
          </p>
        ) : null}
        <form method="post" class="row">
          <button name="act" value="send" class="primary">
            {t('preview.button.send')}
          </button>
          <a class="button" href={`/admin/compose?draft=${draft.id}`}>
            {t('preview.button.change')}
          </a>
          <button name="act" value="drop" class="danger">
            {t('preview.button.drop')}
          </button>
        </form>
        {draft.state === 'draft' ? (
          <WordsFold
            {...{ visit, act: 'later', name: 'when', most: 200 }}
            label={t('preview.button.later')}
            asks={t('composing.when')}
            hint={t('composing.whenHint')}
          />
        ) : null}
      </section>
    </div>
  );
}

/** It went out, or was let go. */
function Settled({ visit, draft }: { visit: Visit; draft: Directive }) {
  const { t } = visit;
  return draft.number === null ? (
    <p class="soft">{t('preview.settled.discarded')}</p>
  ) : (
    <p>
      <a class="button primary" href={`/admin/directives/${draft.number}`}>
        #{draft.number} {draft.title}
      </a>
    </p>
  );
}
