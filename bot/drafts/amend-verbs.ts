import type { Context } from '../context.js';

export const amendVerbs = ['apply', 'drop'] as const;
export type AmendVerb = (typeof amendVerbs)[number];

/** What the button is called, and what is said where there is none. */
export const labelOf = ({ t }: Pick<Context, 't'>, verb: AmendVerb): string =>
  t(verb === 'apply' ? 'change.preview.apply' : 'preview.button.drop');
