import type { Runtime } from '../config/runtime.js';
import { findOwnerCode } from '../store/invites.js';

interface Started {
  runtime: Runtime;
  url: string;
  dataFolder: string | null;
}

/** What the operator should know once all is up: where the page is, which channels are on, the owner's code while there is no owner. */
export async function describeStart({ runtime, url, dataFolder }: Started): Promise<string> {
  const channels = [...runtime.channels.values()].map((channel) =>
    channel.botName ? `${channel.name} (${channel.botName})` : channel.name,
  );
  const code = await findOwnerCode(runtime.db);
  const lines = [
    'Giaoban is running.',
    `  channels    ${channels.join(', ') || 'none'}`,
    ...(url && runtime.channels.has('sandbox') ? [`  sandbox     ${url}/sandbox`] : []),
    ...(url ? [`  health      ${url}/healthz`] : []),
    ...(dataFolder ? [`  data        ${dataFolder}`] : []),
    ...(code ? [`  owner code  ${code}   (write "/start ${code}" to the bot in private)`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
