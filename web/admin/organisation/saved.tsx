import { parseAudience } from '../../../core/audience/audience.js';
import { resolveAudience } from '../../../core/audience/resolve-audience.js';
import { findBranches } from '../../../core/authorise.js';
import type { Translate } from '../../../locales/texts.js';
import { listAudiences } from '../../../store/audiences.js';
import { listTemplates, type Template } from '../../../store/templates.js';
import { listUnits } from '../../../store/units.js';
import type { Visit } from '../page.js';

/** Saved audiences with how many units they mean now, and templates. */
export async function Saved(visit: Visit) {
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
        {audiences.length === 0 ? <p class="empty">{t('audience.none')}</p> : null}
        <ul class="lines">
          {audiences.map(({ name, words }) => (
            <li>
              <strong>{name}</strong>
              <span class="soft">
                {words} · {t('preview.units', { count: countOf(words) })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Templates t={t} templates={templates} />
    </>
  );
}

function Templates({ t, templates }: { t: Translate; templates: readonly Template[] }) {
  return (
    <section class="card" aria-labelledby="templates">
      <h2 id="templates">{t('organisation.templates')}</h2>
      {templates.length === 0 ? <p class="empty">{t('template.none')}</p> : null}
      <ul class="lines">
        {templates.map(({ name, kind, title, audience }) => (
          <li>
            <span>
              <strong>{name}</strong> {title}
            </span>
            <span class="soft">
              {t(`directive.kind.${kind}`)} · {audience}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
