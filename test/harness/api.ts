import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Runtime } from '../../config/runtime.js';
import type { ApiScope } from '../../core/api-scope.js';
import { createApiToken } from '../../store/api-tokens.js';
import { createWebApp } from '../../web/server.js';
import type { World } from './world.js';

/** What stories look at in the JSON. Which of it is there is held to the description, not to this. */
export interface ApiBody {
  rows: ApiBody[];
  total: number;
  needs: ApiBody[];
  parts: ApiBody[];
  units: ApiBody[];
  directives: ApiBody[];
  replies: ApiBody[];
  excused: ApiBody[];
  versions: ApiBody[];
  channels: ApiBody[];
  errors: ApiBody[];
  id: number;
  number: number | null;
  isDraft: boolean;
  code: string;
  unitCode: string;
  kind: string;
  state: string;
  path: string;
  text: string;
  said: string;
  detail?: string;
  difficulty: string;
  channel: string;
  dueAt: string;
  sendAt: string;
}

export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** Of a file there is nothing in it. */
  body: ApiBody;
  bytes: Uint8Array;
}

/** A program that asks the API. Every answer is held to the description that the API gives of itself. */
export interface ApiClient {
  get(path: string, headers?: Record<string, string>): Promise<ApiAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  /** Brings a file. */
  bring(path: string, bytes: Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<ApiAnswer>;
}

const root = '/api/v1';

/** With this token; without one when null. */
export async function openApi(runtime: Runtime, token: string | null): Promise<ApiClient> {
  const web = createWebApp(runtime, async () => undefined);
  const incoming = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const hold = createHolder((await (await web.request('/api/openapi.json')).json()) as Description);
  const send = async (
    method: string,
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ) => {
    const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...init.headers };
    const answer = await web.request(`${root}${path}`, { ...init, method, headers }, incoming);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    const body: unknown = /json/.test(type) ? JSON.parse(new TextDecoder().decode(bytes)) : null;
    hold({ method, path, status: answer.status, type, body });
    return { status: answer.status, headers: answer.headers, body: (body ?? {}) as ApiBody, bytes };
  };
  return {
    get: (path, headers = {}) => send('GET', path, { headers }),
    bring: (path, body, headers = {}) =>
      send('POST', path, { headers: { 'content-type': 'application/octet-stream', ...headers }, body }),
    post: (path, body, headers = {}) =>
      send('POST', path, {
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

/** A program of the account with this id on its platform. */
export async function apiOf({ app, clock }: World, externalId: string, scopes: readonly ApiScope[]) {
  const { db } = app.runtime;
  const { id: accountId, personId } = await db.account.findFirstOrThrow({ where: { externalId } });
  const wish = { accountId, name: 'Bảng theo dõi', scopes, expiresAt: null };
  const token = await createApiToken(db, wish, clock.now());
  return { api: await openApi(app.runtime, token), personId, accountId, token };
}

interface Description {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema?: { $ref: string } }> }> }>
  >;
  components: object;
}

interface Given {
  method: string;
  path: string;
  status: number;
  type: string;
  body: unknown;
}

/** Throws for an answer that the description does not know, or that is not as it says. */
function createHolder(description: Description) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(description, 'api');
  const patterns = Object.entries(description.paths).map(([path, methods]) => ({
    methods,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));
  return ({ method, path, status, type, body }: Given) => {
    const known = patterns.filter(({ pattern }) => pattern.test(path.split('?')[0]!));
    const route = known.flatMap(({ methods }) => methods[method.toLowerCase()] ?? [])[0];
    if (!route && status === 404) return;
    const content = route?.responses[String(status)]?.content?.[type.split(';')[0]!];
    const plain = content ?? route?.responses[String(status)]?.content?.[type];
    if (!plain) throw new Error(`${method} ${path} answers ${status} ${type}: not in the description`);
    const reference = plain.schema?.$ref;
    if (reference === undefined) return;
    const check = ajv.getSchema(`api${reference}`) as ValidateFunction;
    if (!check(body))
      throw new Error(
        `${method} ${path} ${status}: ${ajv.errorsText(check.errors)} in ${JSON.stringify(body).slice(0, 500)}`,
      );
  };
}
