import type { Context } from 'hono';
import { z } from 'zod';
import type { UserError } from '../../core/errors.js';
import type { Translate } from '../../locales/texts.js';

/** Why a request came to nothing (RFC 9457). `code` is for programs and stays, `detail` for people. */
export const problemSchema = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = Omit<z.infer<typeof problemSchema>, 'type' | 'title'>;

export const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
} as const;
export type ProblemStatus = keyof typeof titles;

/** Stops a request where it stands. */
export class ApiFault extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly code: string,
    readonly more: Partial<Problem> = {},
  ) {
    super(code);
  }
}

export function answerProblem(c: Context, fault: ApiFault): Response {
  const { status, code, more } = fault;
  const problem = { type: 'about:blank', title: titles[status], status, code, ...more };
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' });
}

/** What the sentences of faults mean to a program; all others are 422: understood, and it cannot be done so. */
const statuses: [RegExp, ProblemStatus][] = [
  [/^(error\.(notAllowed|anonymous)|preview\.notYours|audience\.notYours)$/, 403],
  [/^(change\.unknown|units\.unknown|error\.oldButton|summary\.unknown\w+|access\.fault\.gone)$/, 404],
  [/^(approval\.already|change\.(meanwhile|over\.\w+|remindedJustNow)|card\.toast\.(already|nothing))$/, 409],
  [/^(preview\.settled\.\w+|acceptance\.(gone|over|notWaiting|none)|report\.publishedAlready)$/, 409],
];

/** A sentence of ours, as a program takes it: the key is its code. */
export function fromUserError({ key, values }: UserError, t: Translate): ApiFault {
  const status = statuses.find(([keys]) => keys.test(key))?.[1] ?? 422;
  return new ApiFault(status, key, { detail: t(key, values) });
}

/** What was sent is not what the schema takes. */
export function fromZodError(error: z.ZodError): ApiFault {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return new ApiFault(422, 'invalid', { errors });
}
