import type { Backend } from './database.js';
import { organise } from './organisation.js';
import { openStage } from './stage.js';
import { startWorld } from './world.js';

/** An organisation on Telegram and Zalo: Hạnh owns it and Long is a member on Telegram, Hoa is one on Zalo. */
export async function startOnTwo(backend: Backend) {
  const world = await startWorld(backend, { platforms: ['telegram', 'zalo'], rate: 'off' });
  const [telegram, zalo] = [openStage(world, 'telegram'), openStage(world, 'zalo')];
  const [here, there] = [organise(telegram), organise(zalo)];
  const hanh = await here.owner();
  const [long, hoa] = [await telegram.person('Long'), await zalo.person('Hoa')];
  return { world, telegram, zalo, here, there, hanh, long, hoa };
}
