import http from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { createRequester, type HttpRequest } from './request.js';

const asked: string[] = [];
const server = http.createServer((req, res) => {
  asked.push(req.url ?? '');
  req.resume();
  if (req.url === '/late') return;
  res.writeHead(100 + Number(req.url?.slice(1)));
  for (const part of ['mưa ', 'bão ', 'lũ']) res.write(part);
  res.end();
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
afterEach(() => {
  asked.length = 0;
  server.closeAllConnections();
});

const post = (path: string, timeoutMs = 2_000, host = '127.0.0.1'): HttpRequest => ({
  method: 'POST',
  url: `http://${host}:${port}${path}`,
  headers: {},
  body: 'x',
  timeoutMs,
});

test('an answer in pieces comes whole, whatever its status', async () => {
  const request = createRequester(1_000);
  expect(await request(post('/100'))).toEqual({ status: 200, body: 'mưa bão lũ' });
  expect(await request(post('/400'))).toEqual({ status: 500, body: 'mưa bão lũ' });
});

test('what ran out of time before there was a connection does not leave any more', async () => {
  let connect = (): void => undefined;
  const lookup: LookupFunction = (_, __, done) => {
    connect = () => done(null, [{ address: '127.0.0.1', family: 4 }]);
  };
  const request = createRequester(5_000, { lookup });
  await expect(request(post('/100', 50, 'giaoban.test'))).rejects.toMatchObject({ kind: 'not-sent' });
  connect();
  // The connection stands now: what is asked next goes over it, and is the first that is read.
  const next = request(post('/101', 2_000, 'giaoban.test'));
  connect();
  expect(await next).toMatchObject({ status: 201 });
  expect(asked).toEqual(['/101']);
});

test('a connection whose answer did not come in time is not used again', async () => {
  const request = createRequester(1_000);
  const late = request(post('/late', 100));
  await expect(late).rejects.toMatchObject({ kind: 'timeout' });
  expect(await request(post('/100'))).toMatchObject({ status: 200 });
});

test('what waited for a connection all the time is sure not to be sent', async () => {
  const stopping = new AbortController();
  const request = createRequester(1_000);
  const late = { ...post('/late', 60_000), signal: stopping.signal };
  const held = Array.from({ length: 50 }, () => request(late).catch((fault: unknown) => fault));
  await vi.waitFor(() => expect(asked).toHaveLength(50));
  await expect(request(post('/100', 50))).rejects.toMatchObject({ kind: 'not-sent' });
  stopping.abort();
  await Promise.all(held);
  expect(await request(post('/101'))).toMatchObject({ status: 201 });
  expect(asked.filter((path) => path !== '/late')).toEqual(['/101']);
});

test('a stop from outside ends the waiting', async () => {
  const stopping = new AbortController();
  const request = createRequester(1_000);
  const waiting = request({ ...post('/late'), signal: stopping.signal });
  await vi.waitFor(() => expect(asked).toEqual(['/late']));
  stopping.abort();
  await expect(waiting).rejects.toMatchObject({ kind: 'timeout' });
  await expect(request({ ...post('/100'), signal: stopping.signal })).rejects.toMatchObject({
    kind: 'timeout',
  });
  expect(asked).not.toContain('/100');
});

test('no address is sure not to be sent', async () => {
  const request = createRequester(1_000);
  const fault = request({ ...post('/100'), url: 'no address' });
  await expect(fault).rejects.toMatchObject({ kind: 'not-sent', detail: 'INVALID_URL' });
});
