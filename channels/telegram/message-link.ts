import type { ChatAddress } from '../channel.js';

/** The address of a message for the members of its supergroup; other chats have none (https://core.telegram.org/api/links#message-links). */
export function linkMessage({ externalId, threadId }: ChatAddress, messageId: string): string | null {
  const group = /^-100(\d+)$/.exec(externalId)?.[1];
  if (!group || !/^\d+$/.test(messageId)) return null;
  const thread = threadId === '' ? '' : `${threadId}/`;
  return `https://t.me/c/${group}/${thread}${messageId}`;
}
