import { listSeenRoles } from '../../../services/roles/list-seen-roles.js';
import { sayRole } from '../../../services/roles/say-role.js';
import type { Visit } from '../page.js';
import { Pager, readPage } from '../parts/pager.js';

const size = 100;

/** Who holds which role, as far as the reader gives roles. */
export async function Roles(visit: Visit) {
  const { t, query } = visit;
  const roles = await listSeenRoles(visit);
  const page = readPage(query);
  return (
    <section class="card" aria-labelledby="people">
      <h2 id="people">
        {t('organisation.part.people')} <span class="count">{roles.length}</span>
      </h2>
      {roles.length === 0 ? <p class="empty">{t('roles.none')}</p> : null}
      <ul class="lines">
        {roles.slice(page * size, (page + 1) * size).map(({ kind, unit, person }) => (
          <li>
            <span>
              <strong>{person.name}</strong>
              {person.accounts[0]?.username ? ` (@${person.accounts[0].username})` : ''}
            </span>
            <span class="soft">{sayRole(t, kind, unit)}</span>
          </li>
        ))}
      </ul>
      <Pager visit={visit} path="/admin/organisation" page={page} size={size} total={roles.length} />
    </section>
  );
}
