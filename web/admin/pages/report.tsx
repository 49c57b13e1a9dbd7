import { z } from 'zod';
import { placeOf } from '../../../config/rules.js';
import { UserError } from '../../../core/errors.js';
import { sayTitle } from '../../../core/report/head-part.js';
import { readSpelled, spellPeriod } from '../../../core/report/report-ref.js';
import { parseWanted } from '../../../core/summary/read-period.js';
import type { Deed } from '../../../services/deed.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { findPeriod } from '../../../services/reports/open-report.js';
import { draftReport, publishReport, redoReport } from '../../../services/reports/publish-report.js';
import { listUnitNames } from '../../../store/unit-names.js';
import { readForm } from '../form.js';
import type { Page, Shown, Visit } from '../page.js';
import { withQuery } from '../parts/pager.js';
import { mayPublish, openWanted, readWish, type Opened, type Wish } from '../report/open-wanted.js';
import { ReportBody } from '../report/report-body.js';
import { ReportForm } from '../report/report-form.js';
import { fileFormats } from './report-file.js';

const idSchema = z.object({ id: z.coerce.number().int().positive() });
const periodSchema = z.object({ period: z.string().max(60) });
const path = '/reports/read';

/** One report: of a period as things stand, as it was frozen, or the draft that waits. */
export const reportPage: Page = {
  path,
  right: 'watch',
  nav: { under: '/reports' },
  show,
  acts: {
    async publish(deed, form) {
      const { id } = readForm(form, idSchema);
      return { said: settled(await publishReport(deed, id)), to: `${path}?id=${id}` };
    },
    async redo(deed, form) {
      const next = settled(await redoReport(deed, readForm(form, idSchema).id));
      return { said: deed.t('reports.redone'), to: `${path}?id=${next}` };
    },
    async draft(deed, form) {
      const id = await draftReport(deed, await getPeriod(deed, readForm(form, periodSchema).period));
      return { said: deed.t('reports.drafted'), to: `${path}?id=${id}` };
    },
  },
};

/** Somebody else pressed first. */
function settled<T>(outcome: T | null): T {
  if (outcome === null) throw new UserError('report.publishedAlready');
  return outcome;
}

async function getPeriod(deed: Deed, name: string) {
  const wanted = parseWanted(readSpelled(name), placeOf(deed.runtime.settings));
  if (!wanted) throw new UserError('admin.fault.form');
  return findPeriod(deed, wanted);
}

async function show(visit: Visit): Promise<Shown | null> {
  const { t } = visit;
  const wish = readWish(visit);
  try {
    const opened = await openWanted(visit);
    if (!opened) return null;
    const title = sayTitle(opened.writing);
    return {
      title,
      body: (
        <>
          <Head visit={visit} title={title} opened={opened} />
          <ReportBody visit={visit} writing={opened.writing} />
        </>
      ),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { title: t('reports.title'), body: await AskAgain({ visit, wish, error }) };
  }
}

/** The words were not understood, or there is nothing to tell: the form stands there with them. */
async function AskAgain({ visit, wish, error }: { visit: Visit; wish: Wish; error: UserError }) {
  const { db, t, speaker } = visit;
  const units = await listUnitNames(db, await findWatcher(db, speaker));
  return (
    <>
      <h1>{t('reports.title')}</h1>
      <p class="notice fault" role="alert">
        {t(error.key, error.values)}
      </p>
      <section class="card">
        <ReportForm visit={visit} units={units} wish={wish} />
      </section>
    </>
  );
}

function Head({ visit, title, opened }: { visit: Visit; title: string; opened: Opened }) {
  const { t, query } = visit;
  const { isDraft } = opened;
  return (
    <>
      <p class="crumbs">
        <a href="/admin/reports">{t('reports.title')}</a>
      </p>
      <h1>
        {title}
        {isDraft ? <span class="chip fair">{t('reports.isDraft')}</span> : null}
      </h1>
      {isDraft ? <p>{t('report.draft')}</p> : null}
      <div class="row">
        {fileFormats.map((format) => (
          <a class="button" href={withQuery('/admin/reports/file', query, { format })} download>
            {t(`reports.format.${format}`)}
          </a>
        ))}
      </div>
      {mayPublish(visit) && opened.scope === null ? <Publishing visit={visit} opened={opened} /> : null}
    </>
  );
}

/** What becomes of a draft, or the way to one. */
function Publishing({ visit, opened }: { visit: Visit; opened: Opened }) {
  const { t } = visit;
  const { report, isDraft } = opened;
  return (
    <form method="post" class="row">
      {isDraft ? (
        <>
          <input type="hidden" name="id" value={String(report.id)} />
          <button name="act" value="publish" class="primary">
            {t('report.button.publish')}
          </button>
          <button name="act" value="redo">
            {t('report.button.redo')}
          </button>
        </>
      ) : (
        <>
          <input type="hidden" name="period" value={spellPeriod(report.content.period)} />
          <button name="act" value="draft">
            {t(report.number === null ? 'reports.draft' : 'reports.draftAgain')}
          </button>
        </>
      )}
    </form>
  );
}
