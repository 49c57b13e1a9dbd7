import { encodeAction } from '../action.js';
import {
  bold,
  joinLines,
  plain,
  type Attachment,
  type Button,
  type Content,
  type RichText,
} from '../message.js';
import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import { describeValue, shorten } from '../replies/describe-stand.js';
import type { Say } from '../say.js';

/** One unit's part that is said to be done and waits for the issuer. `id`: of the request. */
export interface AwaitingItem {
  id: number;
  code: string;
  name: string;
  value: AnswerValue | null;
  spec: AnswerSpec | null;
  /** What the unit reported, in its own words. */
  words: string;
}

export interface AwaitedDirective {
  id: number;
  number: number;
  title: string;
}

/** Longest part of a member's words on a card of its own, and in a list. */
const quoted = { card: 600, list: 100 };
/** Units in one list: what is accepted together must fit on a phone. */
export const listedAtMost = 15;
/** Units of a list that have buttons of their own. */
const withButtons = 6;

/** The card on which the issuer decides about one unit. */
export function buildAcceptanceCard(
  t: Say,
  { number, title }: Omit<AwaitedDirective, 'id'>,
  item: AwaitingItem,
  attachment: Attachment | null,
): Content {
  const lines: RichText[] = [
    [
      bold(`${item.code} ${item.name}`.trim()),
      plain(` ${t('acceptance.reports', { number, title: shorten(title, 80) })}`),
    ],
    ...sayReport(t, item, quoted.card).map((line) => [plain(line)]),
  ];
  return {
    text: joinLines(lines),
    buttons: [
      [
        button(t('acceptance.button.accept'), item.id, 'ok'),
        button(t('acceptance.button.return'), item.id, 'back'),
      ],
    ],
    ...(attachment ? { attachment } : {}),
  };
}

/** All that waits of one directive, to be accepted together: as many units as are listed, and no other. */
export function buildAwaitingList(
  t: Say,
  directive: AwaitedDirective,
  items: readonly AwaitingItem[],
): Content {
  const { id, number, title } = directive;
  const shown = items.slice(0, listedAtMost);
  const more = items.length - shown.length;
  const lines: RichText[] = [
    [bold(t('acceptance.head', { count: items.length, number, title: shorten(title, 80) }))],
    ...shown.map((item): RichText => {
      const report = sayReport(t, item, quoted.list).join(' ');
      return [plain(`• ${item.code} ${item.name}${report === '' ? '' : `: ${report}`}`)];
    }),
    ...(more > 0 ? [[plain(t('acceptance.more', { count: more }))]] : []),
    [plain(t('acceptance.how', { number, code: shown[0]?.code ?? '' }))],
  ];
  const last = shown.at(-1)?.id ?? 0;
  const all = {
    label: t('acceptance.button.all', { count: shown.length }),
    action: encodeAction('accall', id, last),
  };
  const own = shown
    .slice(0, withButtons)
    .map(({ id: request, code }) => [
      button(t('acceptance.button.acceptOne', { code }), request, 'ok'),
      button(t('acceptance.button.returnOne', { code }), request, 'back'),
    ]);
  return { text: joinLines(lines), buttons: shown.length > 1 ? [[all], ...own] : own };
}

/** What the unit reported: its figure, its words. */
function sayReport(t: Say, { value, spec, words }: AwaitingItem, longest: number): string[] {
  const figure = value === null ? [] : [describeValue(t, value, spec)];
  return words === '' || value?.type === 'text' ? figure : [...figure, `“${shorten(words, longest)}”`];
}

const button = (label: string, id: number, verb: 'ok' | 'back'): Button => ({
  label,
  action: encodeAction('accept', id, verb),
});
