import { z } from 'zod';
import type { Attachment } from '../message.js';

/** Files that we make ourselves when they are sent: no platform holds them. */
export const ownFiles = 'giaoban';

export const reportFormats = ['txt', 'docx', 'xlsx', 'csv', 'pdf', 'png'] as const;
export type ReportFormat = (typeof reportFormats)[number];

const refSchema = z.object({
  /** The frozen report; null for one that is told as things stand when the file is made. */
  id: z.int().positive().nullable(),
  period: z.string(),
  /** The branches that may be seen; null for the whole. */
  units: z.array(z.int().positive()).nullable(),
  name: z.string(),
  format: z.enum(reportFormats),
  locale: z.enum(['vi', 'en']),
});

/** All that a report's file is made from, wherever and whenever that is. */
export type ReportRef = z.infer<typeof refSchema>;

/** The file as a message carries it. `title`: its name without an ending, letters and digits. */
export function attachReport(ref: ReportRef, title: string): Attachment {
  return {
    kind: ref.format === 'png' ? 'photo' : 'document',
    channel: ownFiles,
    ref: JSON.stringify(ref),
    name: `${title}.${ref.format}`,
  };
}

/** Null for what is no reference to a report. */
export function parseReportRef(text: string): ReportRef | null {
  try {
    return refSchema.parse(JSON.parse(text));
  } catch {
    return null; // made by another version, or by nobody of ours
  }
}

/** A period as a button and a file name can carry it: `#12` is `no.12`. */
export const spellPeriod = (period: string) => period.replace('#', 'no.');
export const readSpelled = (text: string) => text.replace(/^no\./, '#');
