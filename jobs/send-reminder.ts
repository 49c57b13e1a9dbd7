import { reminderPlan } from '../config/rules.js';
import { localDate } from '../core/calendar/iso-date.js';
import { alongMs, settleReminders } from '../core/reminders/settle-reminders.js';
import { loadCalendar } from '../store/calendar.js';
import { transact } from '../store/db.js';
import { lockReminders, moveReminders, queueReminders } from '../store/reminders.js';
import type { Job } from './job.js';
import { remindIssuers } from './remind-issuers.js';
import { wakeSenders } from './wake.js';

/**
 * Reminds one unit of all that is due: claims the reminders by moving them on, and queues one message for each of the
 * unit's groups, in one transaction. Where the unit waits for more time its issuer is reminded instead. Whoever comes second finds
 * nothing that is due.
 */
export const sendReminder: Job = {
  name: 'send-reminder',
  async run(runtime, id) {
    const now = runtime.clock.now();
    const unitId = Number(id);
    const counts = await transact(runtime.db, async (tx) => {
      const due = await lockReminders(tx, unitId, new Date(now.getTime() + alongMs));
      const plan = reminderPlan(runtime.settings);
      const zone = due[0]?.timeZone ?? plan.zone;
      const calendar = await loadCalendar(tx, plan.hours, unitId);
      const moves = settleReminders(due, now, { ...plan, zone, calendar });
      const moved = await moveReminders(tx, moves);
      const waiting = moves.flatMap(({ id, isForIssuer }) => (isForIssuer && moved.has(id) ? [id] : []));
      const told = await remindIssuers(runtime, tx, waiting, now);
      const reminded = moves.filter((move) => move.isReminded && moved.has(move.id));
      if (reminded.length === 0) return { moved: moved.size, queued: told };
      const moment = new Date(Math.min(...reminded.map(({ seen }) => seen.getTime())));
      const assignmentIds = reminded.map((move) => move.id);
      if (!calendar.isWorkingDay(localDate(now, zone)))
        runtime.log.info({ unitId, assignmentIds }, 'urgent reminder on a day off');
      const lastCallIds = reminded.flatMap(({ id, isLastCall }) => (isLastCall ? [id] : []));
      return {
        moved: moved.size,
        queued: told + (await queueReminders(tx, { unitId, assignmentIds, lastCallIds, moment, now })),
      };
    });
    if (counts.queued > 0) wakeSenders(runtime);
    return counts;
  },
};
