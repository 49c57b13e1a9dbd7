import { inject } from 'vitest';
import { openWorld, type World, type WorldOptions } from './open-world.js';
import type { Backend } from './servers.js';

export { ownerCode, type World, type WorldOptions } from './open-world.js';

/** A world for one test, on the servers of the run. */
export function startWorld(backend: Backend, options: WorldOptions = {}): Promise<World> {
  return openWorld(inject('servers'), backend, options);
}
