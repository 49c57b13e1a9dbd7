import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { z } from 'zod';
import { isHttps } from '../../config/page-url.js';
import type { Runtime } from '../../config/runtime.js';
import { UserError } from '../../core/errors.js';
import { makeStorable } from '../../core/text/storable.js';
import { texts, type Locale } from '../../locales/texts.js';
import type { Deed } from '../../services/deed.js';
import { runDeed } from '../../services/run-deed.js';
import type { ApiToken } from '../../store/api-tokens.js';
import { keepNothing } from '../admin/guard.js';
import { asDownload } from '../disposition.js';
import { createAuthenticate } from './authenticate.js';
import { descriptionRoutes } from './description-routes.js';
import { doOnce, readOnceKey } from './do-once.js';
import { answerProblem, ApiFault, fromUserError, fromZodError } from './problem.js';
import { apiRoot, pathWords, type Acts, type Call, type Route, type Takes } from './route.js';
import { routes } from './routes.js';

const maxBodyBytes = 256 * 1024;

/** The API for programs: no cookies are read or set, and no other site's page may read an answer. */
export function apiRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  const authenticate = createAuthenticate(runtime);
  app.use('/api/*', compress(), keepNothing, guard(runtime));
  app.route('/', descriptionRoutes(runtime));
  for (const route of routes) {
    const method = route.kind === 'acts' || route.kind === 'takes' ? 'POST' : 'GET';
    const limit = limitBody(route);
    app.on(method, honoPath(route.path), async (c) => {
      const token = await authenticate(c, route); // of a stranger's body nothing is read
      const refused = await limit(c, async () => undefined);
      return refused ?? answer(c, runtime, { route, token });
    });
  }
  app.all('/api/*', (c) => answerProblem(c, new ApiFault(404, 'not-found')));
  app.onError((error, c) => {
    if (error instanceof ApiFault) return answerProblem(c, error);
    runtime.log.error({ path: c.req.path, error: error.message }, 'request failed');
    return answerProblem(c, new ApiFault(500, 'internal'));
  });
  return app;
}

const limitBody = (route: Route) =>
  bodyLimit({
    maxSize: route.kind === 'takes' ? route.mostBytes : maxBodyBytes,
    onError: (c) => answerProblem(c, new ApiFault(413, 'too-large')),
  });

const guard = ({ settings }: Runtime) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: isHttps(settings) ? 'max-age=15552000' : false,
  });

/** `/directives/{number}` as the router writes it. */
const honoPath = (path: string): string =>
  apiRoot +
  path.replace(/\{(\w+)\}/g, (_, name: keyof typeof pathWords) => `:${name}{${pathWords[name].pattern}}`);

interface Asked {
  route: Route;
  token: ApiToken;
}

async function answer(c: Context, runtime: Runtime, { route, token }: Asked): Promise<Response> {
  const visit = openVisit(c, runtime, token);
  try {
    if (route.kind === 'acts' || route.kind === 'takes') return await act(c, { route, visit, token });
    const query = read(route.query, Object.fromEntries(visit.query));
    if (route.kind === 'reads') {
      const shown = await route.show(visit, query);
      if (shown === null) throw new ApiFault(404, 'not-found');
      return c.json(route.answer.parse(shown) as object);
    }
    const file = await route.open(visit, query);
    if (!file) throw new ApiFault(404, 'not-found');
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.type,
      'content-disposition': asDownload(file.name),
    });
  } catch (error) {
    if (error instanceof UserError) throw fromUserError(error, visit.t);
    throw error;
  }
}

async function act(
  c: Context,
  { route, visit, token }: { route: Acts | Takes; visit: Call; token: ApiToken },
): Promise<Response> {
  const { asked, run } =
    route.kind === 'acts' ? await readAct(c, route, visit) : await readFile(c, route, visit);
  const once = { key: readOnceKey(c), tokenId: token.id, asked: [route.name, visit.params, ...asked] };
  const { answer, isAgain } = await runDeed(visit.runtime, visit, (deed) =>
    doOnce(deed, once, async () => route.answer.parse(await run(deed)) as object),
  );
  if (isAgain) c.header('idempotency-replayed', 'true');
  return c.json(answer, route.status);
}

interface Read {
  /** By what the same request is known again. */
  asked: unknown[];
  run: (deed: Deed) => Promise<unknown>;
}

async function readAct(c: Context, route: Acts, visit: Call): Promise<Read> {
  const body = read(route.body, await readJson(c));
  return { asked: [body], run: (deed) => route.run(deed, body, visit) };
}

async function readFile(c: Context, route: Takes, visit: Call): Promise<Read> {
  const query = read(route.query, Object.fromEntries(visit.query));
  if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? ''))
    throw new ApiFault(415, 'content-type');
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { asked: [query, hash], run: (deed) => route.run(deed, { query, bytes }) };
}

/** Nothing at all is as good as `{}`. Throws ApiFault for what is no JSON. */
async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new ApiFault(415, 'content-type');
  try {
    return makeStorable(JSON.parse(text) as unknown);
  } catch {
    throw new ApiFault(400, 'json');
  }
}

function read(schema: z.ZodObject, given: unknown): unknown {
  const result = schema.strict().safeParse(given);
  if (!result.success) throw fromZodError(result.error);
  return result.data;
}

/** The request as a page would see it: services and readers are the same. */
function openVisit(c: Context, runtime: Runtime, { speaker, channel, scopes }: ApiToken): Call {
  const { db, clock, settings } = runtime;
  const wanted = c.req.header('accept-language')?.slice(0, 2);
  const locale = [wanted, speaker.locale].find((one): one is Locale => one === 'vi' || one === 'en');
  const chosen = locale ?? settings.ORG_LOCALE;
  const query = new URLSearchParams(makeStorable([...new URL(c.req.url).searchParams]));
  const params = makeStorable(c.req.param() as Record<string, string>);
  const asked = { params, query, form: {}, scopes };
  return { runtime, db, now: clock.now(), speaker, channel, locale: chosen, t: texts[chosen], ...asked };
}
