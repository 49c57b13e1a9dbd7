import { badRequest } from './errors.js';
import type { Params } from '../chat-server/params.js';
import type { Button } from './types.js';

const MAX_BUTTONS = 100;
const MAX_BYTES = 10_000;

export interface InlineKeyboard {
  inline_keyboard: Button[][];
}

/** The inline keyboard of a call; force_reply and reply keyboards are accepted and show nothing. */
export function readMarkup(params: Params): InlineKeyboard | undefined {
  const markup = params.json('reply_markup', 'reply keyboard markup JSON object') as
    { inline_keyboard?: unknown } | undefined;
  if (markup === undefined) return undefined;
  if (typeof markup !== 'object') throw badRequest('object expected as reply markup');
  if (markup.inline_keyboard === undefined) return undefined;
  if (!Array.isArray(markup.inline_keyboard)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  }
  const rows = (markup.inline_keyboard as unknown[]).map((row) => {
    if (!Array.isArray(row)) {
      throw badRequest("can't parse inline keyboard button: Expected an Array of InlineKeyboardButton");
    }
    return row.map((button) => readButton(button as Record<string, unknown>));
  });
  const filled = rows.filter((row) => row.length > 0);
  if (filled.flat().length > MAX_BUTTONS || JSON.stringify(filled).length > MAX_BYTES) {
    throw badRequest('reply markup is too long');
  }
  return filled.length > 0 ? { inline_keyboard: filled } : undefined;
}

function readButton(button: Record<string, unknown>): Button {
  const { text, callback_data: data, url } = button;
  if (typeof text !== 'string') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be of type String');
  }
  if (typeof url === 'string' && url !== '') {
    if (!/^(https?|tg|ton):\/\/|^[^\s/]+\.[^\s]+/i.test(url)) {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
    return { text, url };
  }
  if (typeof data !== 'string') {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  return { text, callback_data: data };
}
