import { z } from 'zod';
import { parseId } from '../../../core/action.js';
import { isAllowed } from '../../../core/authorise.js';
import { getUnit } from '../../../services/find-unit.js';
import { inviteGroup, inviteRole } from '../../../services/invites/make-invite.js';
import { listSeenInvites, withdraw, type OpenInvite } from '../../../services/invites/open-invites.js';
import { sayHow, sayHowRole } from '../../../services/invites/say-how.js';
import { sayRole } from '../../../services/roles/say-role.js';
import { listUnits } from '../../../store/units.js';
import { readForm } from '../form.js';
import type { Act, Visit } from '../page.js';
import { ButtonForm, UnitCodes, UnitField } from '../parts/fields.js';
import { Fold } from '../parts/fold.js';
import { Moment } from '../parts/moment.js';
import { Pager, readPage } from '../parts/pager.js';
import { Rich } from '../parts/rich.js';
import type { Part } from './part.js';
import { readRole, roleForm, RoleFields } from './people.js';

const size = 30;
const groupForm = z.object({ code: z.string().trim().max(60) });
const idForm = z.object({ id: z.string() });

/** What invites; the unit's page does the same. */
export const inviteActs: Record<string, Act> = {
  async inviteGroup(deed, form) {
    const { code } = readForm(form, groupForm);
    return { said: (await inviteGroup(deed, code === '' ? null : await getUnit(deed, code))).said };
  },
  async inviteRole(deed, form) {
    const role = await readRole(deed, readForm(form, roleForm));
    return { said: (await inviteRole(deed, role)).said };
  },
  withdraw: async (deed, form) => ({ said: await withdraw(deed, parseId(readForm(form, idForm).id)) }),
};

export const invitesPart: Part = { right: 'grant-lead', show: Invites, acts: inviteActs };

/** Codes that wait to be used, with how to use each, and new ones. */
async function Invites(visit: Visit) {
  const { db, t, query } = visit;
  const [open, units] = await Promise.all([listSeenInvites(visit), listUnits(db)]);
  const page = readPage(query);
  return (
    <section class="card" aria-labelledby="invites">
      <h2 id="invites">
        {t('organisation.part.invites')} <span class="count">{open.length}</span>
      </h2>
      <div class="folds">
        <UnitCodes units={units} />
        {isAllowed(visit.speaker.roles, 'invite-group', []) ? <ForGroup visit={visit} /> : null}
        <ForRole visit={visit} />
      </div>
      {open.length === 0 ? <p class="empty">{t('organisation.invites.none')}</p> : null}
      <InviteLines visit={visit} open={open.slice(page * size, (page + 1) * size)} />
      <Pager visit={visit} path="/admin/organisation" page={page} size={size} total={open.length} />
    </section>
  );
}

function ForGroup({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="inviteGroup" label={t('organisation.invites.group')}>
      <UnitField
        visit={visit}
        act="inviteGroup"
        name="code"
        label={t('organisation.invites.unit')}
        isOptional
      />
      <button name="act" value="inviteGroup" class="primary">
        {t('organisation.invites.make')}
      </button>
    </Fold>
  );
}

function ForRole({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="inviteRole" label={t('organisation.invites.role')}>
      <div class="pair">
        <RoleFields visit={visit} act="inviteRole" />
      </div>
      <button name="act" value="inviteRole" class="primary">
        {t('organisation.invites.make')}
      </button>
    </Fold>
  );
}

/** Each with how it is used, and the way to end it. */
export function InviteLines({ visit, open }: { visit: Visit; open: readonly OpenInvite[] }) {
  const { t } = visit;
  return (
    <ul class="lines">
      {open.map(({ invite: { id, code, purpose, role, expiresAt }, unit }) => (
        <li>
          <span class="what">
            <strong>{purpose === 'role' && role ? sayRole(t, role, unit) : sayGroup(visit, unit)}</strong>{' '}
            <code>{code}</code>
          </span>
          {(purpose === 'role' ? [sayHowRole(visit, code)] : sayHow(visit, code)).map((line) => (
            <span class="fine">
              <Rich text={line} />
            </span>
          ))}
          <div class="row">
            <span class="soft">
              {t('organisation.invites.until')} {expiresAt ? <Moment visit={visit} at={expiresAt} /> : null}
            </span>
            <ButtonForm act="withdraw" fields={{ id: String(id) }} tone="quiet danger">
              {t('organisation.invites.withdraw')}
            </ButtonForm>
          </div>
        </li>
      ))}
    </ul>
  );
}

function sayGroup({ t }: Visit, unit: OpenInvite['unit']): string {
  return unit
    ? t('organisation.invites.groupOf', { code: unit.code, name: unit.name })
    : t('organisation.invites.office');
}
