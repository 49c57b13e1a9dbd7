import { forgetSharedFiles } from '../store/shared-files.js';
import type { Sweep } from './sweep.js';

/** A platform fetches a photo when it gets the message; a phone that was off for a holiday may ask much later. */
const sharedMs = 30 * 24 * 3600 * 1000;

/** Closes the addresses of photos that nobody should need any more: who got hold of one must not keep it for ever. */
export const sweepSharedFiles: Sweep = {
  name: 'sweep-shared-files',
  async run({ db, clock }) {
    return { closed: await forgetSharedFiles(db, new Date(clock.now().getTime() - sharedMs)) };
  },
};
