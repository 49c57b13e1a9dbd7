import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Channel, Intake } from '../../channels/channel.js';

/** A place on this machine where a platform's server delivers to a channel's webhook. */
export async function openWebhookPlace() {
  let taken: { channel: Channel; intake: Intake } | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = new Headers(
        Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const body = Buffer.concat(chunks).toString('utf8');
      const receiving = taken?.channel.webhook?.receive(headers, body, taken.intake);
      void Promise.resolve(receiving ?? (404 as const)).then((status) => response.writeHead(status).end());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: (channel: Channel, intake: Intake) => void (taken = { channel, intake }),
    close: () => (server.closeAllConnections(), server.close()),
  };
}
