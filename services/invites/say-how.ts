import type { Channel } from '../../channels/channel.js';
import { platformName } from '../../channels/platform-name.js';
import { code as codeSpan, plain, type RichText } from '../../core/message.js';
import type { Asking } from '../deed.js';

type Scene = Pick<Asking, 't' | 'runtime'>;

/** How a code binds a group on each channel that is on, a line each; `first`: the channel that is told before the others. */
export function sayHow(ctx: Scene, code: string, first?: Channel): RichText[] {
  const channels = [...ctx.runtime.channels.values()].filter((channel) => channel !== first);
  return [...(first ? [first] : []), ...channels].flatMap((channel) => sayHowOn(ctx, channel, code));
}

/** By link where the channel has one, by command in any case. */
function sayHowOn({ t, runtime }: Scene, channel: Channel, code: string): RichText[] {
  const platform = platformName(runtime.channels, channel.name);
  const head: RichText[] = platform ? [[plain(t('setup.byPlatform', { platform }))]] : [];
  if (channel.capabilities.needsMention) {
    const command = codeSpan(`${channel.botName} ${t('setup.registerWord')} ${code}`);
    return [...head, [plain(`${t('setup.byMention', { bot: channel.botName })} `), command]];
  }
  const url = channel.capabilities.inviteLinks ? channel.inviteLink(code) : null;
  const link: RichText[] = url ? [[plain(`${t('setup.byLink')} `), { text: url, link: url }]] : [];
  const bot = channel.botName || 'Giaoban';
  const command = [
    plain(`${t(url ? 'setup.byCommand' : 'setup.byCommandAlone', { bot })} `),
    codeSpan(`/${t('setup.bindWord')} ${code}`),
  ];
  return [...head, ...link, command];
}

/** How a code gives its role: said to the bot in private. */
export function sayHowRole({ t }: Pick<Scene, 't'>, code: string): RichText {
  return [plain(`${t('setup.byStart')} `), codeSpan(`/start ${code}`)];
}
