import { z } from 'zod';
import { plainText } from '../../../core/message.js';
import { findWatcher } from '../../../services/find-watcher.js';
import {
  findPart,
  listThreadApprovals,
  listThreadDeliveries,
  listThreadReplies,
} from '../../../store/threads.js';
import { reads } from '../route.js';
import { answerSpec, kind, maybeMoment, moment, noQuery, progress, state } from '../schemas.js';
import { codeOf, numberOf } from './directives.js';

const delivery = z
  .object({
    id: z.int(),
    kind: z.string(),
    state: z.string(),
    version: z.int().nullable(),
    ...{ channel: z.string(), chat: z.string(), isPrivate: z.boolean(), at: moment },
    text: z.string().nullable(),
    errorCode: z.string().nullable(),
    isSettled: z.boolean(),
  })
  .meta({ id: 'ThreadDelivery' });

const reply = z
  .object({
    id: z.int(),
    at: moment,
    who: z.string().nullable(),
    source: z.enum(['button', 'text', 'command', 'decision', 'below']),
    reading: z.enum(['read', 'asked', 'corrected', 'unread']),
    text: z.string(),
    versions: z.int(),
    status: state.nullable(),
    percent: progress.percent,
    doneCount: progress.doneCount,
    totalCount: progress.totalCount,
    value: progress.value,
    difficulty: z.string().nullable(),
    attachments: z.int(),
    isForgotten: z.boolean(),
  })
  .meta({ id: 'ThreadReply' });

const approval = z
  .object({
    id: z.int(),
    kind: z.enum(['more-time', 'acceptance']),
    state: z.enum(['open', 'granted', 'refused', 'overtaken']),
    ...{ askedAt: moment, wishedAt: maybeMoment, dueAfter: maybeMoment, decidedAt: maybeMoment },
    decidedBy: z.string().nullable(),
    word: z.string(),
  })
  .meta({ id: 'ThreadApproval' });

export const partRoute = reads({
  ...{ name: 'getPart', tag: 'directives', path: '/directives/{number}/parts/{code}', right: 'watch' },
  query: noQuery,
  answer: z.object({
    number: z.int(),
    kind,
    ...{ title: z.string(), unitCode: z.string(), unitName: z.string() },
    directiveState: z.enum(['open', 'closed', 'cancelled']),
    spec: answerSpec.nullable(),
    ...progress,
    difficulty: z.string().nullable(),
    ...{ dueAt: maybeMoment, doneAt: maybeMoment, excused: z.boolean(), cancelled: z.boolean() },
    deliveries: z.array(delivery),
    replies: z.array(reply),
    approvals: z.array(approval),
  }),
  async show(visit) {
    const { db, speaker } = visit;
    const watcher = await findWatcher(db, speaker);
    const at = { number: numberOf(visit), unitCode: codeOf(visit) };
    const part = await findPart(db, at, watcher);
    if (!part) return null;
    const [deliveries, replies, approvals] = await Promise.all([
      listThreadDeliveries(db, part),
      listThreadReplies(db, part),
      listThreadApprovals(db, part),
    ]);
    return {
      ...part,
      deliveries: deliveries.map(({ text, ...one }) => ({ ...one, text: text && plainText(text) })),
      replies: replies.map((one) => ({ ...one, reading: one.state, attachments: one.attachments.length })),
      approvals,
    };
  },
});
