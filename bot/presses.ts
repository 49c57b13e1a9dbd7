import type { Press } from './press.js';

/** Every kind of button. A new one is a file in presses/ and a line here. */
export const presses: readonly Press[] = [];
