import { encodeAction } from '../../core/action.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { bold, joinLines, plain, type Button, type Content, type RichText } from '../../core/message.js';
import type { Period } from '../../core/recurrence/periods.js';
import { findGroupsOf } from '../../store/drafts.js';
import type { Recurrence } from '../../store/recurrences.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { rule } from '../drafts/build-preview.js';
import { buildMessage } from '../../services/drafts/build-message.js';
import { describeAudience } from '../../services/drafts/describe-draft.js';
import { describeZones } from '../../services/drafts/describe-zones.js';
import { describeTerms } from '../../services/drafts/terms.js';
import { readTargets } from '../../services/drafts/words.js';
import { findPlace } from '../../services/office-calendar.js';
import { checkDue, nextOpenings, openingsShown } from './words.js';

export type DraftStep = 'start' | 'change' | 'off' | 'tet' | 'drop';

/** What the groups will get at the first opening, when the next ones come, and what may be decided. */
export async function buildRecurringPreview(
  ctx: Context,
  draft: Recurrence,
  replaced: number | null,
): Promise<Content> {
  const { t } = ctx;
  const place = await findPlace(ctx);
  const openings = nextOpenings(place, draft.rule, { now: ctx.now, count: openingsShown });
  const dues = checkDue(place, draft.dueWords, openings);
  const message = await buildMessage(
    ctx,
    { ...draft, number: null, dueAt: dues[0] ?? null, version: 1 },
    ctx.channel,
  );
  const unitIds = await readTargets(ctx, getSpeaker(ctx), draft.audience);
  const audience = { audience: draft.audience, unitIds };
  const facts = await describeAudience(ctx, audience, await findGroupsOf(ctx.db, unitIds));
  const zones = await describeZones(ctx, { dueAt: dues[0] ?? null, unitIds });
  const terms = await describeTerms(ctx, draft.terms, unitIds);
  const lines: RichText[] = [
    [bold(replaced === null ? t('recurrence.preview') : t('recurrence.previewChange', { number: replaced }))],
    [plain(rule)],
    message.text,
    ...(message.attachment ? [[plain(t('preview.attachment'))]] : []),
    [plain(rule)],
    ...describeWhen(ctx, draft, { openings, dues }),
    ...[...zones, ...facts, ...terms, t('recurrence.eachTime')].map((line): RichText => [plain(line)]),
    ...sayDraftSteps(ctx, draft),
  ];
  return {
    text: joinLines(lines),
    ...offerDraftSteps(ctx, draft),
    ...(message.attachment ? { attachment: message.attachment } : {}),
  };
}

/** The rhythm in its words, the next openings with their deadlines, and what days off mean. */
function describeWhen(
  ctx: Context,
  { rhythmWords, rule: when }: Recurrence,
  { openings: periods, dues }: { openings: readonly Period[]; dues: readonly Date[] },
): RichText[] {
  const { t } = ctx;
  const say = (at: Date) => sayDeadline(t, at, ctx.runtime.settings.ORG_TIME_ZONE);
  const openings = periods.map(({ opensAt }, index) => {
    const due = dues[index];
    return due
      ? t('recurrence.opens', { at: say(opensAt), due: say(due) })
      : t('recurrence.opensOnly', { at: say(opensAt) });
  });
  const lines = [
    t('recurrence.rhythmIs', { words: rhythmWords }),
    ...sayShortMonths(ctx, when.rhythm),
    t('recurrence.next'),
    ...openings,
    t(`recurrence.offIs.${when.onDayOff}`),
    ...(when.pausesOverTet ? [t('recurrence.tetIs')] : []),
  ];
  return lines.map((line) => [plain(line)]);
}

/** A day that some months do not have: what is done in those is said before it comes as a surprise. */
function sayShortMonths({ t }: Context, rhythm: Recurrence['rule']['rhythm']): string[] {
  if (!('day' in rhythm) || typeof rhythm.day !== 'number' || rhythm.day <= 28) return [];
  return rhythm.every === 'month' ? [t('recurrence.shortMonths', { day: rhythm.day })] : [];
}

/** What may be decided on a draft, in rows of buttons; each by its label in words, too. */
export function draftSteps(
  { t }: Context,
  { replacesId, rule: { onDayOff, pausesOverTet } }: Recurrence,
): { step: DraftStep; label: string }[][] {
  return [
    [{ step: 'start', label: t(`recurrence.button.${replacesId === null ? 'start' : 'apply'}`) }],
    [{ step: 'off', label: t(`recurrence.button.off.${onDayOff === 'move' ? 'skip' : 'move'}`) }],
    [{ step: 'tet', label: t(pausesOverTet ? 'recurrence.button.overTet' : 'recurrence.button.restTet') }],
    [
      { step: 'change', label: t('preview.button.change') },
      { step: 'drop', label: t('preview.button.drop') },
    ],
  ];
}

function offerDraftSteps(ctx: Context, draft: Recurrence): Pick<Content, 'buttons'> {
  if (!ctx.channel.capabilities.buttons) return {};
  const toButton = ({ step, label }: { step: DraftStep; label: string }): Button => ({
    label,
    action: encodeAction('every', draft.id, step),
  });
  return { buttons: draftSteps(ctx, draft).map((row) => row.map(toButton)) };
}

/** The same in words, where there are no buttons. */
function sayDraftSteps(ctx: Context, draft: Recurrence): RichText[] {
  if (ctx.channel.capabilities.buttons) return [];
  return [[plain(ctx.t('preview.decideBy', { words: listDraftSteps(ctx, draft) }))]];
}

export const listDraftSteps = (ctx: Context, draft: Recurrence): string =>
  draftSteps(ctx, draft)
    .flat()
    .map(({ label }) => label)
    .join(' / ');
