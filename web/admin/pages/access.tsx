import { z } from 'zod';
import { apiScopes } from '../../../core/api-scope.js';
import { isAllowed } from '../../../core/authorise.js';
import { makeToken, tokenLifetimes } from '../../../services/access/make-token.js';
import { revokeToken } from '../../../services/access/revoke-token.js';
import { ShownOnce } from '../access/shown-once.js';
import { Tokens } from '../access/tokens.js';
import { readForm } from '../form.js';
import type { Page, Visit } from '../page.js';

const id = z.coerce.number().int().positive().max(2_147_483_647);

const tokenForm = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: z
    .union([z.enum(apiScopes).transform((one) => [one]), z.array(z.enum(apiScopes))])
    .optional()
    .transform((list) => list ?? []),
  days: z.coerce.number().pipe(z.union(tokenLifetimes.map((days) => z.literal(days)))),
});

/** Whether the visitor looks after everybody's tokens, and where events go. */
const managesAccess = ({ speaker }: Visit) => isAllowed(speaker.roles, 'manage-access', []);

/** How other programs get in: tokens of the API, and the addresses to which events are sent. */
export const accessPage: Page = {
  path: '/access',
  right: 'use-api',
  nav: { label: 'access.title', icon: 'key' },
  async show(visit) {
    const { t } = visit;
    const body = (
      <>
        <h1>{t('access.title')}</h1>
        <p class="soft">
          {t('access.about')} <a href="/api">{t('access.reference')}</a>
        </p>
        {await Tokens({ visit, isAll: managesAccess(visit) })}
      </>
    );
    return { title: t('access.title'), body };
  },
  acts: {
    async makeToken(deed, form) {
      const wish = readForm(form, tokenForm);
      const secret = await makeToken(deed, wish);
      const title = deed.t('access.tokenMade', { name: wish.name });
      return { shows: { title, body: <ShownOnce t={deed.t} title={title} secret={secret} /> } };
    },
    revoke: async (deed, form) => ({ said: await revokeToken(deed, readForm(form, z.object({ id })).id) }),
  },
};
