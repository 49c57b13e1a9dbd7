import type { Say } from '../say.js';

/** A group as it is named to people. `platform`: '' where nobody need tell platforms apart. */
export interface GroupName {
  /** '' where the platform does not tell. */
  title: string;
  platform: string;
}

/** `nhóm “Xã An Bình” trên Zalo`, as far as title and platform are known. */
export function nameGroup(t: Say, { title, platform }: GroupName): string {
  if (title !== '' && platform !== '') return t('groups.name.both', { title, platform });
  if (title !== '') return t('groups.name.title', { title });
  return platform === '' ? t('groups.name.neither') : t('groups.name.platform', { platform });
}
