import { parseArgs } from 'node:util';
import { stopWithParent } from '../chat-server/stop-with-parent.js';
import { startOaServer } from './oa/server.js';
import type { QuotaOption } from './quota.js';
import { startZaloServer } from './server.js';

/**
 * One of the two servers in a process of its own: `node run.js --bench --port 0 --quota basic`, or with `--oa` the API
 * of the Official Account. The first line on stdout is JSON: for the bot { url, token, botName }, for the account
 * { url } and what a program signs in with. It stops on SIGTERM, on SIGINT and with its parent.
 */
const { values } = parseArgs({
  options: {
    oa: { type: 'boolean', default: false },
    bench: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    token: { type: 'string' },
    'bot-name': { type: 'string' },
    quota: { type: 'string', default: 'off' },
  },
});

const options = { bench: values.bench, port: Number(values.port) };
const [server, signIn] = values.oa ? await startOa() : await startBot();
process.stdout.write(`${JSON.stringify({ url: server.url, ...signIn })}\n`);
stopWithParent(server.close);

async function startOa() {
  const oa = await startOaServer(options);
  return [oa, { ...oa.credentials, refreshToken: oa.grant().refreshToken }] as const;
}

async function startBot() {
  const { quota, token, 'bot-name': botName } = values;
  const bot = await startZaloServer({
    ...options,
    quota: (quota.startsWith('{') ? JSON.parse(quota) : quota) as QuotaOption,
    ...(token === undefined ? {} : { token }),
    ...(botName === undefined ? {} : { botName }),
  });
  return [bot, { token: bot.token, botName: bot.botName }] as const;
}
