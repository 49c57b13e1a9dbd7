import { createWebSession } from '../../store/web-sessions.js';
import { playDistrict } from '../browser/play-district.js';
import { openBrowser, type Browser } from './browser.js';
import { startWorld, type World } from './world.js';

export type District = Awaited<ReturnType<typeof playDistrict>>;

/** The example district with a week's work in it, and its owner's browser, signed in by the bot's link. */
export async function openDistrict(): Promise<{ world: World; district: District; owner: Browser }> {
  const world = await startWorld('servers', { platforms: ['sandbox'] });
  const district = await playDistrict(world);
  const owner = openBrowser(world.app.runtime);
  await owner.signIn(await district.askLink());
  return { world, district, owner };
}

/** A browser in which the account with this id on its platform is signed in, without the way by the link. */
export async function browserOf({ app, clock }: World, externalId: string) {
  const { db } = app.runtime;
  const { id, personId } = await db.account.findFirstOrThrow({ where: { externalId } });
  const browser = openBrowser(app.runtime);
  browser.cookies.set('giaoban', await createWebSession(db, id, clock.now()));
  return { browser, personId };
}
