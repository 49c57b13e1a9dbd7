import { sayDeadline } from '../deadline/say-deadline.js';
import type { Say } from '../say.js';

/** The same words, found once each: a thousand groups are told nearly the same. Made for one round, then dropped. */
export function rememberSay(t: Say): Say {
  return remember((key: string, values?: Record<string, string | number>) => t(key, values), JSON.stringify);
}

/** Says moments (ISO, or in milliseconds) as people do, in one zone; each is put into words once. */
export function createMoments(t: Say, zone: string): (at: string | number) => string {
  return remember(
    (at: string | number) => sayDeadline(t, new Date(at), zone),
    ([at]) => at,
  );
}

function remember<A extends unknown[]>(say: (...args: A) => string, keyOf: (args: A) => string | number) {
  const known = new Map<string | number, string>();
  return (...args: A): string => {
    const key = keyOf(args);
    const found = known.get(key) ?? say(...args);
    known.set(key, found);
    return found;
  };
}
