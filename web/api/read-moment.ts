import { z } from 'zod';
import type { Settings } from '../../config/settings.js';
import { typeDue } from '../admin/compose/fields.js';

const exact = z.iso.datetime({ offset: true });

/** A deadline as people say it, or an exact moment with its offset, to the minute: then in the words that are read as that. */
export function readMoment(words: string, { ORG_TIME_ZONE }: Pick<Settings, 'ORG_TIME_ZONE'>): string {
  const moment = exact.safeParse(words.trim());
  return moment.success ? typeDue(new Date(moment.data), ORG_TIME_ZONE) : words;
}
