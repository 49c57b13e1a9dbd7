import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SendError } from '../../core/errors.js';
import type { Call } from '../http/call.js';
import { createCaller } from './call.js';
import { Upload } from './upload.js';

const token = '7000000001:AAF-secret_secret_secret_secret_sec';
const words = 'Kiểm tra phương án phòng chống lụt bão trước ngày mưa';
const params = { chat_id: -100, text: words };

const open: { server: net.Server; sockets: Set<Socket> }[] = [];
afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

async function listen<T extends net.Server>(server: T): Promise<number> {
  const sockets = new Set<Socket>();
  open.push({ server, sockets });
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function caller(apiRoot: string, connectMs = 300, sendMs = 600): Call {
  return createCaller({ token, apiRoot, connectMs, sendMs });
}

/** The fault of one call, after checking that it gives nothing away. */
async function faultOf(call: Call, signal?: AbortSignal): Promise<{ kind: string; code: string }> {
  const error: unknown = await call('sendMessage', params, signal ? { signal } : {}).then(
    (result) => new Error(`no fault but ${JSON.stringify(result)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof SendError)) throw error;
  const shown = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  expect(shown).not.toContain('secret');
  expect(shown).not.toContain('phương án');
  expect(error.cause).toBeUndefined();
  return { kind: error.fault.kind, code: error.code };
}

type Answer = (socket: Socket, request: string) => void;

/** A server of raw bytes: `answer` gets each request as it was read. */
async function rawServer(answer: Answer): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on('data', (data) => answer(socket, data.toString()));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

/** A connection is free for the next call a turn after its answer was read. */
const isFree = () => new Promise((resolve) => setImmediate(resolve));

function page(status: string, body: string, type = 'application/json'): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

describe('nothing left this machine: sure to be tried again', () => {
  const sure = { kind: 'retryable', code: 'network' };

  it('refused connection', async () => {
    const port = await listen(net.createServer());
    open.pop()?.server.close();
    expect(await faultOf(caller(`http://127.0.0.1:${port}`))).toEqual(sure);
  });

  it('refused on every address of a name', async () => {
    const port = await listen(net.createServer());
    open.pop()?.server.close();
    expect(await faultOf(caller(`http://localhost:${port}`))).toEqual(sure);
  });

  it('unknown host', async () => {
    expect(await faultOf(caller('http://giaoban.invalid', 5_000, 10_000))).toEqual(sure);
  });

  it('no TLS handshake within the limit of connecting', async () => {
    const port = await listen(net.createServer());
    expect(await faultOf(caller(`https://127.0.0.1:${port}`, 100, 5_000))).toEqual(sure);
  });

  it('connection cut during the TLS handshake', async () => {
    const port = await listen(net.createServer((socket) => socket.once('data', () => socket.destroy())));
    expect(await faultOf(caller(`https://127.0.0.1:${port}`))).toEqual(sure);
  });

  it('something that does not speak TLS', async () => {
    const port = await listen(
      net.createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400\r\n\r\n'))),
    );
    expect(await faultOf(caller(`https://127.0.0.1:${port}`))).toEqual(sure);
  });
});

describe('the request may have been read: never sent again blindly', () => {
  const doubt = (code: string) => ({ kind: 'unknown', code });

  it('reset after the request', async () => {
    const root = await rawServer((socket) => socket.resetAndDestroy());
    expect(await faultOf(caller(root))).toEqual(doubt('broken'));
  });

  it('closed after the request', async () => {
    const root = await rawServer((socket) => socket.end());
    expect(await faultOf(caller(root))).toEqual(doubt('broken'));
  });

  it('no answer within the limit', async () => {
    const root = await rawServer(() => undefined);
    expect(await faultOf(caller(root, 100, 200))).toEqual(doubt('timeout'));
  });

  it('no answer while a file goes along: such a call has longer', async () => {
    let asked = 0;
    const root = await rawServer((socket) => {
      if ((asked += 1) === 1) setTimeout(() => socket.write(page('200 OK', '{"ok":true,"result":7}')), 300);
    });
    const document = new Upload('ke-hoach.pdf', new Uint8Array(5_000_000));
    expect(await caller(root, 50, 100)('sendDocument', { chat_id: -100, document })).toBe(7);
  });

  it('answer that stops in its head', async () => {
    const root = await rawServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-le'));
    expect(await faultOf(caller(root))).toEqual(doubt('broken'));
  });

  it('answer that stops in its body', async () => {
    const root = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"ok":true');
      setTimeout(() => socket.destroy(), 20);
    });
    expect(await faultOf(caller(root, 100, 2_000))).toEqual(doubt('broken'));
  });

  it('answer whose body hangs', async () => {
    const root = await rawServer((socket) =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"ok":true'),
    );
    expect(await faultOf(caller(root, 100, 200))).toEqual(doubt('timeout'));
  });

  it.each(['{"ok":tru', 'null', '', '[]', '{"result":{}}', '<html>ok</html>'])(
    'answer 200 with the body %j',
    async (body) => {
      const root = await rawServer((socket) => socket.write(page('200 OK', body)));
      expect((await faultOf(caller(root))).kind).toBe('unknown');
    },
  );

  it('gateway that gave up waiting', async () => {
    const root = await rawServer((socket) =>
      socket.write(page('504 Gateway Timeout', '<html>', 'text/html')),
    );
    expect(await faultOf(caller(root))).toEqual(doubt('gateway-timeout'));
  });

  it('reset of a connection that was kept from the call before', async () => {
    let calls = 0;
    const root = await rawServer((socket) => {
      calls += 1;
      if (calls === 1) socket.write(page('200 OK', '{"ok":true,"result":{"message_id":1}}'));
      else socket.resetAndDestroy();
    });
    const call = caller(root);
    await call('sendMessage', params);
    await isFree();
    expect(await faultOf(call)).toEqual(doubt('broken'));
    expect(open.at(-1)?.sockets.size).toBe(1);
  });

  it('stop from our side', async () => {
    const root = await rawServer(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect(await faultOf(caller(root, 1_000, 5_000), stop.signal)).toEqual(doubt('timeout'));
  });
});

describe('Telegram answered', () => {
  it.each(['500 Internal Server Error', '502 Bad Gateway', '503 Service Unavailable'])(
    '%s with a page of HTML',
    async (status) => {
      const root = await rawServer((socket) => socket.write(page(status, '<html>nginx</html>', 'text/html')));
      expect(await faultOf(caller(root))).toEqual({ kind: 'retryable', code: 'server' });
    },
  );
});

describe('connections', () => {
  it('are kept for the next call, also over plain http', async () => {
    const server = http.createServer((_request, response) => response.end('{"ok":true,"result":true}'));
    const call = caller(`http://127.0.0.1:${await listen(server)}/`);
    for (let at = 0; at < 5; at += 1) await call('getMe', {}).then(isFree);
    expect(open.at(-1)?.sockets.size).toBe(1);
  });

  it('keep the path of the API root', async () => {
    const paths: string[] = [];
    const server = http.createServer((request, response) => {
      paths.push(request.url ?? '');
      response.end('{"ok":true,"result":true}');
    });
    const port = await listen(server);
    await caller(`http://127.0.0.1:${port}/proxy`)('getMe', {});
    expect(paths).toEqual([`/proxy/bot${token}/getMe`]);
  });
});
