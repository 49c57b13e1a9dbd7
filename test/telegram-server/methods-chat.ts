import { checkMaySend, findChat, type Call } from './access.js';
import { badRequest } from './errors.js';
import { knownFile } from './files.js';
import type { ChatRecord } from './types.js';
import { memberJson } from './chat-record.js';

const PERMISSIONS = {
  can_send_messages: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_change_info: false,
  can_invite_users: true,
  can_pin_messages: false,
};
const ACTIONS = new Set(
  (
    'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker ' +
    'find_location record_video_note upload_video_note'
  ).split(' '),
);

export function getChat(call: Call): Record<string, unknown> {
  const record = findChat(call, 'read');
  const pinned = record.messages.get(record.pinned.at(-1) ?? 0)?.message;
  return {
    ...record.chat,
    ...(record.chat.type === 'private' ? {} : { permissions: PERMISSIONS }),
    ...(pinned ? { pinned_message: pinned } : {}),
    max_reaction_count: 11,
    accent_color_id: 3,
  };
}

export function getChatMember(call: Call): Record<string, unknown> {
  const record = findChat(call, 'read');
  const userId = call.params.int('user_id');
  if (userId === undefined || userId <= 0) throw badRequest('invalid user_id specified');
  const user = call.world.users.get(userId);
  if (!user)
    throw badRequest(record.chat.type === 'supergroup' ? 'PARTICIPANT_ID_INVALID' : 'user not found');
  return memberJson(user, record.members.get(userId) ?? { status: 'left' });
}

export function getChatAdministrators(call: Call): Record<string, unknown>[] {
  const record = findChat(call, 'read');
  if (record.chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return [...record.members]
    .filter(([, member]) => member.status === 'creator' || member.status === 'administrator')
    .filter(([id]) => id === call.bot.user.id || !call.world.users.get(id)?.is_bot)
    .map(([id, member]) => memberJson(call.world.user(id), member));
}

export function getChatMemberCount(call: Call): number {
  return present(findChat(call, 'read'));
}

const present = (record: ChatRecord): number =>
  [...record.members.values()].filter(({ status }) => status !== 'left' && status !== 'kicked').length;

export function leaveChat(call: Call): true {
  const record = findChat(call, 'read');
  if (record.chat.type === 'private') throw badRequest("private chat can't be left");
  const { user } = call.bot;
  call.world.post(record, { from: user, body: { left_chat_member: user } });
  call.world.setMember(record, { userId: user.id, by: user, to: { status: 'left' } });
  return true;
}

export function sendChatAction(call: Call): true {
  if (!ACTIONS.has(call.params.text('action'))) throw badRequest('wrong parameter action in request');
  checkMaySend(call, findChat(call), 'messages');
  return true;
}

export function getFile(call: Call): Record<string, unknown> {
  const fileId = call.params.text('file_id');
  if (fileId === '') throw badRequest('file_id not specified');
  const file = knownFile(call, fileId);
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.content.length > 20 * 1_048_576) throw badRequest('file is too big');
  const { file_id, file_unique_id, file_size } = file.info;
  return { file_id, file_unique_id, file_size, file_path: file.path };
}

export const chatMethods = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  sendChatAction,
  getFile,
};
