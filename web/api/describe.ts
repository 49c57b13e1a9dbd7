import { z } from 'zod';
import type { Translate } from '../../locales/texts.js';
import { problemSchema, titles, type ProblemStatus } from './problem.js';
import { fileType, pathWords, tags, type Route } from './route.js';

type Json = Record<string, unknown>;

export interface Described {
  t: Translate;
  orgName: string;
  server: string;
}

/** The OpenAPI description of these routes, from the schemas that read and write what goes over them. */
export function describeApi(routes: readonly Route[], { t, orgName, server }: Described) {
  const components = describeSchemas(routes, t);
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const methods = (paths[route.path] ??= {});
    methods[isPost(route) ? 'post' : 'get'] = describeRoute(route, t);
  }
  return {
    openapi: '3.1.0',
    info: { title: `Giaoban · ${orgName}`, version: '1', description: t('api.about') },
    servers: [{ url: server }],
    tags: tags.map((name) => ({ name, description: t(`api.tag.${name}`) })),
    security: [{ token: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: t('api.token') } },
    },
  };
}
export type ApiDescription = ReturnType<typeof describeApi>;

const isPost = ({ kind }: Route) => kind === 'acts' || kind === 'takes';
const answerId = ({ name }: Route) => `${name}Answer`;
const bodyId = ({ name }: Route) => `${name}Body`;
const ref = (id: string) => ({ $ref: `#/components/schemas/${id}` });
const inJson = (id: string) => ({ 'application/json': { schema: ref(id) } });

/** What goes out is described as it is written, what comes in as it may be sent. */
function describeSchemas(routes: readonly Route[], t: Translate): Record<string, Json> {
  const outgoing = z.registry<{ id: string }>();
  const incoming = z.registry<{ id: string }>();
  outgoing.add(problemSchema, { id: 'Problem' });
  for (const route of routes) {
    if (route.kind !== 'brings') addOnce(outgoing, route.answer, answerId(route));
    if (route.kind === 'acts') incoming.add(route.body.strict(), { id: bodyId(route) });
  }
  return { ...toSchemas(outgoing, 'output', t), ...toSchemas(incoming, 'input', t) };
}

/** One schema of several routes has a name of its own. */
function addOnce(registry: z.core.$ZodRegistry<{ id: string }>, schema: z.ZodType, id: string): void {
  registry.add(
    z.lazy(() => schema),
    { id },
  );
}

/** The schemas by their names. Those that several others hold come in a place of their own and are put beside them. */
function toSchemas(registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output', t: Translate) {
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => polish(jsonSchema as Json, io, t),
  });
  const whole = JSON.stringify(schemas).replaceAll('__shared#/$defs/', '');
  const { __shared: shared, ...own } = JSON.parse(whole) as Record<string, Json>;
  const all = { ...(shared?.['$defs'] as Record<string, Json> | undefined), ...own };
  for (const schema of Object.values(all)) {
    delete schema['$id'];
    delete schema['$schema'];
  }
  return all;
}

/** Sentences in place of their keys. What goes out may get further fields; some bounds say no more than the type. */
function polish(schema: Json, io: 'input' | 'output', t: Translate): void {
  const { description, format } = schema;
  if (typeof description === 'string' && description.startsWith('api.'))
    schema['description'] = t(description);
  if (io === 'output') delete schema['additionalProperties'];
  if (format === 'date-time') delete schema['pattern'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
}

function describeRoute(route: Route, t: Translate): Json {
  const parameters = [
    ...describePath(route),
    ...(route.kind === 'acts' ? [] : describeQuery(route.query, t)),
    ...(isPost(route) ? [onceKey(t)] : []),
  ];
  return {
    operationId: route.name,
    tags: [route.tag],
    summary: t(`api.route.${route.name}`),
    description: `${t(`api.scope.${route.scope}`)}`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.kind === 'acts' ? { requestBody: { content: inJson(bodyId(route)) } } : {}),
    ...(route.kind === 'takes' ? { requestBody: { required: true, content: { [fileType]: {} } } } : {}),
    responses: {
      ...describeAnswer(route, t),
      ...Object.fromEntries(faultsOf(route).map((status) => [status, fault(status)])),
    },
  };
}

function describeAnswer(route: Route, t: Translate): Json {
  const description = t(`api.route.${route.name}`);
  if (route.kind === 'brings')
    return { 200: { description, content: Object.fromEntries(route.types.map((type) => [type, {}])) } };
  return { [route.kind === 'reads' ? 200 : route.status]: { description, content: inJson(answerId(route)) } };
}

const faultsOf = (route: Route): ProblemStatus[] =>
  isPost(route) ? [400, 401, 403, 404, 409, 413, 415, 422, 429, 500] : [401, 403, 404, 422, 429, 500];

const fault = (status: ProblemStatus) => ({
  description: titles[status],
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

function describePath({ path }: Route): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: pathWords[name as keyof typeof pathWords].type },
  }));
}

function describeQuery(query: z.ZodObject, t: Translate): Json[] {
  return Object.entries(query.shape).map(([name, field]) => {
    const { description, ...schema } = describeField(field as z.ZodType, t);
    const required = !(field as z.ZodType).safeParse(undefined).success;
    return { name, in: 'query', required, ...(description ? { description } : {}), schema };
  });
}

const describeField = (field: z.ZodType, t: Translate): Json => {
  const schema = z.toJSONSchema(field, {
    io: 'output',
    override: ({ jsonSchema }) => polish(jsonSchema as Json, 'output', t),
  });
  delete schema.$schema;
  return schema;
};

const onceKey = (t: Translate): Json => ({
  ...{ name: 'Idempotency-Key', in: 'header', required: false },
  description: t('api.onceKey'),
  schema: { type: 'string', maxLength: 255 },
});
