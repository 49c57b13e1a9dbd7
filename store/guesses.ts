import type { Db } from './db.js';
import { findSetting, setSetting } from './settings.js';

/** So many wrong codes from one account, then a pause: a code of ten signs stays out of reach. */
const allowedGuesses = 5;
const pauseMs = 10 * 60_000;

interface Guesses {
  count: number;
  /** When the pause ends, or the count is forgotten; ISO. */
  until: string;
}

const keyOf = (who: string) => `guess.${who}`;

/** Whether this account has named too many wrong codes and must wait. Others who ask for it wait for this transaction. */
export async function isGuessingPaused(db: Db, who: string, now: Date): Promise<boolean> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${keyOf(who)}))`;
  const guesses = await findSetting<Guesses>(db, keyOf(who));
  return guesses !== null && guesses.count >= allowedGuesses && new Date(guesses.until) > now;
}

/** Counts a wrong code. Ten minutes without one, and the count begins anew. */
export async function recordWrongCode(db: Db, who: string, now: Date): Promise<void> {
  const known = await findSetting<Guesses>(db, keyOf(who));
  const count = known && new Date(known.until) > now ? known.count + 1 : 1;
  await setSetting(db, keyOf(who), { count, until: new Date(now.getTime() + pauseMs).toISOString() });
}

/** A right code ends the count. */
export async function forgetWrongCodes(db: Db, who: string): Promise<void> {
  await db.setting.deleteMany({ where: { key: keyOf(who) } });
}
