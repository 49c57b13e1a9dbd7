import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultRule, WireFault } from './faults.js';

export interface Wire {
  req: IncomingMessage;
  res: ServerResponse;
}

const HTML_500 =
  '<html><head><title>500 Internal Server Error</title></head><body>Internal Server Error</body></html>';

/** The page that nginx answers with when what is behind it does not. */
export const nginxPage = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n` +
  '<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n';

export function readBody(req: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)),
    );
    req.on('error', reject);
  });
}

export function reply(res: ServerResponse, status: number, json: string): void {
  if (res.destroyed || res.headersSent) return;
  res.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
  });
  res.end(json);
}

export function replyHtml(res: ServerResponse, status: number, html: string): void {
  if (res.destroyed || res.headersSent) return;
  res.writeHead(status, { 'content-type': 'text/html' });
  res.end(html);
}

/** Plays a fault that keeps the call from being done; false for the kinds that strike afterwards. */
export function strikeBefore(kind: WireFault, { req, res }: Wire): boolean {
  switch (kind) {
    case '500-html':
      replyHtml(res, 500, HTML_500);
      return true;
    case '502':
      replyHtml(res, 502, nginxPage('502 Bad Gateway'));
      return true;
    case 'reset-before':
      req.socket.destroy();
      return true;
    case 'hang':
      return true;
    case 'reset-after':
    case 'hang-after':
    case 'slow':
      return false;
  }
}

/** Answers a call that has been done, as far as the fault lets the answer through. */
export function answer(fault: FaultRule | undefined, wire: Wire, status: number, json: string): void {
  if (fault?.kind === 'reset-after') wire.req.socket.destroy();
  else if (fault?.kind === 'slow') setTimeout(() => reply(wire.res, status, json), fault.ms ?? 1_000);
  else if (fault?.kind !== 'hang-after') reply(wire.res, status, json);
}

export interface Listening {
  url: string;
  port: number;
  close: () => Promise<void>;
}

export async function listen(http: Server, wantedPort = 0): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(wantedPort, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => http.close(() => resolve()));
    http.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${port}`, port, close };
}
