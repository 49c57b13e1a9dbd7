import { say, type Content } from '../message.js';
import type { Say } from '../say.js';
import { nameGroup } from './name-group.js';

/** A group that the bot can't reach any more, as those concerned are told of it. */
export interface LostChat {
  title: string;
  channel: string;
  /** The code of the failure that showed it. */
  reason: string;
  /** Null: an office group. */
  unit: { code: string; name: string } | null;
  /** The unit's group on another channel, where all goes from now on; null when it has none. */
  other: { title: string; channel: string } | null;
}

/** Whether only the topic that was bound is closed or gone, and the group around it still there. */
export const isTopicFault = (reason: string): boolean => reason === 'topic-closed' || reason === 'topic-gone';

/** Which group is lost, what becomes of its open items, what to do. `platform` names the platform of a channel. */
export function sayLostChat(t: Say, lost: LostChat, platform: (channel: string) => string): Content {
  const name = (group: { title: string; channel: string }) =>
    nameGroup(t, { title: group.title, platform: platform(group.channel) });
  const { unit, other } = lost;
  if (isTopicFault(lost.reason)) return sayLostTopic(t, lost, name);
  if (!unit) return say(t('groups.lostOffice', { group: name(lost) }));
  const values = { group: name(lost), code: unit.code, name: unit.name };
  return say(other ? t('groups.lostSide', { ...values, other: name(other) }) : t('groups.lostUnit', values));
}

type NameOf = (group: { title: string; channel: string }) => string;

/** The bot is in the group still: it helps to open the topic again or to bind another, not to add the bot. */
function sayLostTopic(t: Say, { unit, other, reason, ...group }: LostChat, name: NameOf): Content {
  const whose = unit ? `${unit.code} – ${unit.name}` : t('groups.office');
  const values = { group: name(group), whose, reason: t(`card.reason.${reason}`) };
  const lines = [
    t('groups.lostTopic', values),
    ...(other ? [t('groups.goesTo', { other: name(other) })] : []),
    t('groups.mendTopic', { code: unit ? unit.code : t('groups.officeWord') }),
  ];
  return say(lines.join(' '));
}
