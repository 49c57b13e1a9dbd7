import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses, fit for an address and a cookie. Only its hash is kept. */
export const createKey = (): string => randomBytes(32).toString('base64url');

/** What is stored of a key. It is as long as its hash: a slow hash would guard nothing more. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');
