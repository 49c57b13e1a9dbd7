import type { TgMessage } from './update-schema.js';

export interface ReadText {
  text: string;
  /** A command for us, `#12 …` or a mention of us. */
  isForUs: boolean;
  /** A command for another bot: not ours, whatever it answers. */
  isForOther: boolean;
}

/** https://core.telegram.org/bots/features#commands */
const commandPattern = /^\/([a-z0-9_]{1,64})(?:@([a-z0-9_]+))?(?=\s|$)/i;

/** `#12`, also as other keyboards write it. */
const codePattern = /^[#＃]\s?\d/;

/** Marks that keyboards and copied texts put in front unseen, e.g. a right-to-left mark. */
const unseenStart = /^[\s\p{Cf}]+/u;

/** Takes our name out of a text and says whether the text speaks to us. */
export function readText(message: TgMessage, me: { id: number; username: string }): ReadText {
  const raw = message.text ?? message.caption ?? '';
  const withoutEntities = removeTextMentions(raw, message, me.id);
  const text = removeMentions(withoutEntities, me.username).replace(unseenStart, '');
  const isMentioned = withoutEntities !== raw || text !== withoutEntities.trim().replace(unseenStart, '');
  const command = commandPattern.exec(text);
  if (!command) return { text, isForUs: isMentioned || codePattern.test(text), isForOther: false };
  const [typed, name = '', target] = command;
  if (target === undefined) return { text, isForUs: true, isForOther: false };
  if (target.toLowerCase() !== me.username.toLowerCase()) return { text, isForUs: false, isForOther: true };
  return { text: `/${name}${text.slice(typed.length)}`, isForUs: true, isForOther: false };
}

function removeMentions(text: string, username: string): string {
  if (username === '' || !text.includes('@')) return text.trim();
  // Behind a command the name belongs to the command; inside a word it is an address, not a mention.
  const pattern = new RegExp(`[ \\t]*(?<![\\w@./])@${username}(?!\\w)[ \\t]*`, 'gi');
  const bare = text.replace(pattern, ' ');
  return bare === text ? text.trim() : bare.trim().replace(/^[,:]\s*/, '');
}

/** A mention by name instead of username carries the user: https://core.telegram.org/bots/api#messageentity */
function removeTextMentions(text: string, message: TgMessage, myId: number): string {
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? [];
  const ours = entities.filter(({ type, user }) => type === 'text_mention' && user?.id === myId);
  return ours.reduceRight(
    (rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length),
    text,
  );
}
