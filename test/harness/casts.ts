import { backends, type Backend } from './database.js';
import type { PlatformName } from './open-world.js';

/** One telling of a story that is the same on every platform. Its title is the name of the describe block. */
export interface Cast {
  title: string;
  backend: Backend;
  platform: PlatformName;
}

const tell = (backend: Backend, platforms: readonly PlatformName[]): Cast[] =>
  platforms.map((platform) => ({ title: `${platform} on ${backend}`, backend, platform }));

/**
 * Every platform, the usual ones on both backends: for what must never break. The practice page belongs to the embedded
 * default, an Official Account to a server that the platform reaches.
 */
export const everywhere: Cast[] = backends.flatMap((backend) =>
  tell(backend, backend === 'embedded' ? ['sandbox', 'telegram', 'zalo'] : ['telegram', 'zalo', 'zalo-oa']),
);

/** Every platform once, each on the backend where it lives: for long tables. */
export const onceEach: Cast[] = backends.flatMap((backend) =>
  tell(backend, backend === 'embedded' ? ['sandbox'] : ['telegram', 'zalo']),
);
