import { plainText } from '../../../core/message.js';
import { buildAttention } from '../../../core/report/attention-part.js';
import { heading } from '../../../core/report/block.js';
import { buildBehind, mostInReport } from '../../../core/report/build-report.js';
import { buildDirectives } from '../../../core/report/directives-part.js';
import { buildFigureTable } from '../../../core/report/figure-table.js';
import { buildDecisions, buildTitle, sayComparisons, saySize } from '../../../core/report/head-part.js';
import type { Writing } from '../../../core/report/report-head.js';
import { listTrend } from '../../../core/report/trend.js';
import { summaryClasses, sumCounts } from '../../../core/summary/classify.js';
import { writeLinked } from '../../../reports/links.js';
import { classTones } from '../classes.js';
import type { Visit } from '../page.js';
import { drawTrend } from '../parts/chart.js';
import { Shares } from '../parts/shares.js';
import { FigureTable, Sections } from './blocks.js';

/** A screen takes more than a chat does. */
const most = { ...mostInReport, directives: 60, units: 300, words: 60, attention: 80 };

/** The whole report: what needs a decision, the figures, and what is behind them, each name with the way to the replies. */
export async function ReportBody({ visit, writing }: { visit: Visit; writing: Writing }) {
  const { db, runtime, t } = visit;
  const means = { db, channels: runtime.channels, linkTo: createWay(writing) };
  const { title, decisions, behind } = await writeLinked(means, writing, (linked) => ({
    title: buildTitle(linked),
    decisions: buildDecisions(linked, most.decisions),
    behind: [
      ...buildAttention(linked, most.attention),
      heading(1, t('document.byDirective')),
      ...buildDirectives(linked, most.directives),
      ...buildBehind(linked, most),
    ],
  }));
  const [, ...lines] = title;
  const trend = listTrend(writing);
  return (
    <>
      <p class="soft">
        {lines.map((line) => (line.kind === 'line' ? plainText(line.text) : '')).join(' · ')}
      </p>
      <Sections blocks={decisions} />
      <Figures visit={visit} writing={writing} />
      {trend.length > 1 ? (
        <section class="card" aria-labelledby="trend">
          <h2 id="trend">{t('report.picture.trend')}</h2>
          {await drawTrend(t, trend)}
        </section>
      ) : null}
      <Sections blocks={behind} />
    </>
  );
}

function Figures({ visit, writing }: { visit: Visit; writing: Writing }) {
  const { t } = visit;
  const { view } = writing;
  const size = saySize(writing);
  const shares = summaryClasses.map((name) => ({
    label: t(`summary.class.${name}`),
    count: view.totals[name],
    tone: classTones[name],
  }));
  return (
    <section class="card" aria-labelledby="figures">
      <h2 id="figures">{t('report.figures')}</h2>
      <p>{size}</p>
      {sumCounts(view.totals) === 0 ? null : (
        <>
          <Shares shares={shares} label={size} />
          <FigureTable table={buildFigureTable(writing)} />
          {sayComparisons(writing).map((words) => (
            <p class="soft">{words}</p>
          ))}
        </>
      )}
    </section>
  );
}

/** On the page a reply is read where the whole exchange with its unit stands: that opens on every platform. */
function createWay({ content }: Writing) {
  const codes = new Map(content.units.map(({ id, code }) => [id, code]));
  const numbers = new Map(content.directives.map(({ id, number }) => [id, number]));
  const parts = new Map(
    [
      ...(content.corrections?.list ?? []),
      ...content.items.map(({ assignmentId, unitId, directiveId }) => {
        return { assignmentId, unitId, number: numbers.get(directiveId) };
      }),
    ].map((part) => [part.assignmentId, part]),
  );
  return ({ id, assignmentId }: { id: number; assignmentId: number }) => {
    const part = parts.get(assignmentId);
    const code = codes.get(part?.unitId ?? 0);
    if (code === undefined || part?.number === undefined) return null;
    return `/admin/directives/${part.number}/${encodeURIComponent(code)}#reply-${id}`;
  };
}
