import { deleteAudience } from '../../store/audiences.js';
import { deleteTemplate } from '../../store/templates.js';
import { audit } from '../audit.js';
import type { Deed } from '../deed.js';
import { getAudience, getTemplate } from './find-saved.js';
import { requireOwn } from './require-own.js';

/** Forgets a saved audience. Throws UserError where it is not the speaker's to forget. Returns what to say. */
export async function forgetAudience(ctx: Deed, name: string): Promise<string> {
  const found = await getAudience(ctx, name);
  requireOwn(ctx, found);
  await deleteAudience(ctx.db, found.id);
  await audit(ctx, 'delete-audience', `audience:${found.name}`);
  return ctx.t('audience.deleted', { name: found.name });
}

/** Forgets a template. Throws UserError where it is not the speaker's to forget. Returns what to say. */
export async function forgetTemplate(ctx: Deed, name: string): Promise<string> {
  const found = await getTemplate(ctx, name);
  requireOwn(ctx, found);
  await deleteTemplate(ctx.db, found.id);
  await audit(ctx, 'delete-template', `template:${found.name}`);
  return ctx.t('template.deleted', { name: found.name });
}
