import { z } from 'zod';
import { parseAudience } from '../../../core/audience/audience.js';
import { resolveAudience } from '../../../core/audience/resolve-audience.js';
import { findBranches } from '../../../core/authorise.js';
import { forgetAudience, forgetTemplate } from '../../../services/saved/forget-saved.js';
import { isOwn } from '../../../services/saved/require-own.js';
import { keepAudience } from '../../../services/saved/keep-audience.js';
import { listAudiences } from '../../../store/audiences.js';
import { listTemplates, type Template } from '../../../store/templates.js';
import { listUnits } from '../../../store/units.js';
import { readForm } from '../form.js';
import type { Visit } from '../page.js';
import { ButtonForm, TextField } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';
import type { Part } from './part.js';

type Audience = Awaited<ReturnType<typeof listAudiences>>[number];

const nameForm = z.object({ name: z.string().trim().max(60) });
const audienceForm = nameForm.extend({ words: z.string().trim().max(4_000) });

export const savedPart: Part = {
  right: 'send-directive',
  show: Saved,
  acts: {
    async keepAudience(deed, form) {
      const { name, words } = readForm(form, audienceForm);
      return { said: await keepAudience(deed, name, words.replace(/\s+/g, ' ')) };
    },
    forgetAudience: async (deed, form) => ({
      said: await forgetAudience(deed, readForm(form, nameForm).name),
    }),
    forgetTemplate: async (deed, form) => ({
      said: await forgetTemplate(deed, readForm(form, nameForm).name),
    }),
  },
};

/** Saved audiences with how many units they mean now, and templates. */
async function Saved(visit: Visit) {
  const { db, t, speaker } = visit;
  const [audiences, templates, units] = await Promise.all([
    listAudiences(db),
    listTemplates(db),
    listUnits(db),
  ]);
  const reach = findBranches(speaker.roles, 'send-directive');
  const countOf = (words: string) => resolveAudience(parseAudience(words), units, reach).unitIds.length;
  return (
    <>
      <section class="card" aria-labelledby="audiences">
        <h2 id="audiences">{t('organisation.audiences')}</h2>
        <div class="folds">
          <KeepAudience visit={visit} />
        </div>
        {audiences.length === 0 ? <p class="empty">{t('organisation.saved.noAudience')}</p> : null}
        <ul class="lines">
          {audiences.map((audience) => (
            <AudienceLine visit={visit} audience={audience} count={countOf(audience.words)} />
          ))}
        </ul>
      </section>
      <Templates visit={visit} templates={templates} />
    </>
  );
}

function AudienceLine({ visit, audience, count }: { visit: Visit; audience: Audience; count: number }) {
  const { t } = visit;
  const { name, words } = audience;
  return (
    <li>
      <span>
        <strong>{name}</strong> <span class="soft">{t('preview.units', { count })}</span>
      </span>
      <span class="soft">{words}</span>
      {isOwn(visit, audience) ? <Change visit={visit} name={name} words={words} /> : null}
    </li>
  );
}

function Change({ visit: { t }, name, words }: { visit: Visit; name: string; words: string }) {
  return (
    <details class="fold">
      <summary>{t('organisation.saved.change')}</summary>
      <form method="post" class="stack">
        <input type="hidden" name="name" value={name} />
        <label>
          {t('organisation.saved.words')}
          <input name="words" value={words} maxlength={4000} autocomplete="off" />
        </label>
        <div class="row">
          <button name="act" value="keepAudience" class="primary">
            {t('organisation.saved.save')}
          </button>
          <button name="act" value="forgetAudience" class="danger">
            {t('organisation.saved.forget')}
          </button>
        </div>
      </form>
    </details>
  );
}

function KeepAudience({ visit }: { visit: Visit }) {
  const { t } = visit;
  const field = { visit, act: 'keepAudience' };
  return (
    <Fold visit={visit} act="keepAudience" label={t('organisation.saved.newAudience')}>
      <div class="pair">
        <TextField {...field} name="name" label={t('organisation.saved.name')} most={30} />
        <TextField {...field} name="words" label={t('organisation.saved.words')} most={4000} />
      </div>
      <p class="fine">{t('organisation.saved.wordsHint')}</p>
      <button name="act" value="keepAudience" class="primary">
        {t('organisation.saved.save')}
      </button>
    </Fold>
  );
}

function Templates({ visit, templates }: { visit: Visit; templates: readonly Template[] }) {
  const { t } = visit;
  return (
    <section class="card" aria-labelledby="templates">
      <h2 id="templates">{t('organisation.templates')}</h2>
      <p class="fine">{t('organisation.saved.templateHint')}</p>
      {templates.length === 0 ? <p class="empty">{t('organisation.saved.noTemplate')}</p> : null}
      <ul class="lines">
        {templates.map((template) => (
          <li>
            <span>
              <strong>{template.name}</strong> {template.title}
            </span>
            <span class="soft">
              {t(`directive.kind.${template.kind}`)} · {template.audience}
            </span>
            <div class="row">
              <a class="button" href={`/admin/compose?template=${encodeURIComponent(template.name)}`}>
                {t('organisation.saved.use')}
              </a>
              {isOwn(visit, template) ? (
                <ButtonForm act="forgetTemplate" fields={{ name: template.name }} tone="quiet danger">
                  {t('organisation.saved.forget')}
                </ButtonForm>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
