import { renderTrend, type Ground } from '../../../reports/picture/render-trend.js';
import { summaryClasses, type Counts, type SummaryClass } from '../../../core/summary/classify.js';
import type { Translate } from '../../../locales/texts.js';
import { classTones } from '../classes.js';

type Trend = readonly { label: string; counts: Counts }[];
type Words = Record<SummaryClass, string>;

/** The four classes over time: a picture, and the same as a table for whoever wants the figures or sees no picture. */
export async function drawTrend(t: Translate, trend: Trend) {
  const words = Object.fromEntries(summaryClasses.map((name) => [name, t(`summary.class.${name}`)])) as Words;
  const draw = async (ground: Ground, isNarrow: boolean) =>
    asAddress(await renderTrend(trend, words, { ground, isNarrow }));
  const [light, dark, lightNarrow, darkNarrow] = await Promise.all([
    draw('light', false),
    draw('dark', false),
    draw('light', true),
    draw('dark', true),
  ]);
  return (
    <figure class="chart">
      <ul class="legend">
        {summaryClasses.map((name) => (
          <li>
            <span class={`dot ${classTones[name]}`} aria-hidden="true" />
            {words[name]}
          </li>
        ))}
      </ul>
      <picture>
        <source media="(max-width: 40rem) and (prefers-color-scheme: dark)" srcset={darkNarrow} />
        <source media="(max-width: 40rem)" srcset={lightNarrow} />
        <source media="(prefers-color-scheme: dark)" srcset={dark} />
        <img src={light} alt={t('report.picture.trend')} />
      </picture>
      <Twin t={t} trend={trend} words={words} />
    </figure>
  );
}

/** In the page itself: the policy lets pictures come from there, and styles in a picture are not the page's. */
const asAddress = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** The same figures in a table. */
function Twin({ t, trend, words }: { t: Translate; trend: Trend; words: Words }) {
  return (
    <details class="fold">
      <summary>{t('reports.asTable')}</summary>
      <div class="scroll" tabindex={0} role="region" aria-label={t('reports.asTable')}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{t('report.column.period')}</th>
              {summaryClasses.map((name) => (
                <th scope="col">{words[name]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.map(({ label, counts }) => (
              <tr>
                <th scope="row">{label}</th>
                {summaryClasses.map((name) => (
                  <td>{counts[name]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
