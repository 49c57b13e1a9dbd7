import { parseArgs } from 'node:util';
import { stopWithParent } from '../chat-server/stop-with-parent.js';
import type { RateSetting } from './rate.js';
import { startTelegramServer } from './server.js';

/**
 * The server in a process of its own: `node run.js --bench --rate real --port 0 --token 1:abc --username giaoban_bot`.
 * The first line on stdout is JSON: { url, token }. It stops on SIGTERM, on SIGINT
 * and with its parent.
 */
const { values } = parseArgs({
  options: {
    bench: { type: 'boolean', default: false },
    rate: { type: 'string', default: 'off' },
    port: { type: 'string', default: '0' },
    token: { type: 'string' },
    username: { type: 'string', default: 'giaoban_bot' },
  },
});

const { token, username } = values;
const server = await startTelegramServer({
  bench: values.bench,
  port: Number(values.port),
  rate: values.rate.startsWith('{') ? (JSON.parse(values.rate) as RateSetting) : (values.rate as RateSetting),
  ...(token === undefined
    ? {}
    : { tokens: [{ token, username, id: Number(token.split(':')[0]) || 7_000_000_001 }] }),
});
process.stdout.write(`${JSON.stringify({ url: server.url, token: server.token })}\n`);

stopWithParent(server.close);
