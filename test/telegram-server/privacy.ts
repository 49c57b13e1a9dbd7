import type { ChatRecord, Message } from './types.js';
import type { BotRecord, World } from './world.js';

const CONTENT = ['text', 'caption', 'photo', 'document'] as const;

/** Whether a message reaches a bot: the rules of privacy mode. */
export function sees(world: World, bot: BotRecord, place: { record: ChatRecord; message: Message }): boolean {
  const { record, message } = place;
  const member = record.members.get(bot.user.id);
  if (record.chat.type === 'private')
    return bot.privates.get(record.chat.id) === record && record.gone === undefined;
  if (!member || member.status === 'left' || member.status === 'kicked') return false;
  if (message.from?.id === bot.user.id) return isService(message);
  if (isService(message)) return true;
  if (message.from?.is_bot && message.sender_chat === undefined) return false;
  if (!bot.privacy || member.status === 'administrator') return true;
  return isMeantFor(world, bot, place);
}

/** Service messages have no content of a person's own. */
export function isService(message: Message): boolean {
  return CONTENT.every((field) => message[field] === undefined);
}

function isMeantFor(
  world: World,
  bot: BotRecord,
  { record, message }: { record: ChatRecord; message: Message },
): boolean {
  const target = message.reply_to_message;
  if (target?.from?.id === bot.user.id && !isTopicStart(message)) return true;
  const text = message.text ?? message.caption ?? '';
  const marks = message.entities ?? message.caption_entities ?? [];
  const words = marks.map(({ type, offset, length }) => ({
    type,
    word: text.slice(offset, offset + length),
  }));
  const name = `@${(bot.user.username ?? '').toLowerCase()}`;
  for (const { type, word } of words) {
    if (type === 'mention' && word.toLowerCase() === name && world.options.mentionsArrive) return true;
    if (type !== 'bot_command') continue;
    const at = word.indexOf('@');
    if (at >= 0 && word.slice(at).toLowerCase() === name) return true;
    // A command without a name goes to the bot that spoke last.
    if (at < 0 && (record.lastBotId === undefined || record.lastBotId === bot.user.id)) return true;
  }
  return false;
}

function isTopicStart(message: Message): boolean {
  return message.reply_to_message?.forum_topic_created !== undefined;
}
