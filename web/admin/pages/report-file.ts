import { z } from 'zod';
import { renderReport } from '../../../reports/render-report.js';
import { titleFile } from '../../../reports/address-summary.js';
import { findProfile } from '../../../store/profiles.js';
import type { Download } from '../page.js';
import { openWanted } from '../report/open-wanted.js';

/** What a report can be brought home as. */
export const fileFormats = ['docx', 'xlsx', 'pdf', 'csv', 'png'] as const;

export const fileTypes: Record<(typeof fileFormats)[number], string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  png: 'image/png',
};

/** The report that the page at the same query shows, as a file. */
export const reportFile: Download = {
  path: '/reports/file',
  right: 'watch',
  async open(visit) {
    const { db, runtime, locale, t, query } = visit;
    const format = z.enum(fileFormats).safeParse(query.get('format')).data;
    const opened = format && (await openWanted(visit));
    if (!format || !opened) return null;
    const { report, writing } = opened;
    const profile = await findProfile(db, locale, runtime.settings.ORG_NAME);
    const means = { db, channels: runtime.channels };
    const bytes = await renderReport(means, { writing, profile, signedOn: report.createdAt }, format);
    const name = titleFile(t, report.content.period, report.number);
    return { bytes, type: fileTypes[format], name: `${name}.${format}` };
  },
};
