import { isAllowed } from '../../../core/authorise.js';
import type { OpenInvite } from '../../../services/invites/open-invites.js';
import { grantAction } from '../../../services/roles/read-grantable.js';
import { sayRole } from '../../../services/roles/say-role.js';
import type { HeldRole } from '../../../store/roles.js';
import type { Unit } from '../../../store/units.js';
import { InviteLines } from '../organisation/invites.js';
import type { Visit } from '../page.js';
import { ButtonForm, Choice } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';

interface Shown {
  visit: Visit;
  unit: Unit;
  /** The unit with all above it. */
  path: readonly number[];
}

/** Who holds a role for this very unit. */
export function Holders({ visit, unit, path, roles }: Shown & { roles: readonly HeldRole[] }) {
  const { t, speaker } = visit;
  return (
    <section class="card" aria-labelledby="holders">
      <h2 id="holders">{t('organisation.part.people')}</h2>
      {roles.length === 0 ? <p class="empty">{t('organisation.noHolder')}</p> : null}
      <ul class="lines">
        {roles.map(({ kind, person }) => (
          <li>
            <span class="what">
              <a href={`/admin/organisation/people/${person.id}`}>
                <strong>{person.name}</strong>
              </a>{' '}
              {t(`roles.kind.${kind}`)}
            </span>
            {isAllowed(speaker.roles, grantAction(kind), path) ? (
              <ButtonForm
                act="revokeRole"
                fields={{ kind, code: unit.code, person: String(person.id) }}
                tone="quiet danger"
              >
                {t('organisation.person.take', { role: sayRole(t, kind, null) })}
              </ButtonForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Codes for the unit's groups and people. */
export function Codes({ visit, unit, path, open }: Shown & { open: readonly OpenInvite[] }) {
  const { t, speaker } = visit;
  const kinds = isAllowed(speaker.roles, 'grant-role', path)
    ? (['lead', 'issuer', 'viewer'] as const)
    : (['lead'] as const);
  const options = kinds.map((kind) => ({ value: kind, label: t(`roles.kind.${kind}`) }));
  return (
    <section class="card" aria-labelledby="codes-title">
      <h2 id="codes-title">{t('organisation.part.invites')}</h2>
      {isAllowed(speaker.roles, 'invite-group', []) ? (
        <ButtonForm act="inviteGroup" fields={{ code: unit.code }}>
          {t('organisation.invites.group')}
        </ButtonForm>
      ) : null}
      <div class="folds">
        <Fold visit={visit} act="inviteRole" label={t('organisation.invites.role')}>
          <input type="hidden" name="code" value={unit.code} />
          <Choice
            visit={visit}
            act="inviteRole"
            name="kind"
            label={t('organisation.people.role')}
            options={options}
          />
          <button name="act" value="inviteRole" class="primary">
            {t('organisation.invites.make')}
          </button>
        </Fold>
      </div>
      <InviteLines visit={visit} open={open} />
    </section>
  );
}
