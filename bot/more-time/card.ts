import { encodeAction } from '../../core/action.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { bold, joinLines, plain, type Content, type RichText } from '../../core/message.js';
import type { Translate } from '../../locales/texts.js';
import { shorten } from '../../services/replies/words.js';

/** Longest part of the member's words on the card; the whole text is in the ledger. */
const quoted = 600;

export interface RequestFacts {
  id: number;
  number: number;
  title: string;
  code: string;
  name: string;
  words: string;
  dueAt: Date;
  wishedAt: Date | null;
  /** Why no day can be granted with one tap, although something was named. */
  doubt: Doubt | null;
  /** That the day wished for is a day off; null when it is not. */
  dayOff: string | null;
  zone: string;
  isLate: boolean;
}

/** `early`: no later than the deadline that holds; `far`: perhaps of another year; `several`: two times were named. */
export type Doubt = { kind: 'early' | 'far'; at: Date } | { kind: 'several' };

/** The card on which the issuer decides: who asks for what, the unit's words, and a button for each end. */
export function buildRequestCard(t: Translate, facts: RequestFacts): Content {
  const { id, wishedAt, zone } = facts;
  const lines = describe(t, facts);
  const button = (verb: string, label: string) => ({ label, action: encodeAction('moretime', id, verb) });
  const other = [button('other', t('approval.button.other')), button('refuse', t('approval.button.refuse'))];
  if (!wishedAt) return { text: joinLines(lines), buttons: [other] };
  const due = sayDeadline(t, wishedAt, zone);
  return {
    text: joinLines(lines),
    buttons: [[button('grant', t('approval.button.grant', { due }))], other],
  };
}

function describe(t: Translate, facts: RequestFacts): RichText[] {
  const { number, title, code, name, words, dueAt, zone, isLate, dayOff } = facts;
  const due = sayDeadline(t, dueAt, zone);
  return [
    [bold(`${code} ${name}`.trim()), plain(` ${t('approval.asks', { number, title: shorten(title, 80) })}`)],
    ...(words === '' ? [] : [[plain(`“${shorten(words, quoted)}”`)]]),
    [plain(t(isLate ? 'approval.dueOver' : 'approval.due', { due }))],
    [plain(t('approval.wished', { due: sayWish(t, facts) }))],
    ...(dayOff === null ? [] : [[plain(dayOff)]]),
  ];
}

function sayWish(t: Translate, { wishedAt, doubt, zone }: RequestFacts): string {
  if (wishedAt) return sayDeadline(t, wishedAt, zone);
  if (!doubt) return t('approval.noWish');
  return t(`approval.doubt.${doubt.kind}`, { due: 'at' in doubt ? sayDeadline(t, doubt.at, zone) : '' });
}
