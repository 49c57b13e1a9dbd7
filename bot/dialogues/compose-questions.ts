import { DateTime } from 'luxon';
import { findBranches } from '../../core/authorise.js';
import { readSendTime } from '../../core/compose/send-time.js';
import { readDeadline } from '../../core/deadline/read-deadline.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import type { Content } from '../../core/message.js';
import { branchOf } from '../../core/tree.js';
import { reminderTemplates } from '../../core/reminders/reminder-steps.js';
import { reminderPlan } from '../../config/rules.js';
import { listSavedAudiences } from '../../store/audiences.js';
import { listUnits } from '../../store/units.js';
import { getSpeaker } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { findCalendar } from '../../services/office-calendar.js';
import { buildStep } from './build-step.js';
import type { ComposeData, StepName } from './compose-data.js';

/** A button of a question and the words it stands for. */
export interface Option {
  label: string;
  says: string;
}

const tagsOffered = 6;

/** What may be pressed instead of typed. */
export async function listOptions(ctx: Context, step: StepName, data: ComposeData): Promise<Option[]> {
  const { t } = ctx;
  switch (step) {
    case 'targets':
      return listTargets(ctx);
    case 'title':
    case 'decide':
      return [];
    case 'body':
      return [{ label: t('compose.option.noBody'), says: '' }];
    case 'deadline':
      return [...(await listDeadlines(ctx)), { label: t('compose.option.noDue'), says: '' }];
    case 'figure':
      return ['number', 'ratio', 'text'].map((type) => ({ label: t(`compose.option.${type}`), says: type }));
    case 'reminders':
      return Object.keys(reminderTemplates).map((name) => ({
        label: t(`compose.option.${name}`),
        says: name,
      }));
    case 'quorum':
      return ['anyone', 'lead', 'everyone'].map((who) => ({ label: t(`compose.option.${who}`), says: who }));
    case 'time':
      return listTimes(ctx, data);
    case 'change':
      return listParts(ctx, data);
  }
}

/** Everyone, and the tags that are most in use within the person's reach. */
async function listTargets(ctx: Context): Promise<Option[]> {
  const units = await listUnits(ctx.db);
  const reach = findBranches(getSpeaker(ctx).roles, 'send-directive');
  const within = reach === 'all' ? null : new Set(reach.flatMap((id) => branchOf(units, id)));
  const uses = new Map<string, number>();
  for (const unit of units)
    if (!within || within.has(unit.id)) for (const tag of unit.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const saved = await listSavedAudiences(ctx.db);
  const tags = [...uses].sort(([, a], [, b]) => b - a).slice(0, tagsOffered);
  return [
    { label: ctx.t('compose.option.all'), says: 'all' },
    ...tags.map(([tag]) => ({ label: `#${tag}`, says: `#${tag}` })),
    ...saved.slice(0, tagsOffered).map(({ name }) => ({ label: name, says: name })),
  ];
}

/** Only those that are still ahead, each once. */
async function listDeadlines(ctx: Context): Promise<Option[]> {
  const calendar = await findCalendar(ctx);
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const read = (words: string) => readDeadline(words, { now: ctx.now, zone, calendar }).due;
  return offerTimes(ctx, ['hôm nay', 'ngày mai', '3 ngày làm việc nữa', 'thứ 6'].map(read));
}

/** Only those before the deadline: none other is taken. */
async function listTimes(ctx: Context, { dueAt }: ComposeData): Promise<Option[]> {
  const calendar = await findCalendar(ctx);
  const { zone, rules } = reminderPlan(ctx.runtime.settings);
  const at = { now: ctx.now, zone, calendar, morning: rules.morning };
  const times = ['13:30 hôm nay', 'ngày mai', 'thứ 2'].map((words) => readSendTime(words, at).due);
  return offerTimes(
    ctx,
    times.filter((time) => !dueAt || (time && time < new Date(dueAt))),
  );
}

function offerTimes(ctx: Context, times: (Date | null)[]): Option[] {
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const ahead = [...new Set(times.flatMap((time) => (time ? [time.getTime()] : [])))].sort((a, b) => a - b);
  return ahead.map((time) => ({
    label: sayDeadline(ctx.t, new Date(time), zone),
    says: DateTime.fromMillis(time, { zone }).toFormat('HH:mm dd/MM/yyyy'),
  }));
}

function listParts({ t }: Context, data: ComposeData): Option[] {
  const steps = ['targets', 'title', 'body', 'deadline'];
  if (data.kind === 'collect') steps.push('figure');
  if (data.kind !== 'notice') steps.push('reminders', 'quorum');
  return [
    ...steps.map((step) => ({ label: t(`compose.part.${step}`), says: step })),
    { label: t(data.urgent ? 'compose.part.notUrgent' : 'compose.part.urgent'), says: 'urgent' },
    ...offerAcceptance(t, data),
  ];
}

/** Only where something is done that can be looked at. */
export function offerAcceptance(t: Context['t'], { kind, terms }: Partial<ComposeData>): Option[] {
  if (kind !== 'task' && kind !== 'collect') return [];
  return [
    { label: t(`compose.part.${terms?.acceptance ? 'noAcceptance' : 'acceptance'}`), says: 'acceptance' },
  ];
}

/** The question for one part. */
export function buildQuestion(
  ctx: Context,
  step: string,
  dialogueId: number,
  options: readonly Option[],
): Content {
  return buildStep(ctx, {
    text: ctx.t(`compose.ask.${step}`),
    labels: options.map(({ label }) => label),
    cancel: ctx.t('compose.option.cancel'),
    ...{ dialogueId, step },
  });
}
