import type { ReportPicture } from '../../core/report/picture.js';
import type { SummaryClass } from '../../core/summary/classify.js';
import { sans } from '../fonts.js';
import { openCharts } from './charts.js';
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
