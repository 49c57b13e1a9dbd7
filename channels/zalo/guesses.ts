/**
 * What nobody has seen or documented, in one place: a live account may prove each of these wrong. What is known stands
 * where it is used.
 */

interface Rule {
  pattern: RegExp;
  kind: 'unreachable' | 'rejected';
  code: string;
}

/** Words in a refusal (400, 403, 404) that say what it is about. */
export const refusals: Rule[] = [
  { pattern: /chat_id must not be empty/i, kind: 'rejected', code: 'no-chat-id' },
  {
    pattern: /(bot|member).*(kicked|removed|not (in|a member|part))|not a member/i,
    kind: 'unreachable',
    code: 'kicked',
  },
  { pattern: /blocked|unfollow/i, kind: 'unreachable', code: 'blocked' },
  {
    pattern: /(chat|group|conversation|user|recipient).*(not found|not exist|invalid|disbanded|deleted)/i,
    kind: 'unreachable',
    code: 'chat-not-found',
  },
  { pattern: /photo/i, kind: 'rejected', code: 'file' },
  { pattern: /too long|must not exceed|max(imum)? length/i, kind: 'rejected', code: 'too-long' },
  { pattern: /text must not be empty/i, kind: 'rejected', code: 'empty-text' },
];

/** getUpdates while a webhook is set is refused in words nobody has written down. */
export const webhookActive = /webhook/i;

/** The table of errors calls 403 an "Internal server error": that says nothing about the chat. */
export const serverFault = /internal server error/i;

/** The first pause after a 429, which names none; the next ones in a row double up to the longest. */
export const quotaPauseMs = { first: 30_000, longest: 15 * 60_000 };

/** Sends a second in all, in one chat, and a minute in one group: no limit is published, so these are modest. */
export const modestPace = { perSecond: 5, chatPerSecond: 1, groupPerMinute: 20 };

/** Whether a person has one id in private and in groups: nobody has measured it, so roles may have to be linked over. */
export const knowsOnePersonId = false;

/** A group's id as one was seen; used only where `chat_type` is missing. */
export const groupId = /^zgr-/;

/** A mention of a bot whose name we were not told right: up to what can only be meant for us. */
export const foreignMention = /^@bot\b[^#/\n]{0,60}?\s(?=#\s?\d|\/[a-z]|(?:dangky|bind|đăng ký|dang ky)\s)/iu;
