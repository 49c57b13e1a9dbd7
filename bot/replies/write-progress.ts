import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { measureFairLateness } from '../../core/lateness/fair-lateness.js';
import { sayLateness } from '../../core/lateness/say-lateness.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { sayQuorumStand } from '../../core/quorum/quorum-stand.js';
import { groupProgress, progressGroups, type ProgressGroup } from '../../core/replies/group-progress.js';
import { totalAnswers } from '../../core/summary/total-answers.js';
import type { Translate } from '../../locales/texts.js';
import type { ProgressLine, WatchedDirective } from '../../store/progress.js';
import { describeDeadline, describeShare, describeValue, shorten } from '../../services/replies/words.js';

/** How a directive stands: the counts first, then every group of units as a paragraph of its own. */
export function writeProgress(
  t: Translate,
  directive: WatchedDirective,
  { rows, excused }: { rows: ProgressLine[]; excused: { unitCode: string; unitName: string }[] },
  { now, isNaming, zone }: { now: Date; isNaming: boolean; zone: string },
): RichText {
  const groups = groupProgress(rows);
  const shown = progressGroups.filter((group) => groups[group].length > 0);
  const fulfilled = groups.doneInTime.length + groups.doneLate.length;
  const counts = shown
    .map((group) => t(`progress.count.${group}`, { count: groups[group].length }))
    .join(', ');
  const extended = rows.filter((row) => row.extended).length;
  const more = extended > 0 ? `; ${t('progress.extendedCount', { count: extended })}` : '';
  const head: RichText[] = [
    [bold(`#${directive.number} ${shorten(directive.title)}`)],
    [plain(describeState(t, directive, { now, zone, isSilent: isSilent(shown) }))],
    [bold(t('progress.share', { fulfilled, total: rows.length })), plain(` · ${counts}${more}`)],
    ...describeTotal(t, directive, rows),
  ];
  const paragraphs = shown.flatMap((group): RichText[] => [
    [plain('')],
    [bold(t(`progress.group.${group}`, { count: groups[group].length }))],
    ...writeGroup(t, { directive, isNaming, zone }, group, groups[group] as ProgressLine[]),
  ]);
  return joinLines([...head, ...paragraphs, ...nameExcused(t, excused)]);
}

/** They are in no count: they owe nothing. */
function nameExcused(t: Translate, excused: { unitCode: string; unitName: string }[]): RichText[] {
  if (excused.length === 0) return [];
  const names = excused.map(({ unitCode, unitName }) => `${unitCode} ${unitName}`).join('; ');
  return [[plain('')], [bold(t('progress.excused', { count: excused.length }))], [plain(names)]];
}

/** No unit has said anything. */
const isSilent = (shown: readonly ProgressGroup[]) =>
  shown.every((group) => group === 'silent' || group === 'unreachable');

function describeState(
  t: Translate,
  { state, dueAt, closedAt }: WatchedDirective,
  { now, zone, isSilent }: { now: Date; zone: string; isSilent: boolean },
): string {
  if (state === 'open') return describeDeadline(t, dueAt, now);
  if (state === 'closed' || closedAt === null) return t(`progress.state.${state}`);
  return t(isSilent ? 'progress.cancelledSilent' : 'progress.cancelled', {
    at: sayDeadline(t, closedAt, zone),
  });
}

/** Units about which there is nothing to add share lines; each of the others has its own. */
function writeGroup(
  t: Translate,
  { directive, isNaming, zone }: { directive: WatchedDirective; isNaming: boolean; zone: string },
  group: ProgressGroup,
  rows: ProgressLine[],
): RichText[] {
  const details = rows.map((row) =>
    [
      describeQuorum(t, row, isNaming),
      describeRow(t, directive, group, row),
      describeExtension(t, directive, row, zone),
      describeAsked(t, row, zone),
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
  if (details.every((detail) => detail === ''))
    return [[plain(rows.map(({ unitCode, unitName }) => `${unitCode} ${unitName}`).join('; '))]];
  return rows.map(({ unitCode, unitName }, index) => {
    const detail = details[index];
    return [plain(`• ${unitCode} ${unitName}${detail ? `: ${detail}` : ''}`)];
  });
}

/** More time than all have: what was given to all is the directive's own deadline. */
function describeExtension(
  t: Translate,
  directive: WatchedDirective,
  { extended, dueAt }: ProgressLine,
  zone: string,
): string {
  if (!extended || dueAt === null || dueAt.getTime() === directive.dueAt?.getTime()) return '';
  return t('progress.extended', { due: sayDeadline(t, dueAt, zone) });
}

/** What waits for the issuer: a request for more time, a question. */
function describeAsked(t: Translate, { wish, question }: ProgressLine, zone: string): string {
  const until = wish?.until ? t('progress.wishUntil', { due: sayDeadline(t, wish.until, zone) }) : '';
  const asks = question === null ? '' : t('progress.question', { words: shorten(question) });
  return [wish ? until || t('progress.wish') : '', asks].filter((part) => part !== '').join(', ');
}

/** Who of several has not answered yet. */
function describeQuorum(t: Translate, { quorum, doneAt }: ProgressLine, isNaming: boolean): string {
  return quorum && doneAt === null ? sayQuorumStand(t, quorum, isNaming) : '';
}

function describeRow(
  t: Translate,
  directive: WatchedDirective,
  group: ProgressGroup,
  row: ProgressLine,
): string {
  const share = describeShare(t, row);
  const lateness = row.doneAt && measureFairLateness(row.dueAt, row.doneAt, row.stops ?? []);
  const late = group === 'doneLate' && lateness ? sayLateness(t, lateness, 'late') : '';
  const value = row.value === null ? '' : describeValue(t, row.value, directive.spec);
  const isOpen = row.doneAt === null;
  const difficulty = row.difficulty === null ? '' : shorten(row.difficulty);
  const proposal = row.proposal === null ? '' : t('progress.proposal', { words: shorten(row.proposal) });
  const next = row.nextStep === null ? '' : t('progress.nextStep', { words: shorten(row.nextStep) });
  const unread = row.unread > 0 && group !== 'unread' ? t('progress.alsoUnread', { count: row.unread }) : '';
  const words = group === 'unread' && row.unreadWords ? `“${shorten(row.unreadWords)}”` : '';
  return [value, isOpen ? share : '', describeBelow(t, row), difficulty, proposal, next, late, unread, words]
    .filter((part) => part !== '')
    .join(', ');
}

/** What was passed on, and whether the unit itself said how it stands. */
function describeBelow(t: Translate, { below }: ProgressLine): string {
  if (!below) return '';
  const { byHand, ...counts } = below;
  return t(byHand ? 'progress.byHand' : 'progress.below', counts);
}

/** The sum of the figures that are there, with how many units it is made of. */
function describeTotal(t: Translate, { kind, spec }: WatchedDirective, rows: ProgressLine[]): RichText[] {
  const total = kind === 'collect' ? totalAnswers(rows.map(({ value }) => value)) : null;
  if (!total || total.type === 'text' || total.type === 'nothing') return [];
  if (total.type === 'choice') {
    const parts = total.choices.map(({ choice, count }) => `${choice}: ${count}`);
    return [[plain(t('progress.choices', { list: parts.join('; ') }))]];
  }
  const sum =
    total.type === 'number'
      ? describeValue(t, { type: 'number', number: total.sum }, spec)
      : t('reply.ratio', { done: total.done, total: total.total });
  return [[plain(t('progress.total', { sum, count: total.count }))]];
}
