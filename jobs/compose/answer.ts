import type { Composer } from './composer.js';

/** Kinds whose message was made when they were queued: they say what was true then. */
export const composeAnswer: Composer = async (_runtime, { content }) =>
  content ? { op: 'send', content } : { op: 'skip', reason: 'empty' };
