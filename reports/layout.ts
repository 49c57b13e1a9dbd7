/**
 * The figures of Decree 30/2020/NĐ-CP, Appendix I: millimetres and points, one value of each range that it allows. The
 * English layout has the same page.
 */
export const layout = {
  page: { width: 210, height: 297 },
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  font: 'Times New Roman',
  size: {
    nationalTitle: 12,
    motto: 13,
    superior: 12,
    issuer: 12,
    number: 13,
    placeAndDate: 13,
    kind: 14,
    subject: 14,
    addressed: 14,
    body: 14,
    table: 12,
    sign: 13,
    signName: 14,
    recipientsTitle: 12,
    recipients: 11,
    urgency: 13,
    appendix: 14,
    pageNumber: 13,
  },
  /** First line of a paragraph, and the space before it in points. */
  indent: 12.7,
  paragraphSpace: 6,
  /** Columns of the head: the body's names, the national title. */
  head: { left: 68, right: 97 },
} as const;

/** The width between the margins. */
export const textWidth = layout.page.width - layout.margin.left - layout.margin.right;

/** A line under a name is a third to a half of it. */
export const shortLine = 0.4;

/** Shares of a table's width: names have a third, figures divide the rest. */
export function columnShares(count: number): number[] {
  const first = count === 1 ? 1 : 1 / 3;
  return Array.from({ length: count }, (_, at) => (at === 0 ? first : (1 - first) / (count - 1)));
}
