import { amendDialogue } from './amend-directive.js';
import { amendmentDialogue } from './decide-amendment.js';
import { acceptanceDialogue } from './decide-acceptance.js';
import { composeDialogue } from './compose-directive.js';
import { recurrenceDialogue } from './compose-recurrence.js';
import { moreTimeDialogue } from './decide-more-time.js';
import type { Dialogue } from './dialogue.js';

/** Every kind of guided conversation. */
export const dialogues: readonly Dialogue[] = [
  composeDialogue,
  amendDialogue,
  amendmentDialogue,
  recurrenceDialogue,
  moreTimeDialogue,
  acceptanceDialogue,
];
