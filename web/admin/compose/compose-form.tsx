import type { Child } from 'hono/jsx';
import type { Attachment } from '../../../core/message.js';
import type { Visit } from '../page.js';
import { AudiencePicker, type Choices } from './audience-picker.js';
import { kinds, plans, type Fields } from './fields.js';
import { FileField } from './file-field.js';

interface Composing {
  visit: Visit;
  fields: Fields;
  choices: Choices;
  /** What goes along already. */
  kept: readonly Attachment[];
  /** What it would send. */
  preview: Child;
}

/** All of a directive in one form; what it would send stands beside it and follows what is typed. */
export function ComposeForm({ visit, fields, choices, kept, preview }: Composing) {
  return (
    <form
      method="post"
      action="/admin/compose"
      class="compose"
      enctype="multipart/form-data"
      hx-params="not file"
      hx-post="/admin/compose/preview"
      hx-trigger="input delay:500ms, change"
      hx-target="#preview"
      hx-select="#preview"
      hx-swap="outerHTML"
      hx-sync="this:queue last"
      hx-vals='{"act":"preview"}'
    >
      {fields.replaces === undefined ? null : (
        <input type="hidden" name="replaces" value={String(fields.replaces)} />
      )}
      <div class="stack">
        <Kind visit={visit} fields={fields} />
        <Targets visit={visit} fields={fields} choices={choices} />
        <Wording visit={visit} fields={fields} kept={kept} />
        <Further visit={visit} fields={fields} />
      </div>
      <Beside visit={visit} preview={preview} />
    </form>
  );
}

function Kind({ visit, fields }: Pick<Composing, 'visit' | 'fields'>) {
  const { t } = visit;
  return (
    <fieldset class="card stack">
      <legend class="visually-hidden">{t('composing.kind')}</legend>
      <div class="pills">
        {kinds.map((kind) => (
          <label class="pill">
            <input
              type="radio"
              name="kind"
              value={kind}
              {...(kind === fields.kind ? { checked: true } : {})}
            />
            {t(`directive.kind.${kind}`)}
          </label>
        ))}
      </div>
      <label class="tick">
        <input type="checkbox" name="urgent" value="1" {...(fields.urgent ? { checked: true } : {})} />
        {t('composing.urgent')}
      </label>
    </fieldset>
  );
}

function Targets({ visit, fields, choices }: Omit<Composing, 'preview' | 'kept'>) {
  const { t } = visit;
  return (
    <section class="card stack" aria-labelledby="to-title">
      <h2 id="to-title">{t('compose.part.targets')}</h2>
      <label>
        {t('composing.to')}
        <input name="to" value={fields.to} autocomplete="off" spellcheck={false} aria-describedby="to-hint" />
      </label>
      <p class="fine" id="to-hint">
        {t('composing.toHint')}
      </p>
      <AudiencePicker visit={visit} choices={choices} picked={new Set(fields.pick)} />
    </section>
  );
}

/** What it would send, and the way on. */
function Beside({ visit, preview }: Pick<Composing, 'visit' | 'preview'>) {
  const { t } = visit;
  return (
    <div class="stack beside">
      <section class="card" aria-labelledby="preview-title">
        <h2 id="preview-title">{t('composing.preview')}</h2>
        <div id="preview" class="stack" aria-live="polite">
          {preview}
        </div>
      </section>
      <div class="row">
        <button name="act" value="review" class="primary">
          {t('composing.review')}
        </button>
        <button name="act" value="preview">
          {t('composing.look')}
        </button>
      </div>
      <p class="fine">{t('composing.nothingLeaves')}</p>
      <Keep visit={visit} />
    </div>
  );
}

function Wording({ visit, fields, kept }: Pick<Composing, 'visit' | 'fields' | 'kept'>) {
  const { t } = visit;
  return (
    <section class="card stack" aria-label={t('compose.part.body')}>
      <label>
        {t('compose.part.title')}
        <input name="title" value={fields.title} autocomplete="off" />
      </label>
      <label>
        {t('compose.part.body')}
        <textarea name="body" rows={6}>
          {fields.body}
        </textarea>
      </label>
      <FileField visit={visit} kept={kept} />
      <label>
        {t('compose.part.deadline')}
        <input
          name="due"
          value={fields.due}
          autocomplete="off"
          placeholder={t('composing.duePlaceholder')}
          aria-describedby="due-hint"
        />
      </label>
      <p class="fine" id="due-hint">
        {t('composing.dueHint')}
      </p>
      <label class="when-collect">
        {t('compose.part.figure')}
        <input name="ask" value={fields.ask} autocomplete="off" placeholder={t('composing.askPlaceholder')} />
      </label>
    </section>
  );
}

function Further({ visit, fields }: Pick<Composing, 'visit' | 'fields'>) {
  const { t } = visit;
  const isSaid = fields.plan !== 'standard' || fields.acceptance || fields.quorum !== '';
  return (
    <details class="card fold" {...(isSaid ? { open: true } : {})}>
      <summary>{t('composing.further')}</summary>
      <div class="stack">
        <Reminders visit={visit} fields={fields} />
        <label class="tick">
          <input
            type="checkbox"
            name="acceptance"
            value="1"
            {...(fields.acceptance ? { checked: true } : {})}
          />
          {t('composing.acceptance')}
        </label>
        <label>
          {t('compose.part.quorum')}
          <input
            name="quorum"
            value={fields.quorum}
            autocomplete="off"
            placeholder={t('composing.quorumPlaceholder')}
          />
        </label>
      </div>
    </details>
  );
}

function Reminders({ visit, fields }: Pick<Composing, 'visit' | 'fields'>) {
  const { t } = visit;
  return (
    <>
      <label>
        {t('compose.part.reminders')}
        <select name="plan">
          {plans.map((plan) => (
            <option value={plan} {...(plan === fields.plan ? { selected: true } : {})}>
              {t(`composing.plan.${plan}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('composing.planWords')}
        <input
          name="planWords"
          value={fields.planWords}
          autocomplete="off"
          placeholder={t('composing.planPlaceholder')}
        />
      </label>
    </>
  );
}

/** To be used again: the whole as a template, or where it goes. */
function Keep({ visit }: { visit: Visit }) {
  const { t, form } = visit;
  const isOpen = form['act'] === 'saveTemplate' || form['act'] === 'saveAudience';
  return (
    <details class="fold card" {...(isOpen ? { open: true } : {})}>
      <summary>{t('composing.keep')}</summary>
      <div class="stack">
        <label>
          {t('composing.keepName')}
          <input
            name="name"
            maxlength={30}
            autocomplete="off"
            value={typeof form['name'] === 'string' ? form['name'] : ''}
          />
        </label>
        <p class="fine">{t('composing.keepHint')}</p>
        <div class="row">
          <button name="act" value="saveTemplate">
            {t('composing.saveTemplate')}
          </button>
          <button name="act" value="saveAudience">
            {t('composing.saveAudience')}
          </button>
        </div>
      </div>
    </details>
  );
}
