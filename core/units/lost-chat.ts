import { say, type Content } from '../message.js';

/** A group that the bot can't reach any more, as those concerned are told of it. */
export interface LostChat {
  title: string;
  /** Null: an office group. */
  unit: { code: string; name: string } | null;
}

type Translate = (key: string, values?: Record<string, string | number>) => string;

/** One sentence: which group is lost, what becomes of its open items, what to do. */
export function sayLostChat(t: Translate, lost: LostChat): Content {
  const { title, unit } = lost;
  return say(
    unit
      ? t('groups.lostUnit', { title, code: unit.code, name: unit.name })
      : t('groups.lostOffice', { title }),
  );
}
