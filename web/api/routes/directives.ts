import { z } from 'zod';
import { progressGroups } from '../../../core/replies/group-progress.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { listDirectives, listedStates } from '../../../store/directive-list.js';
import { findViewed, listVersions } from '../../../store/directive-view.js';
import { listExcused } from '../../../store/progress.js';
import { choosePartRows, loadPartRows, sorts } from '../../admin/directive/part-rows.js';
import type { Visit } from '../../admin/page.js';
import { directiveFile } from '../../admin/pages/directive-file.js';
import { brings, reads } from '../route.js';
import {
  about,
  answerSpec,
  kind,
  listOf,
  maybeMoment,
  moment,
  noQuery,
  paging,
  progress,
} from '../schemas.js';

export const codeOf = ({ params }: Pick<Visit, 'params'>): string => (params['code'] ?? '').toUpperCase();
export const numberOf = ({ params }: Pick<Visit, 'params'>): number => Number(params['number']);

const list = reads({
  ...{ name: 'listDirectives', tag: 'directives', path: '/directives', right: 'watch' },
  query: z.object({
    state: z.enum(listedStates).default('open'),
    q: z.string().max(100).default('').meta(about('findDirective')),
    ...paging,
  }),
  answer: listOf(
    z
      .object({
        number: z.int().nullable(),
        kind,
        state: z.enum(listedStates),
        ...{ urgent: z.boolean(), title: z.string(), issuer: z.string() },
        ...{ dueAt: maybeMoment, sentAt: maybeMoment, sendAt: maybeMoment },
        ...{ fulfilled: z.int(), blocked: z.int(), awaiting: z.int(), total: z.int() },
      })
      .meta({ id: 'ListedDirective' }),
  ),
  async show({ db, speaker }, { state, q: words, limit: most, offset }) {
    return listDirectives(db, await findWatcher(db, speaker), { state, words, offset, most });
  },
});

const one = reads({
  ...{ name: 'getDirective', tag: 'directives', path: '/directives/{number}', right: 'watch' },
  query: noQuery,
  answer: z
    .object({
      number: z.int(),
      kind,
      state: z.enum(['open', 'closed', 'cancelled']),
      ...{
        urgent: z.boolean(),
        title: z.string(),
        body: z.string(),
        audience: z.string(),
        issuer: z.string(),
      },
      spec: answerSpec.nullable().meta(about('spec')),
      attachments: z.int(),
      ...{ dueAt: maybeMoment, sentAt: moment, closedAt: maybeMoment },
      mergedInto: z.int().nullable(),
      excused: z.array(z.object({ unitCode: z.string(), unitName: z.string() })),
      versions: z.array(
        z.object({
          version: z.int(),
          ...{ title: z.string(), body: z.string(), dueAt: maybeMoment, change: z.string(), who: z.string() },
          createdAt: moment,
        }),
      ),
    })
    .meta({ id: 'Directive' }),
  async show(visit) {
    const { db, speaker } = visit;
    const watcher = await findWatcher(db, speaker);
    const directive = await findViewed(db, numberOf(visit), watcher);
    if (!directive) return null;
    const [excused, versions] = await Promise.all([
      listExcused(db, directive.id, watcher),
      listVersions(db, directive.id),
    ]);
    return { ...directive, excused, versions };
  },
});

const parts = reads({
  ...{ name: 'listParts', tag: 'directives', path: '/directives/{number}/parts', right: 'watch' },
  query: z.object({
    show: z.enum(progressGroups).optional(),
    q: z.string().max(100).default('').meta(about('findUnit')),
    sort: z.enum(sorts).default('unit'),
    ...paging,
  }),
  answer: listOf(
    z
      .object({
        ...{ unitCode: z.string(), unitName: z.string() },
        group: z.enum(progressGroups),
        ...progress,
        ...{
          difficulty: z.string().nullable(),
          proposal: z.string().nullable(),
          nextStep: z.string().nullable(),
        },
        ...{ dueAt: maybeMoment, doneAt: maybeMoment },
        lateMs: z.number().nullable().meta(about('lateMs')),
        reach: z.enum(['sent', 'waiting', 'uncertain', 'failed']).nullable(),
        ...{ words: z.string().nullable(), saidAt: maybeMoment },
      })
      .meta({ id: 'Part' }),
  ),
  async show(visit, { show: group = null, q: words, sort, limit, offset }) {
    const { db, speaker, now } = visit;
    const watcher = await findWatcher(db, speaker);
    const directive = await findViewed(db, numberOf(visit), watcher);
    if (!directive) return null;
    const rows = choosePartRows(await loadPartRows(db, directive.id, watcher, now), { group, words, sort });
    const shown = rows.slice(offset, offset + limit);
    return {
      rows: shown.map(({ late, ...row }) => ({ ...row, lateMs: late ? late.totalMs - late.oursMs : null })),
      total: rows.length,
    };
  },
});

const file = brings({
  ...{ name: 'getDirectiveFile', tag: 'directives', path: '/directives/{number}/file', right: 'watch' },
  query: noQuery,
  types: ['application/octet-stream'],
  open: (visit) => directiveFile.open(visit),
});

export const directiveRoutes = [list, one, parts, file];
