import { isAllowedSomewhere } from '../../../core/authorise.js';
import { authoriseSomewhere } from '../../../services/authorise.js';
import { listLimit } from '../../../services/units/read-unit-list.js';
import { calendarPart } from '../organisation/coming-days.js';
import { invitesPart } from '../organisation/invites.js';
import { logPart } from '../organisation/log.js';
import type { Part } from '../organisation/part.js';
import { peoplePart } from '../organisation/people.js';
import { savedPart } from '../organisation/saved.js';
import { settingsPart } from '../organisation/settings.js';
import { unitsPart } from '../organisation/unit-tree.js';
import type { Act, Page } from '../page.js';
import { Pills } from '../parts/find-form.js';

const path = '/admin/organisation';

const parts: Record<string, Part> = {
  units: unitsPart,
  people: peoplePart,
  invites: invitesPart,
  calendar: calendarPart,
  saved: savedPart,
  settings: settingsPart,
  log: logPart,
};

/** Who the organisation is: units and their groups, people, invitations, days off, what is saved, and who changed what. */
export const organisationPage: Page = {
  path: '/organisation',
  right: 'watch',
  nav: { label: 'organisation.title', icon: 'tree' },
  mostBytes: listLimit + 64 * 1024,
  async show(visit) {
    const { t, query, speaker } = visit;
    const wanted = query.get('show') ?? 'units';
    const allowed = Object.entries(parts).filter(([, { right }]) => isAllowedSomewhere(speaker.roles, right));
    const part = allowed.find(([name]) => name === wanted)?.[1];
    if (!part) return null;
    const body = (
      <>
        <h1>{t('organisation.title')}</h1>
        <Pills
          pills={allowed.map(([name]) => ({
            label: t(`organisation.part.${name}`),
            href: `${path}?show=${name}`,
            isOn: name === wanted,
          }))}
        />
        {await part.show(visit)}
      </>
    );
    return { title: `${t('organisation.title')}: ${t(`organisation.part.${wanted}`)}`, body };
  },
  acts: Object.fromEntries(Object.values(parts).flatMap(listActs)),
};

/** A part's acts are for those who see it; the services ask for which unit. */
function listActs({ right, acts = {} }: Part): [string, Act][] {
  return Object.entries(acts).map(([name, act]) => [
    name,
    async (deed, form, visit) => {
      authoriseSomewhere(deed, right);
      return act(deed, form, visit);
    },
  ]);
}
