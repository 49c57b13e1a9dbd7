import type { BarSeriesOption, EChartsOption } from 'echarts';
import { summaryClasses, sumCounts, type Counts, type SummaryClass } from '../../core/summary/classify.js';
import { openCharts } from './charts.js';
import { flat, looks } from './look.js';

/** What it stands on: paper, or a page by day or by night. */
export type Ground = 'light' | 'dark';

const inks: Record<Ground, { text: string; line: string }> = {
  light: { text: '#1d2733', line: '#dfe5e4' },
  dark: { text: '#e6efec', line: '#2a3936' },
};

const size = { width: 720, height: 280 };

/** The four classes of period after period as stacked columns: an SVG without a ground of its own. */
export async function renderTrend(
  trend: readonly { label: string; counts: Counts }[],
  words: Record<SummaryClass, string>,
  ground: Ground,
): Promise<string> {
  const echarts = await openCharts();
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(createOption(trend, words, inks[ground]));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function createOption(
  trend: readonly { label: string; counts: Counts }[],
  words: Record<SummaryClass, string>,
  { text, line }: (typeof inks)[Ground],
): EChartsOption {
  const tallest = Math.max(0, ...trend.map(({ counts }) => sumCounts(counts)));
  const axis = { axisTick: { show: false }, axisLine: { lineStyle: { color: line } } };
  const axisLabel = { color: text, fontSize: 13 };
  return {
    animation: false,
    textStyle: { fontFamily: 'Be Vietnam Pro, system-ui, sans-serif', color: text },
    grid: { left: 44, right: 8, top: 12, bottom: 32 },
    xAxis: { type: 'category', data: trend.map(({ label }) => label), ...axis, axisLabel },
    yAxis: { type: 'value', minInterval: 1, axisLabel, splitLine: { lineStyle: { color: line } } },
    series: summaryClasses.map((name): BarSeriesOption => ({
      ...{ type: 'bar' as const, name: words[name], stack: 'classes', barMaxWidth: 64 },
      data: trend.map(({ counts }) => counts[name]),
      itemStyle: { color: looks[name].colour },
      label: {
        ...{ show: true, fontSize: 13, color: looks[name].ink },
        formatter: ({ value }) => (Number(value) > tallest * flat ? Number(value).toString() : ''),
      },
    })),
  };
}
