import { z } from 'zod';
import { placeOf } from '../../../config/rules.js';
import { sayTitle } from '../../../core/report/head-part.js';
import { readPeriod } from '../../../core/summary/read-period.js';
import type { SummaryContent } from '../../../core/summary/summary-content.js';
import { UserError } from '../../../core/errors.js';
import { findPeriod } from '../../../services/reports/open-report.js';
import { draftReport, publishReport, redoReport } from '../../../services/reports/publish-report.js';
import { listSummaries } from '../../../store/summaries.js';
import { fileFormats, fileTypes, reportFile } from '../../admin/pages/report-file.js';
import { mayPublish, openWanted } from '../../admin/report/open-wanted.js';
import { acts, brings, reads } from '../route.js';
import { about, counts, listOf, moment, noBody, paging, said } from '../schemas.js';

const listed = z
  .object({
    ...{ id: z.int(), number: z.int().nullable(), year: z.int(), issue: z.int(), period: z.string() },
    createdAt: moment,
  })
  .meta({ id: 'ListedReport' });

const list = reads({
  ...{ name: 'listReports', tag: 'reports', path: '/reports', right: 'watch' },
  query: z.object({ show: z.enum(['frozen', 'drafts']).default('frozen'), ...paging }),
  answer: listOf(listed),
  async show(visit, { show, limit: most, offset }) {
    if (show === 'drafts' && !mayPublish(visit)) throw new UserError('error.notAllowed');
    return listSummaries(visit.db, show, { offset, most });
  },
});

/** As in the page's address: a kept report by its id, or on a period in words; of one unit, or of all that one watches. */
const which = {
  id: z.coerce.number().int().positive().max(2_147_483_647).optional().meta(about('reportId')),
  period: z.string().max(100).default('').meta(about('period')),
  unit: z.string().max(60).default('').meta(about('reportUnit')),
};

const read = reads({
  ...{ name: 'readReport', tag: 'reports', path: '/reports/read', right: 'watch' },
  query: z.object(which),
  answer: z
    .object({
      ...{ id: z.int().nullable(), number: z.int().nullable(), issue: z.int(), isDraft: z.boolean() },
      ...{ title: z.string(), of: z.string(), period: z.string(), createdAt: moment },
      totals: counts,
      before: counts.nullable().meta(about('before')),
      directives: z.array(z.object({ number: z.int(), title: z.string(), counts })),
      units: z.array(z.object({ code: z.string(), name: z.string(), counts })),
      excused: z.array(
        z.object({ unitCode: z.string(), unitName: z.string(), number: z.int(), title: z.string() }),
      ),
    })
    .meta({ id: 'Report' }),
  async show(visit) {
    const opened = await openWanted(visit);
    if (!opened) return null;
    const { report, writing, isDraft } = opened;
    const { view, head } = writing;
    return {
      ...report,
      ...{ isDraft, title: sayTitle(writing), of: head.name, period: report.content.period },
      ...{ totals: view.totals, before: view.before },
      directives: view.directives.map((one) => ({ ...one.directive, counts: one.counts })),
      units: view.units.map((one) => ({ ...one.unit, counts: one.counts })),
      excused: nameExcused(writing.content),
    };
  },
});

/** Who owed nothing, and on what: of these the counts say nothing. */
function nameExcused({ excused = [], units }: SummaryContent) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return excused.flatMap(({ unitId, number, title }) => {
    const unit = byId.get(unitId);
    return unit ? [{ unitCode: unit.code, unitName: unit.name, number, title }] : [];
  });
}

const file = brings({
  ...{ name: 'downloadReport', tag: 'reports', path: '/reports/file', right: 'watch' },
  query: z.object({ ...which, format: z.enum(fileFormats) }),
  types: Object.values(fileTypes),
  open: (visit) => reportFile.open(visit),
});

const shared = { tag: 'reports', right: 'publish-report', scope: 'write' } as const;
const made = z.object({ id: z.int() }).meta({ id: 'MadeReport' });

const draft = acts({
  ...{ ...shared, name: 'draftReport', path: '/reports', status: 201, answer: made },
  body: z.object({ period: z.string().trim().max(100).meta(about('period')) }),
  async run(deed, { period }) {
    const wanted = readPeriod(period, deed.now, placeOf(deed.runtime.settings));
    if (!wanted) throw new UserError('reports.form');
    return { id: await draftReport(deed, await findPeriod(deed, wanted)) };
  },
});

const publish = acts({
  ...{ ...shared, name: 'publishReport', path: '/reports/{id}/publish', body: noBody, answer: said },
  run: async (deed, _body, { params }) => ({
    said: settled(await publishReport(deed, Number(params['id']))),
  }),
});

const redo = acts({
  ...{ ...shared, name: 'redoReport', path: '/reports/{id}/redo', body: noBody, answer: made },
  run: async (deed, _body, { params }) => ({ id: settled(await redoReport(deed, Number(params['id']))) }),
});

/** Somebody else was first. */
function settled<T>(outcome: T | null): T {
  if (outcome === null) throw new UserError('report.publishedAlready');
  return outcome;
}

export const reportRoutes = [list, read, file, draft, publish, redo];
