import { createHash } from 'node:crypto';

/** 20 hex digits that mean nothing, the same for the same seed. */
export const opaqueId = (...seed: (string | number)[]): string =>
  createHash('sha1').update(seed.join(' ')).digest('hex').slice(0, 20);
