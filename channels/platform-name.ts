import type { Channel } from './channel.js';

/** What people call the platform that a chat is on; '' where only one channel is on and nobody need tell them apart. */
export function platformName(channels: ReadonlyMap<string, Channel>, name: string): string {
  return channels.size > 1 ? (channels.get(name)?.label ?? '') : '';
}

/** The same always, also of a channel that is switched off by now. */
export const labelOf = (channels: ReadonlyMap<string, Channel>, name: string): string =>
  channels.get(name)?.label ?? name;
