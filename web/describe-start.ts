import type { Runtime } from '../config/runtime.js';
import { findOwnerCode } from '../store/invites.js';
import { issueOwnerLink } from '../store/web-links.js';

interface Started {
  runtime: Runtime;
  url: string;
  dataFolder: string | null;
}

/** Long enough to become the owner first; a restart prints another one. */
const linkValidMs = 60 * 60_000;

/** What the operator should know once all is up: where the page is, which channels are on, the owner's code while there is no owner. */
export async function describeStart({ runtime, url, dataFolder }: Started): Promise<string> {
  const channels = [...runtime.channels.values()].map((channel) =>
    channel.botName ? `${channel.name} (${channel.botName})` : channel.name,
  );
  const code = await findOwnerCode(runtime.db);
  const page = await findPage(runtime, url, dataFolder);
  const lines = [
    'Giaoban is running.',
    `  channels    ${channels.join(', ') || 'none'}`,
    ...describeTroubles(runtime),
    ...(url && runtime.channels.has('sandbox') ? [`  sandbox     ${url}/sandbox`] : []),
    ...(page ? [`  page        ${page}`] : []),
    ...(url ? [`  health      ${url}/healthz`] : []),
    ...(dataFolder ? [`  data        ${dataFolder}`] : []),
    ...(code ? [`  owner code  ${code}   (write "/start ${code}" to the bot in private)`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** On the built-in database whoever sees this has the machine: they get a link that signs the owner in, once. */
async function findPage({ db, clock }: Runtime, url: string, dataFolder: string | null) {
  if (!url) return null;
  if (!dataFolder) return `${url}/admin`;
  const key = await issueOwnerLink(db, new Date(clock.now().getTime() + linkValidMs));
  return `${url}/admin/sign-in?key=${key}   (signs the owner in, once, within an hour)`;
}

/** A channel that does not work is on all the same: whoever starts it should not have to look into the log. */
const describeTroubles = ({ channels }: Runtime) =>
  [...channels.values()].flatMap(({ name, trouble }) => {
    const found = trouble?.();
    return found ? [`  FAULT       ${name}: ${found.advice}`] : [];
  });
