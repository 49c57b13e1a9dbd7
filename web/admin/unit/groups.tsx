import { labelOf } from '../../../channels/platform-name.js';
import { locales } from '../../../locales/texts.js';
import type { ChatWithUnit } from '../../../store/chats.js';
import type { Visit } from '../page.js';
import { ButtonForm } from '../parts/fields.js';
import { Ago, Moment } from '../parts/moment.js';

interface Grouped {
  visit: Visit;
  groups: readonly ChatWithUnit[];
  may: { language: boolean; naming: boolean };
}

/** Where the unit hears the bot, and how it is spoken to there. */
export function Groups({ visit, groups, may }: Grouped) {
  const { t } = visit;
  return (
    <section class="card" aria-labelledby="groups">
      <h2 id="groups">{t('organisation.group.title')}</h2>
      {groups.length === 0 ? <p class="empty">{t('units.group.noGroup')}</p> : null}
      <ul class="lines">
        {groups.map((group) => (
          <Group visit={visit} group={group} may={may} />
        ))}
      </ul>
    </section>
  );
}

function Group({ visit, group, may }: Omit<Grouped, 'groups'> & { group: ChatWithUnit }) {
  const { t, runtime } = visit;
  const { id, channel, title, naming } = group;
  const locale = locales.find((one) => one === group.locale) ?? runtime.settings.ORG_LOCALE;
  const fields = { group: String(id) };
  return (
    <li>
      <span>
        <strong>{labelOf(runtime.channels, channel)}</strong> {title}
      </span>
      <LifeSign visit={visit} group={group} />
      <span class="fine">
        {t(`admin.frame.language.${locale}`)} · {t(`organisation.group.naming.${naming ? 'on' : 'off'}`)}
      </span>
      <div class="row">
        {may.language
          ? locales
              .filter((one) => one !== locale)
              .map((one) => (
                <ButtonForm act="setLanguage" fields={{ ...fields, locale: one }}>
                  {t('organisation.group.speak', { language: t(`admin.frame.language.${one}`) })}
                </ButtonForm>
              ))
          : null}
        {may.naming ? (
          <ButtonForm act="setNaming" fields={{ ...fields, naming: naming ? 'off' : 'on' }}>
            {t(`organisation.group.setNaming.${naming ? 'off' : 'on'}`)}
          </ButtonForm>
        ) : null}
      </div>
    </li>
  );
}

/** When the group was last heard, or since when it is lost. */
export function LifeSign({ visit, group }: { visit: Visit; group: ChatWithUnit }) {
  const { t } = visit;
  const { state, unreachableAt, lastSeenAt, boundAt, createdAt } = group;
  if (state !== 'unreachable')
    return (
      <span class="fine">
        {t('organisation.heard')} <Ago visit={visit} at={lastSeenAt ?? boundAt ?? createdAt} />
      </span>
    );
  return (
    <span class="fine">
      <span class="chip bad">{t('units.group.lost')}</span>{' '}
      {unreachableAt ? (
        <>
          {t('organisation.since')} <Moment visit={visit} at={unreachableAt} />
        </>
      ) : null}
    </span>
  );
}
