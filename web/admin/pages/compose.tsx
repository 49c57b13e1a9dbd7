import { z } from 'zod';
import { toRelativeDue } from '../../../core/compose/relative-due.js';
import { UserError } from '../../../core/errors.js';
import { getSpeaker } from '../../../services/authorise.js';
import { findMovedDue } from '../../../services/drafts/describe-due.js';
import { findOwnDraft } from '../../../services/drafts/find-draft.js';
import { storeDraft } from '../../../services/drafts/store-draft.js';
import { findPlace } from '../../../services/office-calendar.js';
import { keepAudience } from '../../../services/saved/keep-audience.js';
import { keepTemplate } from '../../../services/saved/keep-template.js';
import { findTemplate, listTemplates } from '../../../store/templates.js';
import { fileLimit } from '../../../services/drafts/keep-file.js';
import { listChoices } from '../compose/audience-picker.js';
import { ComposeForm } from '../compose/compose-form.js';
import {
  fieldsOfDraft,
  fieldsOfTemplate,
  readFields,
  targetsOf,
  typeDue,
  type Fields,
} from '../compose/fields.js';
import { findKept, readFiles } from '../compose/files.js';
import { LivePreview } from '../compose/preview.js';
import { readWords, requireWords } from '../compose/read-words.js';
import { readForm } from '../form.js';
import type { Act, Form, Page, Visit } from '../page.js';

const nameSchema = z.object({ name: z.string().trim().min(1).max(60) });
const path = '/compose';
const stay: Act = async () => ({ stays: true });

/** Writing a directive: nothing leaves from here, the next page asks. */
export const composePage: Page = {
  path,
  right: 'send-directive',
  nav: { label: 'composing.menu', icon: 'compose' },
  mostBytes: fileLimit + 256 * 1024,
  async show(visit) {
    const { db, t } = visit;
    const [fields, choices, templates] = await Promise.all([
      findFields(visit),
      listChoices(visit),
      listTemplates(db),
    ]);
    const kept = await findKept(visit, fields);
    const body = (
      <>
        <h1>{t('composing.title')}</h1>
        {templates.length > 0 ? <Templates visit={visit} names={templates.map(({ name }) => name)} /> : null}
        <ComposeForm
          visit={visit}
          fields={fields}
          choices={choices}
          kept={kept}
          preview={<LivePreview visit={visit} fields={fields} kept={kept} />}
        />
      </>
    );
    return { title: t('composing.title'), body };
  },
  acts: {
    preview: stay,
    move: stay,
    async review(deed, form) {
      const fields = readFields(form);
      const words = await requireWords(deed, fields);
      const before = fields.replaces === undefined ? null : await findOwnDraft(deed, fields.replaces);
      const attachments = await readFiles(deed, form, fields);
      const draft = await storeDraft(deed, getSpeaker(deed), { ...words, attachments }, before?.id ?? null);
      return { said: deed.t('composing.kept'), to: `${path}/${draft.id}` };
    },
    async saveTemplate(deed, form) {
      const { name } = readName(form);
      const { targets, dueAt, attachments: _, ...words } = await requireWords(deed, readFields(form));
      const dueWords = dueAt ? toRelativeDue(deed.now, dueAt, await findPlace(deed)) : null;
      await keepTemplate(deed, { ...words, name, audience: targets, dueWords, hasDue: dueAt !== null });
      return {
        said: deed.t('composing.templateKept', { name }),
        to: `${path}?template=${encodeURIComponent(name)}`,
      };
    },
    async saveAudience(deed, form) {
      const { name } = readName(form);
      return { said: await keepAudience(deed, name, targetsOf(readFields(form))), to: path };
    },
  },
};

/** What stands beside the form while it is filled in, fetched alone. */
export const previewPage: Page = {
  path: `${path}/preview`,
  right: 'send-directive',
  nav: { under: path },
  async show(visit) {
    const fields = readFields(visit.form);
    const body = (
      <div id="preview" class="stack" aria-live="polite">
        <LivePreview visit={visit} fields={fields} kept={await findKept(visit, fields)} />
      </div>
    );
    return { title: visit.t('composing.preview'), body };
  },
  acts: { preview: stay },
};

function readName(form: Form) {
  const { name } = form;
  if (typeof name !== 'string' || name.trim() === '') throw new UserError('composing.fault.noName');
  return readForm(form, nameSchema);
}

/** What was typed, else the draft or template that the address names, else nothing. */
async function findFields(visit: Visit): Promise<Fields> {
  const { db, t, query, form, runtime } = visit;
  const zone = runtime.settings.ORG_TIME_ZONE;
  if (Object.keys(form).length > 0) {
    const fields = readFields(form);
    const due = form['act'] === 'move' ? await moveDue(visit, fields, zone) : fields.due;
    return { ...fields, due };
  }
  const id = z.coerce.number().int().positive().max(2_147_483_647).safeParse(query.get('draft')).data;
  const draft = id === undefined ? null : await findOwnDraft(visit, id);
  if (draft && (draft.state === 'draft' || draft.state === 'scheduled')) return fieldsOfDraft(t, draft, zone);
  const name = query.get('template');
  const template = name === null ? null : await findTemplate(db, name);
  return template ? fieldsOfTemplate(t, template) : readFields({});
}

/** The same time on the next working day, as one would type it. */
async function moveDue(visit: Visit, fields: Fields, zone: string): Promise<string> {
  const { words } = await readWords(visit, fields);
  const moved = await findMovedDue(visit, words.dueAt);
  return moved ? typeDue(moved, zone) : fields.due;
}

function Templates({ visit, names }: { visit: Visit; names: readonly string[] }) {
  const { t } = visit;
  return (
    <nav class="pills" aria-label={t('composing.templates')}>
      <span class="soft">{t('composing.templates')}</span>
      {names.map((name) => (
        <a class="pill" href={`/admin/compose?template=${encodeURIComponent(name)}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
