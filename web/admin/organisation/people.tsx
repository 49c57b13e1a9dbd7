import { z } from 'zod';
import { labelOf } from '../../../channels/platform-name.js';
import type { RoleKind } from '../../../core/authorise.js';
import { UserError } from '../../../core/errors.js';
import type { Deed } from '../../../services/deed.js';
import { giveRole } from '../../../services/roles/change-role.js';
import { grantableKinds, readGrantable } from '../../../services/roles/read-grantable.js';
import { sayRole } from '../../../services/roles/say-role.js';
import { findPeopleReach } from '../../../services/roles/seen-people.js';
import { findByUsername } from '../../../store/people.js';
import { listPeople, type ListedPerson } from '../../../store/people-list.js';
import { listUnits, type Unit } from '../../../store/units.js';
import { readForm } from '../form.js';
import type { Visit } from '../page.js';
import { Choice, TextField, UnitCodes, UnitField } from '../parts/fields.js';
import { FindForm, Pills } from '../parts/find-form.js';
import { Fold } from '../parts/fold.js';
import { Pager, readPage, withQuery } from '../parts/pager.js';
import type { Part } from './part.js';

const size = 50;
const path = '/admin/organisation';
const holding = ['some', 'none', 'any'] as const;
const kinds = ['owner', 'admin', 'issuer', 'lead', 'viewer'] as const satisfies readonly RoleKind[];

/** A role as a form names it. */
export const roleForm = z.object({ kind: z.enum(kinds), code: z.string().trim().max(60) });
const grantForm = roleForm.extend({ who: z.string().trim().max(100) });

/** The role that a form means, if the visitor may give it. Throws UserError. */
export const readRole = (deed: Deed, { kind, code }: z.infer<typeof roleForm>) =>
  readGrantable(deed, kind, code === '' ? undefined : code, 'organisation.fault.roleUnit');

export const peoplePart: Part = {
  right: 'grant-lead',
  show: People,
  acts: {
    async grantRole(deed, form, visit) {
      const { who, ...role } = readForm(form, grantForm);
      const bound = await readRole(deed, role);
      return { said: await giveRole(deed, { ...bound, person: await findNamed(deed, visit, who) }) };
    },
  },
};

/** By username, on the visitor's own channel before the others. */
async function findNamed({ db }: Deed, { runtime, channel }: Visit, who: string) {
  const username = who.replace(/^@/, '');
  const names = [channel, ...[...runtime.channels.keys()].filter((name) => name !== channel)];
  for (const name of names) {
    const found = username === '' ? null : await findByUsername(db, name, username);
    if (found) return found;
  }
  throw new UserError('organisation.fault.unknownPerson', { username: `@${username}` });
}

/** Everybody whom the bot has met, with their accounts and roles, as far as the reader gives roles. */
async function People(visit: Visit) {
  const { db, t, query } = visit;
  const words = (query.get('q') ?? '').trim().slice(0, 100);
  const roles = holding.find((name) => name === query.get('roles')) ?? 'some';
  const page = readPage(query);
  const unitIds = await findPeopleReach(visit);
  const [{ rows, total }, units] = await Promise.all([
    listPeople(db, { unitIds, words, roles, offset: page * size, most: size }),
    listUnits(db),
  ]);
  return (
    <section class="card" aria-labelledby="people">
      <h2 id="people">
        {t('organisation.part.people')} <span class="count">{total}</span>
      </h2>
      <Narrowing visit={visit} words={words} roles={roles} />
      <Grant visit={visit} units={units} />
      {rows.length === 0 ? <p class="empty">{t('organisation.people.nobody')}</p> : null}
      <ul class="lines">
        {rows.map((person) => (
          <PersonLine
            visit={visit}
            person={{ ...person, roles: keepSeen(person.roles, unitIds) }}
            units={units}
          />
        ))}
      </ul>
      <Pager visit={visit} path={path} page={page} size={size} total={total} />
    </section>
  );
}

function Narrowing({ visit, words, roles }: { visit: Visit; words: string; roles: string }) {
  const { t, query } = visit;
  return (
    <div class="filters">
      <Pills
        pills={holding.map((one) => ({
          label: t(`organisation.people.${one}`),
          href: withQuery(path, query, { show: 'people', roles: one, page: '' }),
          isOn: one === roles,
        }))}
      />
      <FindForm
        visit={visit}
        path={path}
        label={t('organisation.people.find')}
        words={words}
        keep={{ show: 'people', roles }}
      />
    </div>
  );
}

/** Roles elsewhere are not the reader's to see. */
export function keepSeen<T extends { unitId: number | null }>(
  roles: T[],
  unitIds: readonly number[] | null,
): T[] {
  return unitIds === null ? roles : roles.filter(({ unitId }) => unitId !== null && unitIds.includes(unitId));
}

function PersonLine({
  visit,
  person: { id, name, accounts, roles },
  units,
}: {
  visit: Visit;
  person: ListedPerson;
  units: readonly Unit[];
}) {
  const { t } = visit;
  const held = roles.map(({ kind, unitId }) =>
    sayRole(t, kind, units.find((unit) => unit.id === unitId) ?? null),
  );
  return (
    <li>
      <span class="what">
        <a href={`${path}/people/${id}`}>
          <strong>{name || t('log.nameless')}</strong>
        </a>
      </span>
      <span class="soft">{accounts.map((account) => sayAccount(visit, account, name)).join(' · ')}</span>
      {held.length === 0 ? null : <span>{held.join('; ')}</span>}
    </li>
  );
}

/** `Telegram: Lan (@lan)`; the name where it is not the person's own. */
export function sayAccount(
  { runtime }: Pick<Visit, 'runtime'>,
  account: ListedPerson['accounts'][number],
  own: string,
): string {
  const name = account.name === own ? '' : account.name;
  const username = account.username === null ? '' : `@${account.username}`;
  const about = [name, username].filter((word) => word !== '').join(' ');
  const platform = labelOf(runtime.channels, account.channel);
  return about === '' ? platform : `${platform}: ${about}`;
}

function Grant({ visit, units }: { visit: Visit; units: readonly Unit[] }) {
  const { t } = visit;
  const field = { visit, act: 'grantRole' };
  return (
    <div class="folds">
      <UnitCodes units={units} />
      <Fold visit={visit} act="grantRole" label={t('organisation.people.grant')}>
        <div class="pair">
          <RoleFields visit={visit} act="grantRole" />
        </div>
        <TextField
          {...field}
          name="who"
          label={t('organisation.people.username')}
          most={100}
          hint="@lananh"
        />
        <p class="fine">{t('organisation.people.grantHint')}</p>
        <button name="act" value="grantRole" class="primary">
          {t('organisation.people.grantButton')}
        </button>
      </Fold>
    </div>
  );
}

/** Which role, and for which unit. */
export function RoleFields({ visit, act }: { visit: Visit; act: string }) {
  const { t } = visit;
  const options = grantableKinds(visit.speaker.roles).map((kind) => ({
    value: kind,
    label: t(`roles.kind.${kind}`),
  }));
  return (
    <>
      <Choice {...{ visit, act, options }} name="kind" label={t('organisation.people.role')} before="lead" />
      <UnitField {...{ visit, act }} name="code" label={t('organisation.people.unit')} isOptional />
    </>
  );
}
