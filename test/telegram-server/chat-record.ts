import type { ChatRecord, Member, TgChat, TgUser } from './types.js';

/** Messages a chat keeps in bench mode, enough to be replied to. */
const BOT_MESSAGES_KEPT = 20;
const PEOPLES_MESSAGES_KEPT = 200;

export function newChat(chat: TgChat): ChatRecord {
  return {
    chat,
    members: new Map(),
    messages: new Map(),
    topics: new Map(),
    pinned: [],
    lastMessageId: 0,
    botMessages: 0,
    repeated: 0,
  };
}

/** Forgets what is too old to be answered; a burst of people's messages never pushes out the bot's. */
export function evict(record: ChatRecord, id: number, isFromBot: boolean): void {
  const kept = (record.kept ??= { bot: [], people: [] });
  const ids = isFromBot ? kept.bot : kept.people;
  ids.push(id);
  if (ids.length > (isFromBot ? BOT_MESSAGES_KEPT : PEOPLES_MESSAGES_KEPT))
    record.messages.delete(ids.shift() ?? 0);
}

const ADMIN_RIGHTS = {
  can_manage_chat: true,
  can_change_info: true,
  can_delete_messages: true,
  can_invite_users: true,
  can_restrict_members: true,
  can_pin_messages: true,
  can_manage_topics: true,
  can_promote_members: false,
  can_manage_video_chats: true,
};

/** One ChatMember as the Bot API writes it. */
export function memberJson(user: TgUser, member: Member): Record<string, unknown> {
  const { status, anonymous, rights } = member;
  if (status === 'creator') return { user, status, is_anonymous: anonymous ?? false };
  if (status === 'administrator') {
    return {
      user,
      status,
      can_be_edited: false,
      is_anonymous: anonymous ?? false,
      ...ADMIN_RIGHTS,
      ...rights,
    };
  }
  if (status === 'restricted')
    return { user, status, is_member: true, until_date: 0, can_send_messages: false, ...rights };
  return status === 'kicked' ? { user, status, until_date: 0 } : { user, status };
}
