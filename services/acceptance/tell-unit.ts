import type { Content } from '../../core/message.js';
import type { Translate } from '../../locales/texts.js';
import { textsFor } from '../../locales/texts.js';
import { listReached } from '../../store/changes.js';
import { getChat } from '../../store/chats.js';
import { findReply } from '../../store/replies.js';
import { queueNotes } from '../changes/tell-groups.js';
import { tell } from '../tell.js';
import type { Deed } from '../deed.js';
import type { Awaited } from './find-awaited.js';

/** Tells a unit what became of its `done`: its groups that have the directive, and whoever reported it in private. */
export async function tellUnit(ctx: Deed, request: Awaited, write: (t: Translate) => Content): Promise<void> {
  const { id, replyId, assignment, directive } = request;
  const groups = await listReached(ctx.db, directive.id, assignment.unitId);
  const key = `acceptance:${id}`;
  await queueNotes(ctx, { directiveId: directive.id, key, write }, groups);
  const reply = await findReply(ctx.db, replyId);
  const chat = reply && (await getChat(ctx.db, reply.chatId));
  if (chat?.role !== 'private') return;
  const content = write(textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE));
  const named = { directiveId: directive.id, assignmentId: assignment.id };
  await tell(ctx, chat, content, { ...named, dedupKey: `${key}:chat:${chat.id}` });
}
