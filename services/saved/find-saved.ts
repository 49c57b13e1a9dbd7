import { UserError } from '../../core/errors.js';
import { findAudience } from '../../store/audiences.js';
import { findTemplate, type Template } from '../../store/templates.js';
import type { Asking } from '../deed.js';
import { shorten } from '../drafts/words.js';

/** The saved audience with this name. Throws UserError when there is none. */
export async function getAudience({ db }: Pick<Asking, 'db'>, name: string) {
  const found = await findAudience(db, name);
  if (!found) throw new UserError('audience.unknown', { name: shorten(name) });
  return found;
}

/** The template with this name. Throws UserError when there is none. */
export async function getTemplate({ db }: Pick<Asking, 'db'>, name: string): Promise<Template> {
  const found = await findTemplate(db, name);
  if (!found) throw new UserError('template.unknown', { name: shorten(name) });
  return found;
}
