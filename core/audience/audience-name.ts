import { foldName, type AudienceUnit } from './audience.js';

/** What is wrong with a name for a saved audience or template; `unit` and `tag`: something else is called so. */
export type NameProblem = 'form' | 'unit' | 'tag';

/** One word of letters, digits, `-` and `_`, with a letter in it: it stands in a first line among codes and tags. */
const form = /^(?=.*\p{L})[\p{L}\p{M}\d][\p{L}\p{M}\d_-]{1,29}$/u;
/** Words that mean something else in a first line or behind the command. */
const taken = new Set(
  ['all', 'tatca', 'tat', 'ca', 'khan', 'urgent', 'han', 'due', 'deadline', 'thoi', 'nhac', 'remind'].concat([
    'luu',
    'save',
    'them',
    'add',
    'sua',
    'change',
    'xoa',
    'delete',
    'remove',
  ]),
);

/** Null when the name is fit. */
export function checkName(name: string): 'form' | null {
  return form.test(name.normalize('NFC')) && !taken.has(foldName(name)) ? null : 'form';
}

/** A saved audience stands where codes and tags stand: it must be called like none of them. Null when it is fit. */
export function checkAudienceName(name: string, units: readonly AudienceUnit[]): NameProblem | null {
  const fold = foldName(name);
  if (checkName(name) !== null) return 'form';
  if (units.some(({ code }) => foldName(code) === fold)) return 'unit';
  return units.some(({ tags }) => tags.some((tag) => foldName(tag) === fold)) ? 'tag' : null;
}
