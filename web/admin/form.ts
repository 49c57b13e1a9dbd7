import type { z } from 'zod';
import { UserError } from '../../core/errors.js';
import type { Form, Visit } from './page.js';

/** What a form holds, by its schema. Throws UserError for what no form of ours sends. */
export function readForm<T>(form: Form, schema: z.ZodType<T>): T {
  const result = schema.safeParse(form);
  if (!result.success) throw new UserError('admin.fault.form');
  return result.data;
}

/** What was typed into a field of this act, when it could not be taken and the page is shown again; else `before`. */
export function typed({ form }: Visit, act: string, name: string, before = ''): string {
  const value = form['act'] === act ? form[name] : undefined;
  return typeof value === 'string' ? value : before;
}
