import { queueOpenDirectives } from '../../store/directives.js';
import { noteLife } from '../../store/groups.js';
import { requeueMissed } from '../../store/lost-chats.js';
import type { Feature } from '../feature.js';

/** Keeps what is known of a chat that speaks current, before any other feature looks at it. Never takes the event. */
export const meetChatFeature: Feature = {
  name: 'meet-chat',
  async handle(ctx) {
    const { db, chat, event, now, speaker } = ctx;
    if (event.kind !== 'message' && event.kind !== 'edit' && event.kind !== 'press') return false;
    const facts = { now, personId: speaker?.personId ?? null, isPrivate: !event.chat.isGroup };
    if (!(await noteLife(db, chat, facts))) return false;
    if (chat.role === 'private') await requeueMissed(db, chat.id, now);
    else await queueOpenDirectives(db, chat, now);
    return false;
  },
};
