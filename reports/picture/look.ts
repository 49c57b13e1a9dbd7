import type { SummaryClass } from '../../core/summary/classify.js';

/** Told apart without colours, too: by lightness, and by the marks in the cells. */
export const looks: Record<SummaryClass, { colour: string; mark: string; ink: string }> = {
  doneInTime: { colour: '#2e7d4f', mark: '', ink: '#ffffff' },
  doneLate: { colour: '#f2b705', mark: 'M', ink: '#3a2c00' },
  openInTerm: { colour: '#cfd8e3', mark: '·', ink: '#42526b' },
  openOverdue: { colour: '#c62828', mark: '!', ink: '#ffffff' },
};

export const width = 1080;
export const edge = 40;
export const head = 150;
export const legend = 60;
export const rowHeight = 40;
export const labels = 330;
export const trendHeight = 300;
export const foot = 50;
export const ink = '#1d2733';
/** Numbers of directives shrink where there are many; a figure is left out where its piece is too flat for it. */
export const fewColumns = 12;
export const flat = 0.06;
