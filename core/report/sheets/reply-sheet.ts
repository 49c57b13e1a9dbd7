import { namesOf } from '../part-words.js';
import type { Writing } from '../report-head.js';
import { openCell, sheetOf, type Sheet, type SheetCell } from './sheet.js';

/** What the sheet of replies needs to know of each. */
export interface ReplyFacts {
  id: number;
  assignmentId: number;
  receivedAt: string;
  state: 'read' | 'asked' | 'corrected' | 'unread';
  version: number;
  text: string;
}

/** A workbook takes so many replies; its last row says how many more there are. */
export const mostReplies = 50_000;

/** The replies behind the figures, word by word. */
export function buildReplySheet(writing: Writing, replies: readonly ReplyFacts[]): Sheet {
  const { t, content } = writing;
  const names = namesOf(writing);
  const items = new Map(content.items.map((item) => [item.assignmentId, item]));
  const rows = replies.slice(0, mostReplies).flatMap((reply): SheetCell[][] => {
    const item = items.get(reply.assignmentId);
    if (!item) return [];
    const { id, receivedAt, text, state, version } = reply;
    const place = [id, names.codeOf(item.unitId), names.numberOf(item.directiveId), { moment: receivedAt }];
    return [[...place, text, t(`report.readingOf.${state}`), version, openCell(writing, [id])]];
  });
  const behind = content.items.reduce((sum, { replies: ids }) => sum + ids.length, 0);
  if (behind > mostReplies) {
    const more = t('report.moreReplies', { count: behind - mostReplies });
    rows.push([null, null, null, null, more, null, null, null]);
  }
  return sheetOf(writing, 'replies', 'replyId code number receivedAt words reading version open', rows);
}
