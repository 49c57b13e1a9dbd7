import type { Say } from '../say.js';

/** Names in one line; those beyond `most` are counted. */
export function listSome(t: Say, names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const left = names.length - shown.length;
  const all = left > 0 ? [...shown, t('summary.moreNames', { count: left })] : shown;
  return all.join(', ');
}
