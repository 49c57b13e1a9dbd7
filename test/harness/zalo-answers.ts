import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { expect } from 'vitest';
import { createZaloBotChannel, type ZaloBotOptions } from '../../channels/zalo/zalo.js';
import { SendError } from '../../core/errors.js';
import type { Intake } from '../../channels/channel.js';

export const token = '123456789:bi-mat_cua_bot/9';
export const words = 'Kiểm tra phương án phòng chống lụt bão trước ngày mưa';
const closers: (() => unknown)[] = [];

/** For afterEach. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

export interface Asked {
  method: string;
  params: Record<string, unknown>;
}
export type Answer = (asked: Asked, response: ServerResponse) => void;

export const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
export const refusal = (error_code: unknown, description: string) =>
  json({ ok: false, error_code, description });
export const page =
  (status: number, body = '<html><h1>nginx</h1></html>') =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end(body);
const me = json({
  ok: true,
  result: { id: 'b1', account_name: 'bot.VDKyGxQvc', account_type: 'BASIC', can_join_groups: true },
});
const done = json({ ok: true, result: { url: '', updated_at: 1 } });

/** What the API answers to everything that a test does not care for. */
export function usual({ method }: Asked, response: ServerResponse): void {
  if (method === 'getMe') me(response);
  else if (method === 'getUpdates') setTimeout(() => refusal(408, 'Request timeout')(response), 50);
  else if (method === 'sendMessage' || method === 'sendPhoto')
    json({ ok: true, result: { message_id: 'm1', date: 1 } })(response);
  else done(response);
}

/** A Zalo Bot API that answers what a test says, to the letter; the faithful one is test/zalo-server. */
export async function connect(answer: Answer = usual, options: Partial<ZaloBotOptions> = {}) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const one = { method, params: JSON.parse(body || '{}') as Record<string, unknown> };
      asked.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => (server.closeAllConnections(), server.close()));
  const logged: string[] = [];
  const stream = new PassThrough().on('data', (line: Buffer) => logged.push(line.toString()));
  const channel = createZaloBotChannel({
    token,
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    botName: '@Bot Giao ban',
    log: pino({ level: 'debug' }, stream),
    ...options,
    timeouts: {
      pollSeconds: 1,
      leastPollMs: 60,
      backOffMs: 10,
      stopMs: 500,
      ...options.timeouts,
    },
  });
  closers.push(() => channel.stop());
  const texts: string[] = [];
  const intake: Intake = async (_name, events) => {
    for (const { event } of events) texts.push('text' in event ? event.text : event.kind);
  };
  return { channel, asked, texts, intake, logged, server };
}

export const to = { externalId: 'zgr-1', threadId: '', isGroup: true };
export const update = (text: string, id = text) => ({
  event_name: 'message.text.received',
  message: {
    from: { id: 'u1', display_name: 'Hoa', is_bot: false },
    chat: { id: 'zgr-1', chat_type: 'GROUP' },
    text: `@Bot Giao ban ${text}`,
    message_id: id,
    date: 1_750_316_131_602,
  },
});

export async function faultOf(work: Promise<unknown>): Promise<{ kind: string; code: string }> {
  const error: unknown = await work.then(
    (result) => new Error(`no fault but ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SendError)) throw error;
  const shown = decodeURIComponent(`${error.message} ${error.stack} ${JSON.stringify(error)}`);
  expect(shown).not.toContain('bi-mat');
  expect(shown).not.toContain('phương án');
  return { kind: error.fault.kind, code: error.code };
}
