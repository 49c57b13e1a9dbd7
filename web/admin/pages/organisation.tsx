import type { Child } from 'hono/jsx';
import { isAllowedSomewhere, type Action } from '../../../core/authorise.js';
import { changeUnits } from '../../../services/units/change-units.js';
import { z } from 'zod';
import { readForm } from '../form.js';
import { ComingDays } from '../organisation/coming-days.js';
import { Log } from '../organisation/log.js';
import { Roles } from '../organisation/roles.js';
import { Saved } from '../organisation/saved.js';
import { UnitTree } from '../organisation/unit-tree.js';
import type { Page, Visit } from '../page.js';
import { Pills } from '../parts/find-form.js';

const path = '/admin/organisation';

/** The parts of the page, each for those who may ask for the same in a chat. */
const parts: Record<string, { right: Action; show: (visit: Visit) => Promise<Child> }> = {
  units: { right: 'watch', show: UnitTree },
  people: { right: 'grant-lead', show: Roles },
  calendar: { right: 'watch', show: ComingDays },
  saved: { right: 'send-directive', show: Saved },
  log: { right: 'read-log', show: Log },
};

/** Who the organisation is: units and their groups, people, days off, what is saved, and who changed what. */
export const organisationPage: Page = {
  path: '/organisation',
  right: 'watch',
  nav: { label: 'organisation.title', icon: 'tree' },
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
  acts: {
    async move(deed, form) {
      const { code, parent } = readForm(form, moveForm);
      return { said: await changeUnits(deed, [{ op: 'move', code, parent }]) };
    },
  },
};

const moveForm = z.object({ code: z.string().trim().min(1).max(60), parent: z.string().trim().max(60) });
