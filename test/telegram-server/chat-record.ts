import type { ChatRecord, Member, Stored, TgChat, TgUser } from './types.js';

/** Messages a chat keeps in bench mode, enough to be replied to. */
const KEPT_IN_BENCH = 20;

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

export function evict(messages: Map<number, Stored>): void {
  for (const id of messages.keys()) {
    if (messages.size <= KEPT_IN_BENCH) return;
    messages.delete(id);
  }
}

/** 53 bits of a text, small enough to remember a hundred thousand of them. */
export function hashText(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  return 4_294_967_296 * ((high >>> 0) & 0x1fffff) + (low >>> 0);
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
