import { encodeAction } from './action.js';
import { bold, joinLines, plain, type Button, type Content, type RichText } from './message.js';
import type { Say } from './say.js';

/** A group named on the card. */
export interface NamedGroup {
  deliveryId: number;
  code: string;
  name: string;
  /** What kind of group it is, where its unit has groups on more than one platform; else ''. */
  platform: string;
  /** Stable code of the fault, `kicked`; '' where there is none. */
  reason: string;
  /** The unit has this group no longer: nothing can be sent again there. */
  isFormer?: boolean;
}

/** How a directive's deliveries stand, counted from the ledger by group. */
export interface CardFacts {
  directiveId: number;
  number: number;
  title: string;
  state: 'open' | 'closed' | 'cancelled';
  groups: number;
  sent: number;
  waiting: number;
  skipped: number;
  twice: number;
  missing: number;
  failed: NamedGroup[];
  uncertain: NamedGroup[];
  /** Units addressed that have no group, or none that can be reached. */
  unreached: { code: string; name: string; isLost: boolean }[];
}

const barLength = 10;
/** Names on the card; one message must hold it. */
const namesShown = 20;
/** Uncertain groups that get their buttons on the card itself; more are listed page by page. */
export const settledOnCard = 4;
const knownReasons = new Set(
  ['kicked', 'not-member', 'blocked', 'deactivated', 'not-started', 'chat-deleted', 'chat-not-found'].concat(
    ['no-right-to-send', 'no-right-to-attach', 'forbidden', 'topic-gone', 'topic-closed', 'too-long'],
    ['file', 'foreign-file', 'gave-up'],
  ),
);

/** Whether every group's delivery has ended, so that the card is a certificate. */
export const isFinal = (facts: CardFacts): boolean => facts.waiting === 0;

/** `▓▓▓▓▓▓░░░░ 62/100` */
export function drawBar(done: number, total: number): string {
  const full = total === 0 ? barLength : Math.floor((done / total) * barLength);
  return `${'▓'.repeat(full)}${'░'.repeat(barLength - full)} ${done}/${total}`;
}

/** The issuer's card: progress while the directive goes out, then the certificate. */
export function buildCard(t: Say, facts: CardFacts): Content {
  const lines: RichText[] = [[bold(`#${facts.number} ${facts.title}`)]];
  const ended = facts.groups - facts.waiting;
  if (!isFinal(facts)) {
    lines.push([plain(drawBar(ended, facts.groups))], [plain(t('card.going', { count: facts.groups }))]);
  } else lines.push([bold(sayCertificate(t, facts))]);
  if (facts.state !== 'open') lines.push([plain(t(`card.ended.${facts.state}`))]);
  const { failed, uncertain, unreached } = facts;
  lines.push(
    ...listGroups(t, 'failed', failed, (group) => t('card.unitReason', nameFailure(t, group))),
    ...listGroups(t, 'uncertain', uncertain, (group) => t('card.unit', nameGroup(t, group))),
    ...listGroups(t, 'unreached', unreached, ({ code, name, isLost }) =>
      t('card.unitReason', { code, name, reason: t(isLost ? 'card.lostGroup' : 'card.noGroup') }),
    ),
  );
  const buttons = facts.state === 'open' ? buildButtons(t, facts) : [];
  return { text: joinLines(lines), ...(buttons.length > 0 ? { buttons } : {}) };
}

function sayCertificate(t: Say, facts: CardFacts): string {
  const { groups, sent, failed, uncertain, skipped, twice, missing } = facts;
  if (groups === 0) return t('card.nobody');
  return t(skipped > 0 ? 'card.certificateSkipped' : 'card.certificate', {
    count: groups,
    sent,
    failed: failed.length,
    uncertain: uncertain.length,
    skipped,
    twice,
    missing,
  });
}

function nameFailure(t: Say, group: NamedGroup) {
  return {
    ...nameGroup(t, group),
    reason: group.isFormer ? t('card.formerGroup') : sayReason(t, group.reason),
  };
}

/** Why a group did not get a message, by the stable code of the fault. */
export function sayReason(t: Say, code: string): string {
  return t(`card.reason.${knownReasons.has(code) ? code : 'other'}`);
}

/** `XA07`, or `XA07` with its platform where that unit has two groups. */
function nameGroup(t: Say, { code, name, platform }: NamedGroup) {
  return { name, code: platform === '' ? code : t('card.side', { code, platform }) };
}

function listGroups<T>(t: Say, heading: string, all: T[], say: (one: T) => string): RichText[] {
  if (all.length === 0) return [];
  const more = all.length - namesShown;
  return [
    [],
    [plain(t(`card.${heading}`))],
    ...all.slice(0, namesShown).map((one): RichText => [plain(say(one))]),
    ...(more > 0 ? [[plain(t('card.more', { count: more }))]] : []),
  ];
}

function buildButtons(t: Say, { directiveId, failed, uncertain }: CardFacts): Button[][] {
  const rows: Button[][] = [];
  const again = failed.filter(({ isFormer }) => !isFormer).length;
  if (again > 0) {
    const label = t('card.button.again', { count: again });
    rows.push([{ label, action: encodeAction('again', directiveId) }]);
  }
  if (uncertain.length > settledOnCard) {
    const label = t('card.button.list', { count: uncertain.length });
    rows.push([{ label, action: encodeAction('unsure', directiveId, 0) }]);
  } else rows.push(...uncertain.map((group) => buildSettleRow(t, group)));
  return rows;
}

/** *It is there* and *send again* for one group. */
export function buildSettleRow(t: Say, group: NamedGroup): Button[] {
  const { deliveryId } = group;
  const { code } = nameGroup(t, group);
  return [
    { label: t('card.button.there', { code }), action: encodeAction('settle', deliveryId, 'there') },
    { label: t('card.button.resend', { code }), action: encodeAction('settle', deliveryId, 'again') },
  ];
}

/** Uncertain groups a page, in a message of their own. */
const pageSize = 8;

/** One page of uncertain groups with their buttons; null behind the last page. */
export function buildUncertainPage(t: Say, facts: CardFacts, page: number): Content | null {
  const all = facts.uncertain.slice(page * pageSize, (page + 1) * pageSize);
  if (all.length === 0) return null;
  const lines: RichText[] = [
    [bold(`#${facts.number} ${facts.title}`)],
    [plain(t('card.uncertain'))],
    ...all.map((group): RichText => [plain(t('card.unit', nameGroup(t, group)))]),
  ];
  const buttons = all.map((group) => buildSettleRow(t, group));
  if (facts.uncertain.length > (page + 1) * pageSize)
    buttons.push([
      { label: t('card.button.next'), action: encodeAction('unsure', facts.directiveId, page + 1) },
    ]);
  return { text: joinLines(lines), buttons };
}
