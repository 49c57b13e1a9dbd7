import { sayDeadline } from '../deadline/say-deadline.js';
import type { Say } from '../say.js';

/** The same words, found once each: a thousand groups are told nearly the same. Made for one round, then dropped. */
export function rememberSay(t: Say): Say {
  return remember((key: string, values?: Record<string, string | number>) => t(key, values), JSON.stringify);
}

/** Says moments (ISO) as people do, in one zone; each is put into words once. */
export function createMoments(t: Say, zone: string): (iso: string) => string {
  return remember(
    (iso: string) => sayDeadline(t, new Date(iso), zone),
    ([iso]) => iso,
  );
}

function remember<A extends unknown[]>(say: (...args: A) => string, keyOf: (args: A) => string) {
  const known = new Map<string, string>();
  return (...args: A): string => {
    const key = keyOf(args);
    const found = known.get(key) ?? say(...args);
    known.set(key, found);
    return found;
  };
}
