import type * as EchartsCore from 'echarts/core';
import type { ReportPicture } from '../../core/report/picture.js';
import type { SummaryClass } from '../../core/summary/classify.js';
import { openRuler, sans } from '../fonts.js';
import { width } from './look.js';
import { createOption, heightOf } from './option.js';

/** A report as a PNG. The letters come from the font that is handed along, never from the machine. */
export async function renderPicture(
  picture: ReportPicture,
  words: Record<SummaryClass, string>,
): Promise<Uint8Array> {
  const svg = await renderSvg(picture, words);
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { fontFiles: Object.values(sans), loadSystemFonts: false, defaultFontFamily: 'Be Vietnam Pro' },
  });
  return image.asPng();
}

async function renderSvg(picture: ReportPicture, words: Record<SummaryClass, string>): Promise<string> {
  const echarts = await openCharts();
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: heightOf(picture) });
  try {
    chart.setOption(createOption(picture, words));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

type Charts = typeof EchartsCore;
let opening: Promise<Charts> | null = null;

/** Only the parts that the picture takes; words are measured as our font sets them, there is no browser to ask. */
function openCharts(): Promise<Charts> {
  opening ??= load();
  return opening;
}

async function load(): Promise<Charts> {
  const [echarts, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  echarts.use([
    ...[
      charts.HeatmapChart,
      charts.BarChart,
      components.GridComponent,
      components.TitleComponent,
      components.VisualMapComponent,
    ],
    ...[components.GraphicComponent, renderers.SVGRenderer],
  ]);
  const [normal, bold] = await Promise.all([openRuler(sans.normal), openRuler(sans.bold)]);
  const pointsPerMm = 72 / 25.4;
  echarts.setPlatformAPI({
    measureText(text, font = '') {
      const size = Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1] ?? 12);
      const ruler = /bold|[6-9]00/.test(font) ? bold : normal;
      return { width: ruler(text, size) * pointsPerMm };
    },
  });
  return echarts;
}
