import { z } from 'zod';
import { parseId } from '../../../core/action.js';
import { isAllowed } from '../../../core/authorise.js';
import { UserError } from '../../../core/errors.js';
import { pathOf } from '../../../core/tree.js';
import { locales } from '../../../locales/texts.js';
import type { Deed } from '../../../services/deed.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { setGroupLanguage, setGroupNaming } from '../../../services/groups/set-group.js';
import { listSeenInvites } from '../../../services/invites/open-invites.js';
import { listSeenRoles } from '../../../services/roles/list-seen-roles.js';
import { reviseUnit } from '../../../services/units/change-units.js';
import { removeUnits } from '../../../services/units/remove-units.js';
import { listUnitGroups } from '../../../store/groups.js';
import { listUnits, type Unit } from '../../../store/units.js';
import { readForm } from '../form.js';
import { calendarActs } from '../organisation/calendar-acts.js';
import { inviteActs } from '../organisation/invites.js';
import type { Page, Visit } from '../page.js';
import { revokeRole } from '../person/revoke.js';
import { UnitCalendar } from '../unit/calendar.js';
import { Facts } from '../unit/facts.js';
import { Groups } from '../unit/groups.js';
import { Codes, Holders } from '../unit/roles.js';

const factsForm = z.object({
  name: z.string().trim().max(300),
  parent: z.string().trim().max(60),
  tags: z.string().max(500),
  timeZone: z.string().trim().max(60),
});
const languageForm = z.object({ group: z.string(), locale: z.enum(locales) });
const namingForm = z.object({ group: z.string(), naming: z.enum(['on', 'off']) });
const codeOf = ({ params }: Visit) => params['code'] ?? '';

/** One unit as the organisation keeps it: its place, groups, people, codes and calendar. */
export const unitRecordPage: Page = {
  path: '/organisation/units/:code',
  right: 'watch',
  nav: { under: '/organisation' },
  show,
  acts: {
    ...inviteActs,
    ...calendarActs,
    revokeRole,
    reviseUnit: async (deed, form, visit) => ({
      said: await reviseUnit(deed, codeOf(visit), readForm(form, factsForm)),
    }),
    removeUnit: async (deed, _form, visit) => ({
      said: await removeUnits(deed, [codeOf(visit)]),
      to: '/organisation',
    }),
    async setLanguage(deed, form) {
      const { group, locale } = readForm(form, languageForm);
      return { said: await setGroupLanguage(deed, await getGroup(deed, group), locale) };
    },
    async setNaming(deed, form) {
      const { group, naming } = readForm(form, namingForm);
      return { said: await setGroupNaming(deed, await getGroup(deed, group), naming === 'on') };
    },
  },
};

/** A group of some unit; whether it is the visitor's to set, the services ask. */
async function getGroup({ db }: Deed, id: string) {
  const group = (await listUnitGroups(db)).find((one) => one.id === parseId(id));
  if (!group) throw new UserError('admin.fault.form');
  return group;
}

async function show(visit: Visit) {
  const { db, speaker } = visit;
  const [watcher, units] = [await findWatcher(db, speaker), await listUnits(db)];
  const unit = units.find(({ code }) => code === codeOf(visit).toUpperCase());
  if (!unit || (watcher.unitIds !== null && !watcher.unitIds.includes(unit.id))) return null;
  const path = pathOf(units, unit.id);
  const may = (action: Parameters<typeof isAllowed>[1]) => isAllowed(speaker.roles, action, path);
  const groups = await listUnitGroups(db, [unit.id]);
  const shown = { visit, unit, path };
  const body = (
    <>
      <Head visit={visit} unit={unit} units={units} />
      <div class="halves">
        <div class="stack">
          <Groups
            visit={visit}
            groups={groups}
            may={{ language: may('set-language'), naming: may('set-naming') }}
          />
          {may('grant-lead') ? <Holders {...shown} roles={await listRolesOf(visit, unit)} /> : null}
          {may('grant-lead') ? <Codes {...shown} open={await listCodesOf(visit, unit)} /> : null}
          {may('manage-units') ? <Facts visit={visit} unit={unit} units={units} /> : null}
        </div>
        <div class="stack">
          <UnitCalendar visit={visit} unit={unit} maySet={may('manage-calendar')} />
        </div>
      </div>
    </>
  );
  return { title: `${unit.code} ${unit.name}`, body };
}

const listRolesOf = async (visit: Visit, unit: Unit) =>
  (await listSeenRoles(visit)).filter(({ unitId }) => unitId === unit.id);

const listCodesOf = async (visit: Visit, unit: Unit) =>
  (await listSeenInvites(visit)).filter(({ invite }) => invite.unitId === unit.id);

function Head({ visit, unit, units }: { visit: Visit; unit: Unit; units: readonly Unit[] }) {
  const { t } = visit;
  const above = pathOf(units, unit.id).slice(1).reverse();
  const below = units.filter(({ parentId }) => parentId === unit.id);
  return (
    <>
      <p class="crumbs">
        <a href="/admin/organisation">{t('organisation.title')}</a>
        {above.map((id) => {
          const one = units.find((other) => other.id === id)!;
          return (
            <>
              {' › '}
              <a href={`/admin/organisation/units/${encodeURIComponent(one.code)}`}>{one.name}</a>
            </>
          );
        })}
      </p>
      <h1>
        <span class="soft">{unit.code}</span> {unit.name}
        {unit.tags.map((tag) => (
          <span class="chip">#{tag}</span>
        ))}
      </h1>
      <div class="row">
        <a class="button" href={`/admin/matrix/${encodeURIComponent(unit.code)}`}>
          {t('organisation.history')}
        </a>
        {below.length > 0 ? (
          <span class="soft">{t('organisation.below', { count: below.length })}</span>
        ) : null}
      </div>
    </>
  );
}
