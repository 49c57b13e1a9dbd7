import { z } from 'zod';
import { UserError } from '../../../core/errors.js';
import { labelOf } from '../../../channels/platform-name.js';
import { acceptAll } from '../../../services/acceptance/accept-all.js';
import { amend } from '../../../services/changes/apply-amendment.js';
import { end } from '../../../services/changes/end-directive.js';
import { extend } from '../../../services/changes/extend-directive.js';
import { findChangeable, getDirective, mayChange } from '../../../services/changes/find-changeable.js';
import { remind } from '../../../services/changes/remind-directive.js';
import { mergeDirectives } from '../../../services/corrections/merge-directives.js';
import { resendFailedOf } from '../../../services/deliveries/resend-failed.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { listAwaiting } from '../../../store/awaiting.js';
import { findCardFacts } from '../../../store/card-facts.js';
import { findViewed, listVersions, type ViewedDirective } from '../../../store/directive-view.js';
import { listExcused } from '../../../store/progress.js';
import { DirectiveActions } from '../directive/directive-actions.js';
import { DirectiveHead, Standing, Versions } from '../directive/directive-head.js';
import { DeliveryCard } from '../directive/delivery-card.js';
import { loadPartRows } from '../directive/part-rows.js';
import { UnitTable, unitTableParts } from '../directive/unit-table.js';
import { readForm } from '../form.js';
import type { Page, Visit } from '../page.js';
import { Live } from '../parts/live.js';
import { withQuery } from '../parts/pager.js';

/** The number in the address; null for anything else. */
export const readNumber = ({ params }: Pick<Visit, 'params'>): number | null =>
  /^\d{1,9}$/.test(params['number'] ?? '') ? Number(params['number']) : null;

/** The same for an act. Throws UserError when there is no such directive. */
export function getNumber(visit: Visit): number {
  const number = readNumber(visit);
  if (number === null) throw new UserError('admin.fault.form');
  return number;
}

const dueSchema = z.object({ due: z.string().trim().max(200) });
const wordingSchema = z.object({ title: z.string().trim().max(300), body: z.string().max(20_000) });
const mergeSchema = z.object({
  into: z
    .string()
    .trim()
    .regex(/^#?\d{1,9}$/)
    .transform((text) => Number(text.replace('#', ''))),
});
const reasonSchema = z.object({ words: z.string().trim().max(2_000).default('') });
const lastSchema = z.object({ last: z.coerce.number().int().positive() });

/** One directive: its text, how every unit stands, and what can be done. */
export const directivePage: Page = {
  path: '/directives/:number',
  right: 'watch',
  nav: { under: '/directives' },
  show,
  acts: {
    remind: async (deed, _form, visit) => ({
      said: await remind(deed, await findChangeable(deed, getNumber(visit))),
    }),
    async extend(deed, form, visit) {
      const { due } = readForm(form, dueSchema);
      return { said: await extend(deed, await findChangeable(deed, getNumber(visit)), null, due) };
    },
    async amend(deed, form, visit) {
      const { title, body } = readForm(form, wordingSchema);
      const directive = await findChangeable(deed, getNumber(visit));
      const after = { title, body: body.replace(/\r\n/g, '\n').trim(), dueAt: directive.dueAt };
      return { said: await amend(deed, directive, after) };
    },
    resend: async (deed, _form, visit) => ({
      said: await resendFailedOf(deed, await getDirective(deed, getNumber(visit))),
    }),
    async acceptAll(deed, form, visit) {
      const { last } = readForm(form, lastSchema);
      return { said: await acceptAll(deed, await getDirective(deed, getNumber(visit)), last) };
    },
    async merge(deed, form, visit) {
      const { into } = readForm(form, mergeSchema);
      return { said: await mergeDirectives(deed, getNumber(visit), into), to: `/directives/${into}` };
    },
    close: async (deed, _form, visit) => ({
      said: await end(deed, await findChangeable(deed, getNumber(visit)), 'closed'),
    }),
    async cancel(deed, form, visit) {
      const { words } = readForm(form, reasonSchema);
      return { said: await end(deed, await findChangeable(deed, getNumber(visit)), 'cancelled', words) };
    },
  },
};

async function show(visit: Visit) {
  const { db, t, speaker, now } = visit;
  const number = readNumber(visit);
  const watcher = await findWatcher(db, speaker);
  const directive = number === null ? null : await findViewed(db, number, watcher);
  if (!directive) return null;
  const [rows, excused, versions, changing] = await Promise.all([
    loadPartRows(db, directive.id, watcher, now),
    listExcused(db, directive.id, watcher),
    listVersions(db, directive.id),
    findChanging(visit, directive),
  ]);
  const body = (
    <>
      <DirectiveHead visit={visit} directive={directive} />
      <div class="columns">
        {rows.length > 0 ? <LiveStanding visit={visit} directive={directive} rows={rows} /> : null}
        {changing ? <DirectiveActions visit={visit} directive={directive} {...changing} /> : null}
      </div>
      {directive.kind === 'notice' ? null : <UnitTable visit={visit} directive={directive} rows={rows} />}
      {excused.length > 0 ? (
        <p class="soft">
          {t('progress.excused', { count: excused.length })}:{' '}
          {excused.map(({ unitCode, unitName }) => `${unitCode} ${unitName}`).join('; ')}
        </p>
      ) : null}
      {changing?.facts ? <DeliveryCard visit={visit} facts={changing.facts} /> : null}
      <Versions visit={visit} versions={versions} />
    </>
  );
  return { title: `#${directive.number} ${directive.title}`, body };
}

/** How it stands follows what the units say; the table and the certificate of sending with it. */
function LiveStanding({ visit, directive, rows }: Parameters<typeof UnitTable>[0]) {
  const path = `/admin/directives/${directive.number}`;
  return (
    <Live id="now" address={withQuery(path, visit.query, {})} also={[...unitTableParts, 'delivery']}>
      <Standing visit={visit} rows={rows} />
    </Live>
  );
}

/** What whoever may change the directive sees beside it; null for all others. */
async function findChanging({ db, speaker, runtime }: Visit, directive: ViewedDirective) {
  if (!(await mayChange({ db, speaker }, directive))) return null;
  const [facts, waiting] = await Promise.all([
    findCardFacts(db, directive.id, (name) => labelOf(runtime.channels, name)),
    listAwaiting(db, directive.id),
  ]);
  const last = Math.max(0, ...waiting.map(({ id }) => id));
  const awaiting = waiting.length > 0 ? { count: waiting.length, last } : null;
  return { facts, failed: facts?.failed.length ?? 0, awaiting };
}
