import { reminderPlan } from '../config/rules.js';
import { calendarOf } from '../core/calendar/calendar-book.js';
import { settleEscalation } from '../core/escalation/settle-escalation.js';
import { loadCalendarBook } from '../store/calendar.js';
import { transact } from '../store/db.js';
import { lockEscalations, moveEscalations, queueEscalations, takeSteps } from '../store/escalations.js';
import { addressEscalation, type Fired } from './address-escalation.js';
import type { Job } from './job.js';
import { wakeSenders } from './wake.js';

/**
 * Takes the steps that are due for the units of one directive: moves them on, writes down that they were taken, and
 * queues one message for each person or group concerned, in one transaction. Whoever comes second finds none due.
 */
export const escalateDirective: Job = {
  name: 'escalate-directive',
  async run(runtime, id) {
    const { db, clock, settings } = runtime;
    const now = clock.now();
    const { escalation: delays, ...plan } = reminderPlan(settings);
    const counts = await transact(db, async (tx) => {
      const due = await lockEscalations(tx, Number(id), now);
      const book = await loadCalendarBook(
        tx,
        plan.hours,
        due.map(({ unitId }) => unitId),
      );
      const moves = due.map((item) =>
        delays
          ? settleEscalation(item, now, {
              rules: plan.rules,
              calendar: calendarOf(book, item.unitId),
              zone: item.timeZone ?? plan.zone,
              delays,
            })
          : { id: item.id, seen: item.seen, next: null, step: null },
      );
      if (moves.length === 0) return { moved: 0, queued: 0 };
      const moved = await moveEscalations(tx, moves);
      const fired = due.flatMap((item, index): Fired[] => {
        const step = moves[index]!.step;
        return step && moved.has(item.id) ? [{ ...item, step }] : [];
      });
      const { taken, queue } = await addressEscalation(tx, Number(id), fired, now);
      const recorded = await takeSteps(tx, taken, now);
      return { moved: moved.size, queued: await queueEscalations(tx, queue(recorded)) };
    });
    if (counts.queued > 0) wakeSenders(runtime);
    return counts;
  },
};
