import type { BarSeriesOption, EChartsOption, HeatmapSeriesOption } from 'echarts';
import type { ReportPicture } from '../../core/report/picture.js';
import { summaryClasses, sumCounts, type SummaryClass } from '../../core/summary/classify.js';
import { createLegend } from './legend.js';
import {
  edge,
  fewColumns,
  flat,
  foot,
  head,
  ink,
  labels,
  legend,
  looks,
  rowHeight,
  trendHeight,
  width,
} from './look.js';

/** Where the parts of the picture lie, from above; there is always room for one row. */
function placeParts({ rows, notes }: ReportPicture) {
  const heatTop = head + legend + 70;
  const heatBottom = heatTop + Math.max(1, rows.length) * rowHeight;
  const trendTop = heatBottom + notes.length * 34 + 110;
  return { heatTop, heatBottom, trendTop, height: trendTop + trendHeight + 60 + foot };
}

export const heightOf = (picture: ReportPicture) => placeParts(picture).height;

/** The picture as the chart library takes it: a heat map above, stacked columns below, words around them. */
export function createOption(picture: ReportPicture, words: Record<SummaryClass, string>): EChartsOption {
  const { heatTop, trendTop, height } = placeParts(picture);
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: 'Be Vietnam Pro', color: ink },
    title: createTitles(picture),
    grid: [
      {
        left: edge + labels,
        right: edge,
        top: heatTop,
        height: Math.max(1, picture.rows.length) * rowHeight,
      },
      { left: edge + 60, right: edge, top: trendTop, bottom: height - trendTop - trendHeight },
    ],
    ...createAxes(picture),
    visualMap: {
      ...{ type: 'piecewise', show: false, seriesIndex: 0, dimension: 2 },
      pieces: summaryClasses.map((name, value) => ({ value, color: looks[name].colour })),
    },
    series: [createHeat(picture), ...summaryClasses.map((name) => createBars(picture, name, words[name]))],
    graphic: createLegend(words),
  };
}

/** Units and directives above, periods and numbers below. */
function createAxes(picture: ReportPicture): Pick<EChartsOption, 'xAxis' | 'yAxis'> {
  const show = picture.rows.length > 0;
  return {
    xAxis: [
      {
        gridIndex: 0,
        show,
        ...category(picture.columns),
        position: 'top',
        axisLabel: label(picture.columns.length > fewColumns ? 15 : 20, { interval: 0 }),
      },
      {
        gridIndex: 1,
        ...category(picture.trend.map((period) => period.label)),
        axisLabel: label(20, { interval: 0 }),
      },
    ],
    yAxis: [
      { gridIndex: 0, show, ...category(picture.rows), inverse: true, axisLabel: label(22) },
      {
        gridIndex: 1,
        type: 'value',
        minInterval: 1,
        axisLabel: label(20, { formatter: String }),
        splitLine: { lineStyle: { color: '#e3e8ee' } },
      },
    ],
  };
}

const category = (data: string[]) => ({
  ...{ type: 'category' as const, data, axisTick: { show: false } },
  axisLine: { lineStyle: { color: '#9aa7b5' } },
});

const label = (fontSize: number, more: object = {}) => ({ fontSize, color: ink, margin: 14, ...more });

function createTitles(picture: ReportPicture) {
  const { heatBottom, heatTop, trendTop } = placeParts(picture);
  const at = (text: string, top: number, fontSize: number, isBold = true) => ({
    ...{ text, left: edge, top, padding: 0 },
    textStyle: {
      fontSize,
      fontWeight: isBold ? ('bold' as const) : ('normal' as const),
      color: ink,
      width: width - 2 * edge,
      overflow: 'truncate' as const,
    },
  });
  return [
    at(picture.title, 34, 36),
    at(picture.name, 88, 26, false),
    at(picture.heatTitle, heatTop - 56, 24),
    ...picture.notes.map((note, line) => at(note, heatBottom + 12 + line * 34, 22, false)),
    at(picture.trendTitle, trendTop - 66, 24),
  ];
}

function createHeat({ cells }: ReportPicture): HeatmapSeriesOption {
  return {
    type: 'heatmap',
    ...{ xAxisIndex: 0, yAxisIndex: 0 },
    data: cells.map(({ column, row, class: name }) => {
      const { mark, ink: letter } = looks[name];
      const label = { show: mark !== '', formatter: mark, fontSize: 22, color: letter };
      return { value: [column, row, summaryClasses.indexOf(name)], label };
    }),
    label: { show: true, fontWeight: 'bold' },
    itemStyle: { borderColor: '#ffffff', borderWidth: 3, borderRadius: 5 },
  };
}

function createBars({ trend }: ReportPicture, name: SummaryClass, words: string): BarSeriesOption {
  const { colour, ink: letter } = looks[name];
  const tallest = Math.max(...trend.map(({ counts }) => sumCounts(counts)));
  return {
    type: 'bar',
    name: words,
    ...{ stack: 'classes', xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 90 },
    data: trend.map(({ counts }) => counts[name]),
    itemStyle: { color: colour },
    label: {
      show: true,
      ...{ fontSize: 20, color: letter },
      formatter: ({ value }) => (Number(value) > tallest * flat ? Number(value).toString() : ''),
    },
  };
}
