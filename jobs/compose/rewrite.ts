import type { Composer } from './composer.js';

/** Replaces a message of ours that is out: `replyTo` names it. For previews and questions that are settled. */
export const composeRewrite: Composer = async (_runtime, { content, replyTo }) =>
  content && replyTo
    ? { op: 'edit', edits: [{ messageId: replyTo, content }] }
    : { op: 'skip', reason: 'empty' };
