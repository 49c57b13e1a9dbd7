import { checkAudienceName } from '../../core/audience/audience-name.js';
import { parseAudience } from '../../core/audience/audience.js';
import { resolveAudience } from '../../core/audience/resolve-audience.js';
import { UserError } from '../../core/errors.js';
import { findAudience, listSavedAudiences, saveAudience } from '../../store/audiences.js';
import { listUnits } from '../../store/units.js';
import { audit } from '../audit.js';
import { getSpeaker } from '../authorise.js';
import type { Deed } from '../deed.js';
import { readTargets, shorten } from '../drafts/words.js';
import { requireOwn } from './require-own.js';

/** Saves a targets expression under a name, in the place of the one that had it. Throws UserError. Returns what to say. */
export async function keepAudience(ctx: Deed, name: string, words: string): Promise<string> {
  if (name === '' || words === '') throw new UserError('audience.usage');
  const problem = checkAudienceName(name, await listUnits(ctx.db));
  if (problem) throw new UserError(`audience.badName.${problem}`, { name: shorten(name) });
  const { personId } = getSpeaker(ctx);
  const before = await findAudience(ctx.db, name);
  if (before) requireOwn(ctx, before);
  await requireNoSaved(ctx, words);
  const { length } = await readTargets(ctx, getSpeaker(ctx), words, {
    unknownKey: 'audience.unknownTargets',
  });
  await saveAudience(ctx.db, { name, words }, { personId, now: ctx.now });
  await audit(ctx, 'save-audience', `audience:${name}`);
  const values = { name, words: shorten(words), units: ctx.t('preview.units', { count: length }) };
  return ctx.t(before ? 'audience.changed' : 'audience.saved', values);
}

/** A saved audience names units and tags only: so none can run in a circle, and each says whom it means. */
async function requireNoSaved(ctx: Deed, words: string): Promise<void> {
  const units = await listUnits(ctx.db);
  const known = await listSavedAudiences(ctx.db);
  const plainly = resolveAudience(parseAudience(words), units, 'all').unknown;
  const withSaved = resolveAudience(parseAudience(words), units, 'all', known).unknown;
  if (withSaved.length < plainly.length) throw new UserError('audience.nested');
}
