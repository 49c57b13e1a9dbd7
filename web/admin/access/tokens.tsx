import { apiScopes } from '../../../core/api-scope.js';
import { tokenLifetimes } from '../../../services/access/make-token.js';
import { listApiTokens, type ListedToken } from '../../../store/api-tokens.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { Fold } from '../parts/fold.js';
import { Ago, Moment } from '../parts/moment.js';

/** The visitor's own tokens, or everybody's, and the way to a new one. */
export async function Tokens({ visit, isAll }: { visit: Visit; isAll: boolean }) {
  const { db, t, speaker } = visit;
  const tokens = await listApiTokens(db, isAll ? null : speaker.personId);
  return (
    <section class="card" aria-labelledby="tokens">
      <h2 id="tokens">
        {t('access.tokens')} <span class="count">{tokens.length}</span>
      </h2>
      {tokens.length === 0 ? <p class="empty">{t('access.noTokens')}</p> : null}
      <ul class="lines">
        {tokens.map((token) => (
          <TokenLine visit={visit} token={token} isAll={isAll} />
        ))}
      </ul>
      <div class="folds">
        <Fold visit={visit} act="makeToken" label={t('access.makeToken')}>
          <TokenForm visit={visit} />
        </Fold>
      </div>
    </section>
  );
}

function TokenLine({ visit, token, isAll }: { visit: Visit; token: ListedToken; isAll: boolean }) {
  const { t, now } = visit;
  const { id, name, scopes, who, createdAt, expiresAt, lastUsedAt } = token;
  const isOver = expiresAt !== null && expiresAt <= now;
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {scopes.map((scope) => (
          <span class="chip">{t(`access.scope.${scope}`)}</span>
        ))}
        {isOver ? <span class="chip bad">{t('access.expired')}</span> : null}
      </span>
      <span class="soft">
        {isAll ? `${who} · ` : ''}
        {t('access.made')} <Moment visit={visit} at={createdAt} /> ·{' '}
        {lastUsedAt ? (
          <>
            {t('access.used')} <Ago visit={visit} at={lastUsedAt} />
          </>
        ) : (
          t('access.neverUsed')
        )}
        {expiresAt ? (
          <>
            {' · '}
            {t('access.until')} <Moment visit={visit} at={expiresAt} />
          </>
        ) : null}
      </span>
      <form method="post" class="row">
        <input type="hidden" name="id" value={String(id)} />
        <button name="act" value="revoke" class="danger" aria-label={t('access.revokeOne', { name })}>
          {t('access.revoke')}
        </button>
      </form>
    </li>
  );
}

function TokenForm({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <label>
        {t('access.tokenName')}
        <input
          name="name"
          required
          maxlength={60}
          value={typed(visit, 'makeToken', 'name')}
          autocomplete="off"
        />
      </label>
      <Scopes t={t} />
      <label>
        {t('access.lifetime')}
        <select name="days">
          {tokenLifetimes.map((days) => (
            <option value={String(days)} {...(days === 90 ? { selected: true } : {})}>
              {days === 0 ? t('access.forEver') : t('access.days', { count: days })}
            </option>
          ))}
        </select>
      </label>
      <button name="act" value="makeToken" class="primary">
        {t('access.makeToken')}
      </button>
    </>
  );
}

function Scopes({ t }: Pick<Visit, 't'>) {
  return (
    <fieldset class="stack">
      <legend>{t('access.scopes')}</legend>
      {apiScopes.map((scope) => (
        <label class="tick">
          <input
            type="checkbox"
            name="scopes"
            value={scope}
            {...(scope === 'read' ? { checked: true } : {})}
          />
          {t(`access.scopeMeans.${scope}`)}
        </label>
      ))}
    </fieldset>
  );
}
