import type { Tag } from './tags.js';

/** More than there are tags, and two less than four numbers have bits (../signs.ts). */
export const PLACES = 126;

const places = new Map<Tag | null, number>();

/** The number of a tag, for tables of them; tags are numbered as they are met. */
export function placeOf(tag: Tag | null): number {
  const known = places.get(tag);
  if (known !== undefined) return known;
  places.set(tag, places.size);
  return places.size - 1;
}
