import { TelegramError } from 'telegraf';
import { SendError, type SendFault } from '../../core/errors.js';
import { HttpFault } from '../http/request.js';

interface Rule {
  pattern: RegExp;
  kind: 'unreachable' | 'rejected';
  code: string;
}

/**
 * Descriptions of refusals. They are not documented; the strings stand in the official server's source:
 * https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp
 */
const rules: Rule[] = [
  { pattern: /bot was kicked/i, kind: 'unreachable', code: 'kicked' },
  { pattern: /bot was blocked/i, kind: 'unreachable', code: 'blocked' },
  { pattern: /user is deactivated/i, kind: 'unreachable', code: 'deactivated' },
  { pattern: /not a member/i, kind: 'unreachable', code: 'not-member' },
  { pattern: /can't initiate conversation/i, kind: 'unreachable', code: 'not-started' },
  { pattern: /chat was (deleted|deactivated)/i, kind: 'unreachable', code: 'chat-deleted' },
  { pattern: /chat not found|PEER_ID_INVALID|CHANNEL_PRIVATE/i, kind: 'unreachable', code: 'chat-not-found' },
  {
    pattern: /not enough rights to send (?!text|message)\w+|CHAT_SEND_(PHOTOS|DOCS|MEDIA)_FORBIDDEN/i,
    kind: 'rejected',
    code: 'no-right-to-attach',
  },
  {
    pattern:
      /need administrator rights|(not enough|no) rights to send|CHAT_(WRITE|SEND_PLAIN)_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED|USER_BANNED_IN_CHANNEL/i,
    kind: 'unreachable',
    code: 'no-right-to-send',
  },
  { pattern: /message thread not found|TOPIC_DELETED/i, kind: 'unreachable', code: 'topic-gone' },
  { pattern: /TOPIC_CLOSED/i, kind: 'unreachable', code: 'topic-closed' },
  { pattern: /message is not modified/i, kind: 'rejected', code: 'not-modified' },
  { pattern: /no text in the message to edit/i, kind: 'rejected', code: 'no-text' },
  { pattern: /no caption in the message to edit/i, kind: 'rejected', code: 'no-caption' },
  { pattern: /message to edit not found|MESSAGE_ID_INVALID/i, kind: 'rejected', code: 'message-gone' },
  { pattern: /message can't be edited/i, kind: 'rejected', code: 'not-editable' },
  { pattern: /(message|caption|text|media caption)( is)? too long/i, kind: 'rejected', code: 'too-long' },
  { pattern: /text (is |must be non-)empty/i, kind: 'rejected', code: 'empty-text' },
  {
    pattern: /wrong (file|remote file) |wrong type of (the )?file|file_?id/i,
    kind: 'rejected',
    code: 'file',
  },
  { pattern: /query is too old/i, kind: 'rejected', code: 'press-too-old' },
];

/** What any failure of a call means for the delivery. */
export function toSendError(error: unknown, method: string, params: Record<string, unknown>): SendError {
  if (error instanceof TelegramError) return fromAnswer(error, method, params);
  if (error instanceof HttpFault) return fromHttpFault(error, method);
  // The error's own words would quote the answer, and with it the message.
  return new SendError({ kind: 'unknown' }, 'bad-answer', `${method}: an answer nobody can read`);
}

function fromHttpFault({ kind, detail }: HttpFault, method: string): SendError {
  switch (kind) {
    case 'not-sent':
      return new SendError(
        { kind: 'retryable' },
        'network',
        `${method}: no connection to Telegram (${detail})`,
      );
    case 'timeout':
      return new SendError({ kind: 'unknown' }, 'timeout', `${method}: no answer from Telegram in time`);
    case 'broken':
      return new SendError({ kind: 'unknown' }, 'broken', `${method}: the connection broke (${detail})`);
  }
}

function fromAnswer(error: TelegramError, method: string, params: Record<string, unknown>): SendError {
  const { fault, code } = classify(error);
  const description = quotable(error.description, params);
  const words = description === '' ? code : description;
  return new SendError(
    fault,
    code,
    `${method}: Telegram answered ${error.code ?? 'something else'} (${words})`,
  );
}

function classify(error: TelegramError): { fault: SendFault; code: string } {
  const status = error.code;
  const newId = error.parameters?.migrate_to_chat_id;
  if (newId !== undefined)
    return { fault: { kind: 'migrated', externalId: String(newId) }, code: 'migrated' };
  if (status === 429) {
    return {
      fault: { kind: 'throttled', retryAfterMs: retryAfterMs(error), scope: 'chat' },
      code: 'throttled',
    };
  }
  // A gateway that stopped waiting does not know what the server behind it did.
  if (status === 504) return { fault: { kind: 'unknown' }, code: 'gateway-timeout' };
  // Every refusal carries its number; an answer without one is not from Telegram.
  if (typeof status !== 'number') return { fault: { kind: 'unknown' }, code: 'bad-answer' };
  if (status >= 500) return { fault: { kind: 'retryable' }, code: 'server' };
  // The token is wrong: the operator's fault, which says nothing about the chat.
  if (status === 401 || status === 404) return { fault: { kind: 'retryable' }, code: 'unauthorized' };
  if (status === 409) {
    const code = /webhook is active/i.test(error.description) ? 'webhook-active' : 'conflict';
    return { fault: { kind: 'retryable' }, code };
  }
  const rule = rules.find(({ pattern }) => pattern.test(error.description));
  if (rule) return { fault: { kind: rule.kind }, code: rule.code };
  return status === 403
    ? { fault: { kind: 'unreachable' }, code: 'forbidden' }
    : { fault: { kind: 'rejected' }, code: 'rejected' };
}

function retryAfterMs(error: TelegramError): number {
  const seconds = error.parameters?.retry_after ?? Number(/retry after (\d+)/i.exec(error.description)?.[1]);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 1_000;
}

/** Longest run of letters that a description may share with what was sent. */
const sharedLimit = 10;

/** The description, or '' when it repeats a part of the message. */
function quotable(description: unknown, params: Record<string, unknown>): string {
  if (typeof description !== 'string') return '';
  const said = [params['text'], params['caption'], JSON.stringify(params['reply_markup'] ?? '')].join('\n');
  const short = description.replace(/[\u0000-\u001f]/g, ' ').slice(0, 160);
  for (let at = 0; at + sharedLimit <= short.length; at += 1) {
    if (said.includes(short.slice(at, at + sharedLimit))) return '';
  }
  return short.replace(/\d{5,}:[\w-]{20,}/g, '[hidden]');
}
