import { plainText } from '../core/message.js';
import { toRichText } from '../core/report/block.js';
import { buildReport } from '../core/report/build-report.js';
import { buildDocument } from '../core/report/document.js';
import { buildPicture } from '../core/report/picture.js';
import type { Profile } from '../core/report/profile.js';
import type { ReportFormat } from '../core/report/report-ref.js';
import type { Writing } from '../core/report/report-head.js';
import { buildReplySheet, mostReplies } from '../core/report/sheets/reply-sheet.js';
import { buildSheets } from '../core/report/sheets/build-sheets.js';
import { buildItemSheet } from '../core/report/sheets/item-sheet.js';
import { summaryClasses, type SummaryClass } from '../core/summary/classify.js';
import { findReplyPlaces, listRepliesKnown } from '../store/reply-places.js';
import { renderCsv } from './csv.js';
import { linksOf, writeLinked, type ReportMeans } from './links.js';

/** A report, what the organisation's documents look like, and the day it is dated. */
export interface ReportFile {
  writing: Writing;
  profile: Profile;
  signedOn: Date;
}

/**
 * A report as a file. What a format takes is loaded when it is asked for: the libraries are large, and a process that
 * only waits for replies needs none of them.
 */
export async function renderReport(
  means: ReportMeans,
  { writing, profile, signedOn }: ReportFile,
  format: ReportFormat,
): Promise<Uint8Array> {
  const { zone } = writing.head.place;
  const write = () => writeLinked(means, writing, (linked) => buildDocument(linked, profile, signedOn));
  switch (format) {
    case 'txt':
      return encode(`${plainText(toRichText(await writeLinked(means, writing, buildReport)))}\n`);
    case 'docx':
      return (await import('./docx/render-docx.js')).renderDocx(await write());
    case 'pdf':
      return (await import('./pdf/render-pdf.js')).renderPdf(await write());
    case 'png':
      return renderPng(writing);
    case 'csv':
      return encode(renderCsv(await writeLinked(means, writing, buildItemSheet), zone));
    case 'xlsx':
      return (await import('./xlsx.js')).renderXlsx(await buildWorkbook(means, writing), zone);
  }
}

/** The picture of a report: see core/report/picture.ts. */
export async function renderPng(writing: Writing): Promise<Uint8Array> {
  const { renderPicture } = await import('./picture/render-picture.js');
  const words = Object.fromEntries(
    summaryClasses.map((name) => [name, writing.t(`summary.class.${name}`)]),
  ) as Record<SummaryClass, string>;
  return renderPicture(buildPicture(writing), words);
}

const encode = (text: string) => new TextEncoder().encode(text);

/** All views, and the replies themselves: every figure can be followed down to what was written in a chat. */
async function buildWorkbook(means: ReportMeans, writing: Writing) {
  const ids = writing.content.items.flatMap(({ replies }) => replies).slice(0, mostReplies);
  const replies = await listRepliesKnown(means.db, ids, writing.content.known);
  const links = linksOf(means, await findReplyPlaces(means.db, ids));
  const link = (behind: readonly number[]) => links.get(behind.at(-1) ?? 0);
  const linked: Writing = { ...writing, head: { ...writing.head, link } };
  return [...buildSheets(linked), buildReplySheet(linked, replies)];
}
