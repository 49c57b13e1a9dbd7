import { encodeAction } from '../../core/action.js';
import { isAllowed } from '../../core/authorise.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { bold, joinLines, plain, type Button, type RichText } from '../../core/message.js';
import { listRecurrences, type ListedRecurrence } from '../../store/recurrences.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { shorten } from '../../services/replies/words.js';

/** Those with buttons of their own; with more the message would be a wall of them. */
const withButtons = 6;
const listedAtMost = 30;
/** Those that are named before a new one is begun. */
const named = 5;

/** The recurring requests that the speaker may change, each with its next run and its latest directive. */
export async function showRecurrences(ctx: Context): Promise<void> {
  const all = await listOwn(ctx);
  if (all.length === 0) return answer(ctx, ctx.t('recurrence.none'));
  const shown = all.slice(0, listedAtMost);
  const text = joinLines([
    [bold(ctx.t('recurrence.head', { count: all.length }))],
    ...shown.flatMap((one) => describe(ctx, one)),
    ...(all.length > shown.length
      ? [[plain(ctx.t('recurrence.more', { count: all.length - shown.length }))]]
      : []),
    [plain(ctx.t('recurrence.howTo'))],
  ]);
  const buttons = shown.slice(0, withButtons).map((one) => buttonsOf(ctx, one));
  await answer(ctx, ctx.channel.capabilities.buttons ? { text, buttons } : { text });
}

async function listOwn(ctx: Context): Promise<ListedRecurrence[]> {
  const { personId, roles } = getSpeaker(ctx);
  const seesAll = isAllowed(roles, 'change-directive', []);
  return (await listRecurrences(ctx.db)).filter((one) => seesAll || one.issuerId === personId);
}

/** What stands before the first question about a new one: those there are, in short, and how to see them whole. */
export async function sayRecurrences(ctx: Context): Promise<RichText[]> {
  const { t } = ctx;
  const all = await listOwn(ctx);
  if (all.length === 0) return [[plain(t('recurrence.noneYet'))]];
  const shown = all.slice(0, named);
  const left = all.length - shown.length;
  return [
    [bold(t('recurrence.head', { count: all.length }))],
    ...shown.map((one) => [plain(`– ${one.number ?? ''}: ${shorten(one.title, 60)}. ${sayNext(ctx, one)}`)]),
    ...(left > 0 ? [[plain(t('recurrence.more', { count: left }))]] : []),
    [plain(t('recurrence.toList'))],
    [],
  ];
}

function sayNext({ t, runtime }: Context, { nextOpenAt }: ListedRecurrence): string {
  return nextOpenAt
    ? t('recurrence.nextRun', { at: sayDeadline(t, nextOpenAt, runtime.settings.ORG_TIME_ZONE) })
    : t('recurrence.paused');
}

function describe(ctx: Context, one: ListedRecurrence): RichText[] {
  const { t } = ctx;
  const say = (at: Date) => sayDeadline(t, at, ctx.runtime.settings.ORG_TIME_ZONE);
  const { latest } = one;
  const number = latest?.directive?.number;
  const before =
    latest === null
      ? []
      : [
          number
            ? t('recurrence.latest', { number })
            : t('recurrence.latestSkipped', { at: say(latest.opensAt) }),
        ];
  return [
    [],
    [bold(t('recurrence.item', { number: one.number ?? '' })), plain(` ${shorten(one.title, 80)}`)],
    [plain([shorten(one.rhythmWords, 80), shorten(one.audience, 80), one.issuerName].join(' · '))],
    [plain([sayNext(ctx, one), ...before].join(' '))],
  ];
}

function buttonsOf({ t }: Context, { id, number, state }: ListedRecurrence): Button[] {
  const button = (step: string): Button => ({
    label: t(`recurrence.button.${step}`, { number: number ?? '' }),
    action: encodeAction('every', id, step),
  });
  return [button(state === 'paused' ? 'resume' : 'pause'), button('end')];
}
