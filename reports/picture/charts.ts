import type * as EchartsCore from 'echarts/core';
import { openRuler, sans } from '../fonts.js';

type Charts = typeof EchartsCore;
let opening: Promise<Charts> | null = null;

/** Only the parts that our pictures take; words are measured as our font sets them, there is no browser to ask. */
export function openCharts(): Promise<Charts> {
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
