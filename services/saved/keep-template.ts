import { checkName } from '../../core/audience/audience-name.js';
import { UserError } from '../../core/errors.js';
import { findTemplate, saveTemplate, type TemplateWords } from '../../store/templates.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { shorten } from '../drafts/words.js';
import { requireOwn } from './require-own.js';

/** Saves a template under its name, in the place of the one that had it. Throws UserError. */
export async function keepTemplate(ctx: Deed, words: TemplateWords): Promise<void> {
  const { name } = words;
  if (checkName(name) !== null) throw new UserError('audience.badName.form', { name: shorten(name) });
  const before = await findTemplate(ctx.db, name);
  if (before) requireOwn(ctx, before);
  await saveTemplate(ctx.db, words, { personId: getSpeaker(ctx).personId, now: ctx.now });
  await audit(ctx, 'save-template', `template:${name}`);
}
