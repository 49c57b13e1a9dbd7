import { officeHoursOf, reminderPlan, reminderRules } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { parseAudience } from '../core/audience/audience.js';
import { resolveAudience } from '../core/audience/resolve-audience.js';
import { findBranches } from '../core/authorise.js';
import { calendarOf } from '../core/calendar/calendar-book.js';
import { addDays } from '../core/calendar/iso-date.js';
import { priority } from '../core/delivery.js';
import type { Period } from '../core/recurrence/periods.js';
import { planTick, type Tick } from '../core/recurrence/plan-tick.js';
import { readDueAt, type DuePlace } from '../core/recurrence/read-due.js';
import { leaveQuietHours } from '../core/reminders/plan-reminders.js';
import { saySkipped } from '../core/recurrence/skipped-message.js';
import { textsFor } from '../locales/texts.js';
import { listSavedAudiences } from '../store/audiences.js';
import { loadCalendarBook } from '../store/calendar.js';
import { findIssuerChat } from '../store/chats.js';
import { transact, type Db } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { openDirective } from '../store/directives.js';
import {
  claimPeriod,
  createPeriodDirective,
  findLastPeriod,
  findRecurrence,
  recordPeriod,
  setRecurrenceState,
  type Recurrence,
} from '../store/recurrences.js';
import { listRolesOf } from '../store/roles.js';
import { listUnits } from '../store/units.js';
import { holdDirective } from './hold-directive.js';
import type { Job } from './job.js';
import { wakeSenders } from './wake.js';

/** Later than this the period was held up, and then it does not ring in the night. */
const onTimeMs = 15 * 60_000;

type Skipped = Period & { reason: SkipReason };
type SkipReason = 'missed' | 'duePast' | 'nobody' | 'notAllowed';

/**
 * Opens the period of a recurring request that is due, as a directive of its own, whether the last one is still open or
 * not. What is too late, or can't go out, is skipped and said to the issuer. One transaction, claimed by what was seen.
 */
export const openPeriod: Job = {
  name: 'open-period',
  async run(runtime, id) {
    const now = runtime.clock.now();
    const seen = await findRecurrence(runtime.db, Number(id));
    if (!seen || !isTime(runtime, seen, now)) return { opened: 0 };
    const counts = await transact(runtime.db, (db) => open(runtime, db, seen, now));
    wakeSenders(runtime);
    return counts;
  },
};

function isTime({ settings }: Runtime, { state, nextOpenAt }: Recurrence, now: Date): boolean {
  if (state !== 'active' || nextOpenAt === null || nextOpenAt > now) return false;
  const isLate = now.getTime() - nextOpenAt.getTime() > onTimeMs;
  return !isLate || leaveQuietHours(now, settings.ORG_TIME_ZONE, reminderRules(settings)) <= now;
}

async function open(runtime: Runtime, db: Db, seen: Recurrence, now: Date): Promise<Record<string, number>> {
  const place = await findPlace(runtime, db);
  const lateMs = runtime.settings.RECURRENCE_LATE_HOURS * 3_600_000;
  const after = await findPlannedAfter(db, seen);
  const tick: Tick = planTick(seen.rule, place, { after, now, lateMs });
  if (!(await claimPeriod(db, seen, tick.next))) return { opened: 0 };
  const skipped: Skipped[] = tick.missed.map((period) => ({ ...period, reason: 'missed' }));
  const failed = tick.opens
    ? await openOne(runtime, db, { recurrence: seen, period: tick.opens, place, now })
    : null;
  if (tick.opens && failed) skipped.push({ ...tick.opens, reason: failed });
  for (const period of skipped) await recordPeriod(db, seen.id, period, { at: now, skipped: period.reason });
  if (failed === 'notAllowed') await setRecurrenceState(db, seen.id, { state: 'paused', next: null });
  if (skipped.length > 0) await tellIssuer(runtime, db, seen, { skipped, now });
  return { opened: tick.opens && !failed ? 1 : 0, skipped: skipped.length };
}

async function findPlace({ settings }: Pick<Runtime, 'settings'>, db: Db) {
  const book = await loadCalendarBook(db, officeHoursOf(settings), []);
  return { zone: settings.ORG_TIME_ZONE, calendar: calendarOf(book, null) };
}

/** What was decided on already is never decided on again, whatever the rhythm was changed to. */
async function findPlannedAfter(db: Db, { id, nextPeriod }: Recurrence): Promise<string | null> {
  const last = await findLastPeriod(db, id);
  const before = nextPeriod === null ? null : addDays(nextPeriod, -1);
  return last !== null && (before === null || last > before) ? last : before;
}

/** Null when it is open, or held for want of messages; else why it is not. */
async function openOne(
  runtime: Runtime,
  db: Db,
  { recurrence, period, place, now }: { recurrence: Recurrence; period: Period; place: DuePlace; now: Date },
): Promise<SkipReason | null> {
  const reminders = reminderPlan(runtime.settings);
  const reach = findBranches(await listRolesOf(db, recurrence.issuerId), 'send-directive');
  if (reach !== 'all' && reach.length === 0) return 'notAllowed';
  const { unitIds } = resolveAudience(
    parseAudience(recurrence.audience),
    await listUnits(db),
    reach,
    await listSavedAudiences(db),
  );
  if (unitIds.length === 0) return 'nobody';
  const { dueWords } = recurrence;
  const dueAt = dueWords === null ? null : readDueAt(dueWords, period.opensAt, place);
  if (dueWords !== null && (dueAt === null || dueAt <= now)) return 'duePast';
  const sendAt = period.opensAt;
  const directive = await createPeriodDirective(db, recurrence, { unitIds, dueAt, sendAt, now });
  const { id: directiveId } = directive;
  if (!(await holdDirective(runtime, db, directive)))
    await openDirective(db, { directiveId, unitIds, now, from: 'scheduled', reminders });
  await recordPeriod(db, recurrence.id, period, { at: now, directiveId });
  return null;
}

async function tellIssuer(
  runtime: Runtime,
  db: Db,
  recurrence: Recurrence,
  { skipped, now }: { skipped: Skipped[]; now: Date },
): Promise<void> {
  const chat = await findIssuerChat(db, recurrence.issuerChatId);
  const t = textsFor(chat.locale, runtime.settings.ORG_LOCALE);
  const text = saySkipped(t, recurrence, skipped, runtime.settings.ORG_TIME_ZONE);
  await queueDeliveries(
    db,
    [
      {
        ...{ channel: chat.channel, chatId: chat.id, kind: 'tell', priority: priority.reminder },
        dedupKey: `recurrence:${recurrence.id}:skipped:${skipped.at(-1)!.period}`,
        content: { text },
      },
    ],
    now,
  );
}
