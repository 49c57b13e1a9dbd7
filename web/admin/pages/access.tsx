import { z } from 'zod';
import { apiScopes } from '../../../core/api-scope.js';
import { isAllowed } from '../../../core/authorise.js';
import { hostOf, webhookEvents } from '../../../core/webhook/webhook.js';
import { makeToken, tokenLifetimes } from '../../../services/access/make-token.js';
import { revokeToken } from '../../../services/access/revoke-token.js';
import { sayMoment } from '../../../services/say-moment.js';
import {
  addEndpoint,
  removeEndpoint,
  renewEndpoint,
  testEndpoint,
  turnEndpoint,
} from '../../../services/webhooks/manage-webhooks.js';
import { ShownOnce } from '../access/shown-once.js';
import { Tokens } from '../access/tokens.js';
import { Webhooks } from '../access/webhooks.js';
import { readForm } from '../form.js';
import type { Form, Page, Visit } from '../page.js';

const idForm = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const idIn = (form: Form) => readForm(form, idForm).id;

/** What was ticked of these: nothing, one, or several. */
const ticked = <const T extends readonly string[]>(values: T) =>
  z
    .union([z.enum(values).transform((one) => [one]), z.array(z.enum(values))])
    .optional()
    .transform((list) => list ?? []);

const tokenForm = z.object({
  name: z.string().trim().min(1).max(60),
  scopes: ticked(apiScopes),
  days: z.coerce.number().pipe(z.union(tokenLifetimes.map((days) => z.literal(days)))),
});

const webhookForm = z.object({
  url: z.string().trim().max(1_000),
  events: ticked(webhookEvents),
  words: z.string().optional().transform(Boolean),
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
        {managesAccess(visit) ? await Webhooks(visit) : null}
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
    async addWebhook(deed, form) {
      const { url, events, words } = readForm(form, webhookForm);
      const secret = await addEndpoint(deed, { url, events, withWords: words });
      const title = deed.t('webhook.added', { host: hostOf(url) });
      return { shows: { title, body: <ShownOnce t={deed.t} title={title} secret={secret} /> } };
    },
    async renewWebhook(deed, form) {
      const { secret, host, until } = await renewEndpoint(deed, idIn(form));
      const at = sayMoment(until, deed.runtime.settings.ORG_TIME_ZONE);
      const title = deed.t('webhook.renewed', { host, at });
      return { shows: { title, body: <ShownOnce t={deed.t} title={title} secret={secret} /> } };
    },
    turnOn: async (deed, form) => ({ said: await turnEndpoint(deed, idIn(form), true) }),
    turnOff: async (deed, form) => ({ said: await turnEndpoint(deed, idIn(form), false) }),
    removeWebhook: async (deed, form) => ({ said: await removeEndpoint(deed, idIn(form)) }),
    test: async (deed, form) => ({ said: await testEndpoint(deed, idIn(form)) }),
    revoke: async (deed, form) => ({ said: await revokeToken(deed, idIn(form)) }),
  },
};
