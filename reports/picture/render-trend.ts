import type { BarSeriesOption, EChartsOption } from 'echarts';
import { summaryClasses, sumCounts, type Counts, type SummaryClass } from '../../core/summary/classify.js';
import { openCharts } from './charts.js';
import { flat } from './look.js';

/** A page by day or by night. */
export type Ground = 'light' | 'dark';

export interface TrendLook {
  ground: Ground;
  /** For a phone: as wide as one. */
  isNarrow: boolean;
}

interface Inks {
  text: string;
  line: string;
  /** On the colours of the classes. */
  figure: string;
  classes: Record<SummaryClass, string>;
}

/** The colours of the page (web/public/base.css), which a picture in it cannot take from there. */
const inks: Record<Ground, Inks> = {
  light: {
    ...{ text: '#14211f', line: '#dfe5e4', figure: '#ffffff' },
    classes: { doneInTime: '#1c8a5a', doneLate: '#d08a1d', openInTerm: '#4f86c6', openOverdue: '#c8402f' },
  },
  dark: {
    ...{ text: '#e6efec', line: '#2a3936', figure: '#06231f' },
    classes: { doneInTime: '#3cb17c', doneLate: '#d9a13f', openInTerm: '#6a9edb', openOverdue: '#e5695a' },
  },
};

const sizes = { wide: { width: 720, height: 280 }, narrow: { width: 330, height: 230 } };

type Trend = readonly { label: string; counts: Counts }[];

/** The four classes of period after period as stacked columns: an SVG without a ground of its own. */
export async function renderTrend(
  trend: Trend,
  words: Record<SummaryClass, string>,
  { ground, isNarrow }: TrendLook,
): Promise<string> {
  const echarts = await openCharts();
  const size = isNarrow ? sizes.narrow : sizes.wide;
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(createOption(trend, words, inks[ground]));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function createOption(
  trend: Trend,
  words: Record<SummaryClass, string>,
  { text, line, figure, classes }: Inks,
): EChartsOption {
  const tallest = Math.max(0, ...trend.map(({ counts }) => sumCounts(counts)));
  const axis = { axisTick: { show: false }, axisLine: { lineStyle: { color: line } } };
  const axisLabel = { color: text, fontSize: 13, hideOverlap: true };
  return {
    animation: false,
    textStyle: { fontFamily: 'Be Vietnam Pro, system-ui, sans-serif', color: text },
    grid: { left: 36, right: 4, top: 12, bottom: 32 },
    xAxis: { type: 'category', data: trend.map(({ label }) => label), ...axis, axisLabel },
    yAxis: { type: 'value', minInterval: 1, axisLabel, splitLine: { lineStyle: { color: line } } },
    series: summaryClasses.map((name): BarSeriesOption => ({
      ...{ type: 'bar' as const, name: words[name], stack: 'classes', barMaxWidth: 64 },
      data: trend.map(({ counts }) => counts[name]),
      itemStyle: { color: classes[name] },
      label: {
        ...{ show: true, fontSize: 13, color: figure },
        formatter: ({ value }) => (Number(value) > tallest * flat ? Number(value).toString() : ''),
      },
    })),
  };
}
