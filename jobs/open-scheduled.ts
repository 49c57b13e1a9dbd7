import { reminderPlan } from '../config/rules.js';
import { transact } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { findDirective, openDirective } from '../store/directives.js';
import { holdDirective } from './hold-directive.js';
import type { Job } from './job.js';
import { settlePreviews } from './settle-previews.js';
import { wakeSenders } from './wake.js';
import { withdrawScheduled } from './withdraw-scheduled.js';

/**
 * Opens one scheduled directive whose time has come, also long after: the issuer wants it out. Held where a plan's month is
 * used up, a draft again where its issuer may not send to these units any more.
 */
export const openScheduled: Job = {
  name: 'open-scheduled',
  async run(runtime, id) {
    const now = runtime.clock.now();
    const directive = await findDirective(runtime.db, Number(id));
    const isDue = directive?.state === 'scheduled' && directive.sendAt !== null && directive.sendAt <= now;
    if (!isDue) return { opened: 0 };
    const outcome = await transact(runtime.db, async (db) => {
      if (await withdrawScheduled(runtime, db, directive)) return 'withdrawn';
      if (await holdDirective(runtime, db, directive)) return 'held';
      const opened = await openDirective(db, {
        directiveId: directive.id,
        unitIds: directive.unitIds,
        now,
        from: 'scheduled',
        reminders: reminderPlan(runtime.settings),
      });
      if (!opened) return null;
      // Its buttons would offer to send what is out.
      const end = { key: 'preview.sent', number: opened.number } as const;
      await queueDeliveries(db, await settlePreviews(runtime, db, directive, end), now);
      return 'opened';
    });
    if (!outcome) return { opened: 0 };
    wakeSenders(runtime);
    return { [outcome]: 1 };
  },
};
