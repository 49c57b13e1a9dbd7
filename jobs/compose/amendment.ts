import { plain, type Content } from '../../core/message.js';
import { textsFor, type Translate } from '../../locales/texts.js';
import { findCopies, findOutgoing } from '../../store/outgoing.js';
import { replaceGone } from '../../store/settlements.js';
import { splitContent } from '../split-content.js';
import type { Composer } from './composer.js';
import { buildOutgoing } from './directive.js';

/** A send ends within its time limit of 20 s; looking again every few seconds is soon enough. */
const lookAgainMs = 3_000;

/**
 * Brings the messages of a directive that are out in one group up to what it says now: amended, extended, closed or
 * cancelled. Where none can be changed, the new wording is sent as a message of its own.
 */
export const composeAmendment: Composer = async (runtime, delivery) => {
  const { db, clock, channels, settings } = runtime;
  const { directiveId, chatId, channel } = delivery;
  const outgoing = await findOutgoing(db, delivery.id);
  if (!outgoing || directiveId === null) return { op: 'skip', reason: 'no-directive' };
  const now = clock.now();
  const { copies, isSending } = await findCopies(db, directiveId, chatId);
  if (isSending) return { op: 'later', notBefore: new Date(now.getTime() + lookAgainMs) };
  const { capabilities } = channels.get(channel)!;
  const content = buildOutgoing(runtime, delivery, { ...outgoing, isAgain: false });
  if (copies.length === 0 || !capabilities.edits) {
    if (outgoing.state !== 'open') return { op: 'skip', reason: 'nothing-to-edit' };
    return outgoing.isBound ? { op: 'send', content } : { op: 'skip', reason: 'rebound' };
  }
  const parts = splitContent(capabilities, content);
  const t = textsFor(delivery.locale, settings.ORG_LOCALE);
  return {
    op: 'edit',
    edits: copies.flatMap((copy) => spread(copy, parts, t)),
    gone: async () => {
      if (outgoing.state === 'open') await replaceGone(db, { directiveId, chatId }, now);
    },
  };
};

/** Puts the new parts into the messages of one copy; buttons stay under the last part, what is left over says so. */
function spread(copy: string[], parts: Content[], t: Translate): { messageId: string; content: Content }[] {
  const last = Math.min(copy.length, parts.length) - 1;
  const buttons = parts.at(-1)?.buttons;
  return copy.map((messageId, index) => {
    const part = parts[index];
    if (!part) return { messageId, content: { text: [plain(t('directive.partRemoved'))] } };
    const { buttons: _, ...bare } = part;
    return { messageId, content: index === last && buttons ? { ...bare, buttons } : bare };
  });
}
