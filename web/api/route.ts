import type { z } from 'zod';
import type { ApiScope } from '../../core/api-scope.js';
import type { Action } from '../../core/authorise.js';
import type { Deed } from '../../services/deed.js';
import type { OpenedFile, Visit } from '../admin/page.js';

/** A change that would break programs gets another number. */
export const apiRoot = '/api/v1';

/** One request of a program. `scopes`: what its token was made for. */
export type Call = Visit & { scopes: readonly ApiScope[] };

/** What a file is sent as: what it is, its bytes say. */
export const fileType = 'application/octet-stream';

/** What stands in the place of `{number}` in a path, by its name. */
export const pathWords = {
  number: { pattern: '[0-9]{1,9}', type: 'integer' },
  id: { pattern: '[0-9]{1,9}', type: 'integer' },
  code: { pattern: '[^/]+', type: 'string' },
} as const;

export const tags = ['general', 'directives', 'drafts', 'units', 'reports', 'organisation'] as const;

interface Told {
  /** Its name in the description, and of its sentence in locales/<language>/api.json. */
  name: string;
  tag: (typeof tags)[number];
  /** Below /api/v1, e.g. `/directives/{number}`. */
  path: string;
  /** Who may do this nowhere gets a 403. What of it they see is for `show` and for services/ to decide, as on the page. */
  right: Action;
}

/** Shows something. Null from `show`: there is no such thing, or nothing of it is theirs to see. */
interface Reads extends Told {
  kind: 'reads';
  scope: 'read';
  query: z.ZodObject;
  answer: z.ZodType;
  show(visit: Call, query: unknown): Promise<unknown>;
}

/** Brings a file, of one of these types. */
interface Brings extends Told {
  kind: 'brings';
  scope: 'read';
  query: z.ZodObject;
  types: readonly string[];
  open(visit: Call, query: unknown): Promise<OpenedFile | null>;
}

/** Does something, in one transaction. Throws UserError for the user's faults: nothing stands then. */
export interface Acts extends Told {
  kind: 'acts';
  scope: Exclude<ApiScope, 'read'>;
  body: z.ZodObject;
  answer: z.ZodType;
  /** 201 where it makes something. */
  status: 200 | 201;
  run(deed: Deed, body: unknown, visit: Call): Promise<unknown>;
}

/** Takes a file as it is, in one transaction. Throws UserError as `acts` does. */
export interface Takes extends Told {
  kind: 'takes';
  scope: Exclude<ApiScope, 'read'>;
  query: z.ZodObject;
  answer: z.ZodType;
  status: 201;
  mostBytes: number;
  run(deed: Deed, file: Brought<unknown>): Promise<unknown>;
}

interface Brought<Query> {
  query: Query;
  bytes: Uint8Array;
}

/** One thing that a program may ask for. Its schemas read what comes in and describe it (describe.ts). */
export type Route = Reads | Brings | Acts | Takes;

type Free<R, Name extends keyof R> = Omit<R, 'kind' | 'scope' | Name>;

export const reads = <Q extends z.ZodObject, A extends z.ZodType>(
  route: Free<Reads, 'query' | 'answer' | 'show'> & {
    query: Q;
    answer: A;
    show(visit: Call, query: z.output<Q>): Promise<z.input<A> | null>;
  },
): Route => ({
  ...route,
  kind: 'reads',
  scope: 'read',
  show: (visit, query) => route.show(visit, query as z.output<Q>),
});

export const brings = <Q extends z.ZodObject>(
  route: Free<Brings, 'query' | 'open'> & {
    query: Q;
    open(visit: Call, query: z.output<Q>): Promise<OpenedFile | null>;
  },
): Route => ({
  ...route,
  kind: 'brings',
  scope: 'read',
  open: (visit, query) => route.open(visit, query as z.output<Q>),
});

export const acts = <B extends z.ZodObject, A extends z.ZodType>(
  route: Free<Acts, 'body' | 'answer' | 'run' | 'status'> & {
    scope: Acts['scope'];
    status?: 201;
    body: B;
    answer: A;
    run(deed: Deed, body: z.output<B>, visit: Call): Promise<z.input<A>>;
  },
): Route => ({
  ...route,
  kind: 'acts',
  status: route.status ?? 200,
  run: (deed, body, visit) => route.run(deed, body as z.output<B>, visit),
});

export const takes = <Q extends z.ZodObject, A extends z.ZodType>(
  route: Free<Takes, 'query' | 'answer' | 'run' | 'status'> & {
    scope: Takes['scope'];
    query: Q;
    answer: A;
    run(deed: Deed, file: Brought<z.output<Q>>): Promise<z.input<A>>;
  },
): Route => ({
  ...route,
  kind: 'takes',
  status: 201,
  run: (deed, file) => route.run(deed, file as Brought<z.output<Q>>),
});
