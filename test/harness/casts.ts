import { backends, type Backend } from './database.js';
import type { PlatformName } from './world.js';

/** One telling of a story that is the same on every platform. Its title is the name of the describe block. */
export interface Cast {
  title: string;
  backend: Backend;
  platform: PlatformName;
}

const tell = (backend: Backend, platforms: readonly PlatformName[]): Cast[] =>
  platforms.map((platform) => ({ title: `${platform} on ${backend}`, backend, platform }));

/** Every platform on every backend: for what must never break. */
export const everywhere: Cast[] = backends.flatMap((backend) =>
  tell(backend, ['telegram', 'sandbox', 'zalo']),
);

/** Every platform once, each on the backend where it lives: for long tables. */
export const onceEach: Cast[] = backends.flatMap((backend) =>
  tell(backend, backend === 'embedded' ? ['sandbox'] : ['telegram', 'zalo']),
);
