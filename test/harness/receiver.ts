import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came to a receiver of webhooks. */
export interface Received {
  id: string;
  headers: IncomingHttpHeaders;
  raw: string;
  body: {
    type: string;
    timestamp: string;
    data: {
      directive?: { number: number; title?: string };
      unit?: { code: string; name?: string };
      part?: { state: string; percent: number | null; difficulty?: string };
      reply?: { id: number; text?: string };
      link?: string;
    };
  };
}

export interface Receiver {
  url: string;
  /** In the order in which it came. */
  received: Received[];
  /** What it answers from now on; 200 unless said, nothing when 0. */
  answers(status: number, headers?: Record<string, string>): void;
  /** Connections that were ever made to it, and those that are open. */
  connections(): Promise<{ made: number; open: number }>;
  close(): Promise<void>;
}

/** Another program's server, to which events are sent. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answer: { status: number; headers: Record<string, string> } = { status: 200, headers: {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const { headers } = request;
      received.push({
        id: String(headers['webhook-id']),
        headers,
        raw,
        body: JSON.parse(raw) as Received['body'],
      });
      if (answer.status > 0) response.writeHead(answer.status, answer.headers).end('whatever it says');
    });
  });
  let made = 0;
  server.on('connection', () => (made += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events?key=geheim`,
    received,
    answers: (status, headers = {}) => void (answer = { status, headers }),
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, open) => (error ? reject(error) : resolve({ made, open }))),
      ),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
