import type { Params } from '../chat-server/params.js';
import { badRequest, quotaExceeded, refusal } from './errors.js';
import type { ChatRecord, StoredMessage } from './types.js';
import { webhookMethods } from './methods-webhook.js';
import type { World } from './world.js';

export interface Call {
  world: World;
  params: Params;
  onClosed: (listener: () => void) => void;
}

/** An answer that is JSON already, or one whose fields stand beside `ok`. */
export class Whole {
  constructor(readonly json: string) {}
}

type Sent = { message_id: string; date: number };

const MAX_TEXT = 2_000;
const DEFAULT_POLL_SECONDS = 30;
const PARSE_MODES = ['', 'markdown', 'html'];

function getMe({ world: { speaker, accountName, canJoinGroups } }: Call): Record<string, unknown> {
  return {
    id: speaker.id,
    account_name: accountName,
    account_type: 'BASIC',
    can_join_groups: canJoinGroups,
  };
}

async function getUpdates({ world, params, onClosed }: Call): Promise<unknown> {
  const given = params.text('timeout');
  const seconds = given === '' ? DEFAULT_POLL_SECONDS : Number(given);
  if (!Number.isFinite(seconds) || seconds < 0) throw badRequest('The timeout is invalid');
  const json = await world.updates.poll(seconds, onClosed);
  return new Whole(`{"ok":true,"result":${json}}`);
}

function sendMessage(call: Call): Sent {
  const record = findChat(call);
  const text = readText(call, 'text');
  if (text === '') throw badRequest('The text must not be empty');
  const parseMode = call.params.text('parse_mode');
  if (!PARSE_MODES.includes(parseMode)) throw badRequest('The parse_mode is invalid');
  checkStyles(call.params.json('text_styles', 'text_styles'), text);
  return deliver(call, record, { kind: 'text', text, ...(parseMode === '' ? {} : { parseMode }) });
}

async function sendPhoto(call: Call): Promise<Sent> {
  const record = findChat(call);
  const photo = call.params.text('photo');
  // Uploads are refused: what is not an address is no photo at all.
  if (photo === '') throw badRequest('The photo must not be empty');
  if (!/^https?:\/\//.test(photo)) throw badRequest('The photo must start with http:// or https://');
  if (!URL.canParse(photo) || !(await isReachable(call.world, photo)))
    throw badRequest('The photo URL is invalid');
  return deliver(call, record, { kind: 'image', text: readText(call, 'caption'), media: photo });
}

async function isReachable({ behaviour }: World, url: string): Promise<boolean> {
  if (!behaviour.fetchesPhotos) return true;
  const answer = await fetch(url).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok === true;
}

function sendSticker(call: Call): Sent {
  const record = findChat(call);
  const sticker = call.params.text('sticker');
  if (sticker === '') throw badRequest('The sticker must not be empty');
  return deliver(call, record, { kind: 'sticker', text: '', media: sticker });
}

/** Into a group the platform says yes and shows nothing. */
function sendVoice(call: Call): Sent {
  const record = findChat(call);
  const voice = call.params.text('voice_url');
  if (!/^https?:\/\/.+\.aac$/.test(voice)) throw badRequest('The voice_url is invalid');
  if (record.type === 'GROUP') return pretend(call.world);
  return deliver(call, record, { kind: 'voice', text: '', media: voice });
}

function sendChatAction(call: Call): Whole {
  findChat(call);
  if (call.params.text('action') !== 'typing') throw badRequest('The action is invalid');
  return new Whole('{"ok":true}');
}

function findChat({ world, params }: Call): ChatRecord {
  const id = params.text('chat_id');
  if (id === '') throw badRequest('The chat_id must not be empty');
  const record = world.chats.get(id);
  if (!record || record.bot === 'never' || record.isGone) throw refusal(world.behaviour.unknownChat);
  return record;
}

function readText({ params }: Call, field: string): string {
  const text = params.text(field);
  if (text.length > MAX_TEXT) throw badRequest(`The ${field} must not exceed ${MAX_TEXT} characters`);
  return text;
}

function checkStyles(styles: unknown, text: string): void {
  if (styles === undefined) return;
  const isStyle = (one: { start?: unknown; len?: unknown; st?: unknown } | null): boolean =>
    Number(one?.start) >= 0 && Number(one?.start) + Number(one?.len) <= text.length && Array.isArray(one?.st);
  if (!Array.isArray(styles) || !styles.every(isStyle)) throw badRequest('The text_styles is invalid');
}

function deliver({ world }: Call, record: ChatRecord, draft: Omit<StoredMessage, 'id' | 'date'>): Sent {
  if (world.quota.isExceeded) throw quotaExceeded();
  if (record.bot === 'out') {
    if (world.behaviour.removedBot === 'swallows') return pretend(world);
    throw refusal(world.behaviour.removedBot);
  }
  world.quota.count('out');
  const { id, date } = world.post(record, draft);
  return { message_id: id, date };
}

function pretend(world: World): Sent {
  return { message_id: world.newId('message'), date: world.now() };
}

/** Names are case-sensitive, and there are no others. */
export const METHODS: Record<string, (call: Call) => unknown> = {
  getMe,
  getUpdates,
  sendMessage,
  sendPhoto,
  sendSticker,
  sendVoice,
  sendChatAction,
  ...webhookMethods,
};
