import { forgetAmendmentDrafts } from '../store/amendment-drafts.js';
import { forgetDialogues } from '../store/dialogues.js';
import { discardOldDrafts } from '../store/drafts.js';
import type { Sweep } from './sweep.js';

const day = 24 * 3600 * 1000;
/** A conversation is answered as expired for a day, then its person has certainly gone on to something else. */
const dialogueKeptMs = day;
/** A preview nobody tapped for two weeks shows a tree, a deadline and a number that are not true any more. */
const draftKeptMs = 14 * day;

/** Lets go of conversations and drafts that were left lying. */
export const sweepDrafts: Sweep = {
  name: 'sweep-drafts',
  async run(runtime) {
    const now = runtime.clock.now().getTime();
    const forgotten = await forgetDialogues(runtime.db, new Date(now - dialogueKeptMs));
    const discarded = await discardOldDrafts(runtime.db, new Date(now - draftKeptMs));
    const amendments = await forgetAmendmentDrafts(runtime.db, new Date(now - draftKeptMs));
    return { forgotten, discarded, amendments };
  },
};
