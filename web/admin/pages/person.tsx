import { labelOf } from '../../../channels/platform-name.js';
import { parseId } from '../../../core/action.js';
import { UserError } from '../../../core/errors.js';
import { isAllowed } from '../../../core/authorise.js';
import { pathOf } from '../../../core/tree.js';
import { giveRole } from '../../../services/roles/change-role.js';
import { grantAction } from '../../../services/roles/read-grantable.js';
import { sayRole } from '../../../services/roles/say-role.js';
import { findPeopleReach } from '../../../services/roles/seen-people.js';
import { listAccounts, type LinkedAccount } from '../../../store/account-links.js';
import { findPerson } from '../../../store/people-list.js';
import { listRolesOf } from '../../../store/roles.js';
import { listUnits, type Unit } from '../../../store/units.js';
import { readForm } from '../form.js';
import { keepSeen, readRole, roleForm, RoleFields } from '../organisation/people.js';
import type { Page, Visit } from '../page.js';
import { ButtonForm, UnitCodes } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';
import { revokeRole } from '../person/revoke.js';

const idOf = ({ params }: Visit) => parseId(params['id'] ?? '') ?? 0;

/** One person: the accounts they speak with, and the roles they hold. */
export const personPage: Page = {
  path: '/organisation/people/:id',
  right: 'grant-lead',
  nav: { under: '/organisation' },
  show,
  acts: {
    async grantRole(deed, form, visit) {
      const bound = await readRole(deed, readForm(form, roleForm));
      const found = await findPerson(deed.db, idOf(visit), { unitIds: await findPeopleReach(deed) });
      if (!found) throw new UserError('admin.fault.form');
      return { said: await giveRole(deed, { ...bound, person: { personId: found.id, name: found.name } }) };
    },
    revokeRole,
  },
};

async function show(visit: Visit) {
  const { db, t } = visit;
  const unitIds = await findPeopleReach(visit);
  const person = await findPerson(db, idOf(visit), { unitIds });
  if (!person) return null;
  const [accounts, held, units] = await Promise.all([
    listAccounts(db, person.id),
    listRolesOf(db, person.id),
    listUnits(db),
  ]);
  const roles = keepSeen(held, unitIds);
  const title = person.name || t('log.nameless');
  const body = (
    <>
      <p class="crumbs">
        <a href="/admin/organisation?show=people">{t('organisation.part.people')}</a>
      </p>
      <h1>{title}</h1>
      <div class="halves">
        <section class="card" aria-labelledby="roles">
          <h2 id="roles">{t('organisation.person.roles')}</h2>
          {roles.length === 0 ? <p class="empty">{t('organisation.person.noRole')}</p> : null}
          <ul class="lines">
            {roles.map((role) => (
              <RoleLine visit={visit} person={person} role={role} units={units} />
            ))}
          </ul>
          <Grant visit={visit} units={units} />
        </section>
        <Accounts visit={visit} accounts={accounts} />
      </div>
    </>
  );
  return { title, body };
}

function Accounts({ visit, accounts }: { visit: Visit; accounts: readonly LinkedAccount[] }) {
  const { t, runtime } = visit;
  return (
    <section class="card" aria-labelledby="accounts">
      <h2 id="accounts">{t('organisation.person.accounts')}</h2>
      <ul class="lines">
        {accounts.map(({ channel, name, username }) => (
          <li>
            <strong>{labelOf(runtime.channels, channel)}</strong>
            <span>
              {name} {username === null ? '' : `@${username}`}
            </span>
          </li>
        ))}
      </ul>
      <p class="fine">{t(`organisation.person.${accounts.length > 1 ? 'linked' : 'howToLink'}`)}</p>
    </section>
  );
}

interface Held {
  visit: Visit;
  person: { id: number };
  role: Awaited<ReturnType<typeof listRolesOf>>[number];
  units: readonly Unit[];
}

function RoleLine({ visit, person, role: { kind, unitId }, units }: Held) {
  const { t, speaker } = visit;
  const unit = units.find(({ id }) => id === unitId) ?? null;
  const path = unit ? pathOf(units, unit.id) : [];
  return (
    <li>
      <span>{sayRole(t, kind, unit)}</span>
      {isAllowed(speaker.roles, grantAction(kind), path) ? (
        <ButtonForm
          act="revokeRole"
          fields={{ kind, code: unit?.code ?? '', person: String(person.id) }}
          tone="quiet danger"
        >
          {t('organisation.person.take', { role: t(`roles.kind.${kind}`) })}
        </ButtonForm>
      ) : null}
    </li>
  );
}

function Grant({ visit, units }: { visit: Visit; units: readonly Unit[] }) {
  const { t } = visit;
  return (
    <div class="folds">
      <UnitCodes units={units} />
      <Fold visit={visit} act="grantRole" label={t('organisation.person.give')}>
        <div class="pair">
          <RoleFields visit={visit} act="grantRole" />
        </div>
        <button name="act" value="grantRole" class="primary">
          {t('organisation.people.grantButton')}
        </button>
      </Fold>
    </div>
  );
}
