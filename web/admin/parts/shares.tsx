import type { Translate } from '../../../locales/texts.js';

/** One part of a whole. `tone` is its colour; the words stand beside it, so that nobody needs to see colours. */
export interface Share {
  label: string;
  count: number;
  tone: 'good' | 'fair' | 'calm' | 'bad' | 'none';
}

/** A bar of parts, with each named and counted below it. Drawn as SVG: the page takes no inline style. */
export function Shares({ shares, label }: { shares: readonly Share[]; label: string }) {
  return (
    <figure class="shares">
      <Strip shares={shares} />
      <figcaption class="visually-hidden">{label}</figcaption>
      <ul>
        {shares.map(({ label: name, count, tone }) => (
          <li>
            <span class={`dot ${tone}`} aria-hidden="true" />
            <strong>{count}</strong> {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Between two parts, so that neighbours of one colour are told apart. */
const gap = 0.5;

/** The bar alone. */
function Strip({ shares }: { shares: readonly Share[] }) {
  const whole = shares.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const rects = shares.flatMap(({ count, tone }) => {
    if (count === 0) return [];
    const width = (count / whole) * 100;
    const x = from;
    from += width;
    const shown = x + width < 99.9 ? Math.max(0.2, width - gap) : width;
    return [<rect class={tone} x={round(x)} y="0" width={round(shown)} height="10" />];
  });
  return (
    <svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {rects}
    </svg>
  );
}

const round = (value: number) => String(Math.round(value * 100) / 100);

/** How many of all, as a bar and in words. */
export function Progress({ t, done, total }: { t: Translate; done: number; total: number }) {
  const shares: Share[] = [
    { label: '', count: done, tone: 'good' },
    { label: '', count: total - done, tone: 'none' },
  ];
  return (
    <span class="progress">
      <Strip shares={shares} />
      <span class="count">{t('admin.share', { done, total })}</span>
    </span>
  );
}
