import { say, type Content } from '../message.js';
import type { Say } from '../say.js';
import { nameGroup } from './name-group.js';

/** A group that the bot can't reach any more, as those concerned are told of it. */
export interface LostChat {
  title: string;
  channel: string;
  /** Null: an office group. */
  unit: { code: string; name: string } | null;
  /** The unit's group on another channel, where all goes from now on; null when it has none. */
  other: { title: string; channel: string } | null;
}

/** Which group is lost, what becomes of its open items, what to do. `platform` names the platform of a channel. */
export function sayLostChat(t: Say, lost: LostChat, platform: (channel: string) => string): Content {
  const name = (group: { title: string; channel: string }) =>
    nameGroup(t, { title: group.title, platform: platform(group.channel) });
  const { unit, other } = lost;
  if (!unit) return say(t('groups.lostOffice', { group: name(lost) }));
  const values = { group: name(lost), code: unit.code, name: unit.name };
  return say(other ? t('groups.lostSide', { ...values, other: name(other) }) : t('groups.lostUnit', values));
}
