import { Hono, type Context } from 'hono';
import { pageUrl } from '../../config/page-url.js';
import type { Runtime } from '../../config/runtime.js';
import { texts, type Locale } from '../../locales/texts.js';
import { Document } from '../admin/layout.js';
import { describeApi, type ApiDescription } from './describe.js';
import { Readable } from './readable.js';
import { apiRoot } from './route.js';
import { routes } from './routes.js';

/** What the API is, for programs and for people. It says nothing of what is in the ledger: no token is asked for. */
export function descriptionRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  const { settings } = runtime;
  const describe = (locale: Locale) =>
    describeApi(routes, {
      ...{ t: texts[locale], orgName: settings.ORG_NAME },
      server: `${pageUrl(settings)}${apiRoot}`,
    });
  const known = new Map<Locale, ApiDescription>();
  const find = (locale: Locale) => {
    const description = known.get(locale) ?? describe(locale);
    known.set(locale, description);
    return description;
  };
  const localeOf = (c: Context): Locale => {
    const wanted = c.req.query('lang') ?? c.req.header('accept-language')?.slice(0, 2);
    return wanted === 'vi' || wanted === 'en' ? wanted : settings.ORG_LOCALE;
  };
  app.get('/api/openapi.json', (c) => c.json(find(localeOf(c))));
  app.get('/api', (c) => {
    const locale = localeOf(c);
    const t = texts[locale];
    return c.html(
      <Document locale={locale} t={t} title={t('api.title')}>
        <Readable t={t} locale={locale} description={find(locale)} />
      </Document>,
    );
  });
  return app;
}
