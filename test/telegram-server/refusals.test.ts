import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttons, startFixture } from './fixture.js';

let fixture: Awaited<ReturnType<typeof startFixture>>;

beforeAll(async () => {
  fixture = await startFixture();
  await fixture.send('Tin đầu tiên');
});
afterAll(() => fixture.server.close());

describe('refusals', () => {
  const long = 'x'.repeat(4097);
  it.each([
    ['sendMessage', { text: '' }, 'message text is empty'],
    ['sendMessage', { text: ' \n ' }, 'text must be non-empty'],
    ['sendMessage', { text: long }, 'message is too long'],
    ['sendMessage', { text: 'x', chat_id: '' }, 'chat_id is empty'],
    ['sendMessage', { text: 'x', chat_id: -4242 }, 'chat not found'],
    ['sendMessage', { text: 'x', parse_mode: 'XML' }, 'unsupported parse_mode'],
    [
      'sendMessage',
      { text: '5 < 6', parse_mode: 'HTML' },
      'can\'t parse entities: Unsupported start tag "" at byte offset 2',
    ],
    [
      'sendMessage',
      { text: '<b>x', parse_mode: 'HTML' },
      'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    [
      'sendMessage',
      { text: '<b>x</i>', parse_mode: 'HTML' },
      'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ],
    [
      'sendMessage',
      { text: 'x.', parse_mode: 'MarkdownV2' },
      "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    ],
    [
      'sendMessage',
      { text: '*x', parse_mode: 'MarkdownV2' },
      "can't parse entities: Can't find end of bold entity at byte offset 0",
    ],
    [
      'sendMessage',
      { text: 'x', entities: [{ type: 'bold', offset: 0, length: 2 }] },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2',
    ],
    ['sendMessage', { text: 'x', reply_parameters: { message_id: 9999 } }, 'message to be replied not found'],
    ['sendMessage', { text: 'x', message_thread_id: 9999 }, 'message thread not found'],
    ['sendMessage', { text: 'x', ...buttons('đ'.repeat(33)) }, 'BUTTON_DATA_INVALID'],
    ['sendMessage', { text: 'x', ...buttons('') }, 'BUTTON_DATA_INVALID'],
    [
      'sendPhoto',
      { photo: 'https://example.org/a.jpg', caption: 'x'.repeat(1025) },
      'message caption is too long',
    ],
    ['sendPhoto', {}, 'there is no photo in the request'],
    ['editMessageText', { message_id: 9999, text: 'x' }, 'message to edit not found'],
    ['deleteMessage', { message_id: 9999 }, 'message to delete not found'],
    ['pinChatMessage', { message_id: 1 }, 'not enough rights to manage pinned messages in the chat'],
    ['setMessageReaction', { message_id: 1, reaction: [{ type: 'emoji', emoji: '🧱' }] }, 'REACTION_INVALID'],
    [
      'answerCallbackQuery',
      { callback_query_id: '1' },
      'query is too old and response timeout expired or query ID is invalid',
    ],
    ['getChatMember', { user_id: 'an' }, 'invalid user_id specified'],
  ])('%s: case %#', async (method, params, text) => {
    expect(await fixture.error(method, params)).toBe(`Bad Request: ${text}`);
  });
});
