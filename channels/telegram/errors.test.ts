import { TelegramError } from 'telegraf';
import { describe, expect, it } from 'vitest';
import { toSendError } from './errors.js';
import { createThrottleScope } from './throttle-scope.js';

const words = 'Kiểm tra phương án phòng chống lụt bão trước ngày mưa';
const request = { chat_id: -100, text: words };

function faultOf(response: object, params: Record<string, unknown> = request) {
  const error = new TelegramError(response as never, { method: 'sendMessage', payload: params });
  return toSendError(error, 'sendMessage', params);
}

describe('what an answer of Telegram means', () => {
  const kicked = 'Forbidden: bot was kicked from the supergroup chat';
  const table: { status: number; description: string; parameters?: object; expected: object }[] = [
    {
      status: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
      expected: { kind: 'throttled', retryAfterMs: 7_000, scope: 'chat' },
    },
    {
      status: 429,
      description: 'Too Many Requests: retry after 3',
      expected: { kind: 'throttled', retryAfterMs: 3_000 },
    },
    {
      status: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1_001_112_223_334 },
      expected: { kind: 'migrated', externalId: '-1001112223334' },
    },
    { status: 403, description: kicked, expected: { kind: 'unreachable', code: 'kicked' } },
    {
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
      expected: { kind: 'unreachable', code: 'blocked' },
    },
    {
      status: 403,
      description: 'Forbidden: user is deactivated',
      expected: { kind: 'unreachable', code: 'deactivated' },
    },
    {
      status: 403,
      description: 'Forbidden: bot is not a member of the supergroup chat',
      expected: { kind: 'unreachable', code: 'not-member' },
    },
    {
      status: 403,
      description: 'Forbidden: the group chat was deleted',
      expected: { kind: 'unreachable', code: 'chat-deleted' },
    },
    {
      status: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
      expected: { kind: 'unreachable' },
    },
    {
      status: 403,
      description: 'Forbidden: something new',
      expected: { kind: 'unreachable', code: 'forbidden' },
    },
    {
      status: 400,
      description: 'Bad Request: chat not found',
      expected: { kind: 'unreachable', code: 'chat-not-found' },
    },
    {
      status: 400,
      description: 'Bad Request: need administrator rights in the channel chat',
      expected: { kind: 'unreachable', code: 'no-right-to-send' },
    },
    {
      status: 400,
      description: 'Bad Request: not enough rights to send text messages to the chat',
      expected: { kind: 'unreachable', code: 'no-right-to-send' },
    },
    {
      status: 400,
      description: 'Bad Request: have no rights to send a message',
      expected: { kind: 'unreachable', code: 'no-right-to-send' },
    },
    {
      status: 400,
      description: 'Bad Request: not enough rights to send photos to the chat',
      expected: { kind: 'rejected', code: 'no-right-to-attach' },
    },
    {
      status: 400,
      description: 'Bad Request: message thread not found',
      expected: { kind: 'unreachable', code: 'topic-gone' },
    },
    {
      status: 400,
      description: 'Bad Request: message is too long',
      expected: { kind: 'rejected', code: 'too-long' },
    },
    {
      status: 400,
      description: 'Bad Request: message text is empty',
      expected: { kind: 'rejected', code: 'empty-text' },
    },
    {
      status: 400,
      description: 'Bad Request: something new',
      expected: { kind: 'rejected', code: 'rejected' },
    },
    {
      status: 401,
      description: 'Unauthorized',
      expected: { kind: 'retryable', code: 'unauthorized' },
    },
    { status: 404, description: 'Not Found', expected: { kind: 'retryable', code: 'unauthorized' } },
    {
      status: 409,
      description: 'Conflict: terminated by other getUpdates request',
      expected: { kind: 'retryable', code: 'conflict' },
    },
    { status: 500, description: 'Internal Server Error', expected: { kind: 'retryable', code: 'server' } },
    {
      status: 400,
      description: `Bad Request: can't parse "${words}"`,
      expected: { kind: 'rejected', code: 'rejected' },
    },
  ];

  it.each(table)('$status $description', ({ status, description, parameters, expected }) => {
    const { fault, code, message } = faultOf({ ok: false, error_code: status, description, parameters });
    expect({ ...fault, code }).toMatchObject(expected);
    expect(message).not.toContain('phương án');
  });

  it('is in doubt when the answer is not one of Telegram', () => {
    expect(faultOf([]).fault.kind).toBe('unknown');
  });
});

describe('the message of a fault', () => {
  it('quotes what Telegram said', () => {
    const { message } = faultOf({ error_code: 400, description: 'Bad Request: BUTTON_URL_INVALID' });
    expect(message).toBe('sendMessage: Telegram answered 400 (Bad Request: BUTTON_URL_INVALID)');
  });

  it.each([`Bad Request: ${words}`, words.slice(9, 30), 'at 7000000001:AAF-secret_secret_secret_secret_sec'])(
    'repeats neither text nor token: %s',
    (description) => {
      const { message } = faultOf({ error_code: 400, description });
      expect(message).not.toMatch(/phương|secret/);
    },
  );

  it('repeats no label of a button', () => {
    const markup = { inline_keyboard: [[{ text: 'Trường An Phú đã nhận', callback_data: 'a' }]] };
    const description = 'Bad Request: bad button "Trường An Phú đã nhận"';
    const { message } = faultOf({ error_code: 400, description }, { reply_markup: markup });
    expect(message).not.toContain('An Phú');
  });

  it('is made of anything that is thrown', () => {
    for (const thrown of [null, undefined, 'x', new TypeError('secret'), { code: {} }]) {
      const error = toSendError(thrown, 'sendMessage', request);
      expect(error).toMatchObject({ fault: { kind: 'unknown' }, code: 'bad-answer' });
      expect(error.message).not.toContain('secret');
    }
  });
});

describe('the scope of a 429', () => {
  it('is the channel when three chats are refused within two seconds', () => {
    let now = 0;
    const scopeOf = createThrottleScope(() => now);
    expect(['a', 'a', 'b', 'a'].map(scopeOf)).toEqual(['chat', 'chat', 'chat', 'chat']);
    expect(scopeOf('c')).toBe('channel');
    now = 2_001;
    expect(scopeOf('d')).toBe('chat');
  });
});
