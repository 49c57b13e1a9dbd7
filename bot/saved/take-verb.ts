import { foldText } from '../../core/text/fold.js';

export type SavedVerb = 'save' | 'change' | 'delete';

const verbs = new Map<string, SavedVerb>([
  ...['luu', 'save', 'them', 'add'].map((word) => [word, 'save'] as const),
  ...['sua', 'change'].map((word) => [word, 'change'] as const),
  ...['xoa', 'delete', 'remove'].map((word) => [word, 'delete'] as const),
]);

/** What is to be done with something saved, and the words behind it; null where the first word is no such verb. */
export function takeVerb(args: string): { verb: SavedVerb | null; rest: string } {
  const [, first = '', rest = ''] = /^(\S+)[^\S\n]*([\s\S]*)$/.exec(args) ?? [];
  const verb = verbs.get(foldText(first)) ?? null;
  return verb ? { verb, rest } : { verb: null, rest: args };
}
