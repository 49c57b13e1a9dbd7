import type { Tag } from './tags.js';

/** More than there are tags. */
export const PLACES = 128;

const places = new Map<Tag | null, number>();

/** The number of a tag, for tables of them; tags are numbered as they are met. */
export function placeOf(tag: Tag | null): number {
  const known = places.get(tag);
  if (known !== undefined) return known;
  places.set(tag, places.size);
  return places.size - 1;
}
