import { forgetLooseUploads } from '../store/uploads.js';
import type { Sweep } from './sweep.js';

/** Longer than anybody takes over a draft. */
const looseMs = 7 * 24 * 3600 * 1000;

/** Lets go of files that were brought to the page and went out with nothing. */
export const sweepUploads: Sweep = {
  name: 'sweep-uploads',
  async run({ db, clock }) {
    const now = clock.now();
    return { forgotten: await forgetLooseUploads(db, new Date(now.getTime() - looseMs), now) };
  },
};
