import { z } from 'zod';
import { toRelativeDue } from '../../../core/compose/relative-due.js';
import { UserError } from '../../../core/errors.js';
import type { Deed } from '../../../services/deed.js';
import { loadEntryScene, maySeeAllLog, readLogWish } from '../../../services/log/read-log-wish.js';
import { sayEntry } from '../../../services/log/say-entry.js';
import { findPlace } from '../../../services/office-calendar.js';
import { listSeenRoles } from '../../../services/roles/list-seen-roles.js';
import { forgetAudience, forgetTemplate } from '../../../services/saved/forget-saved.js';
import { keepAudience } from '../../../services/saved/keep-audience.js';
import { keepTemplate } from '../../../services/saved/keep-template.js';
import { listAudiences } from '../../../store/audiences.js';
import { listAudit } from '../../../store/audit.js';
import { listTemplates } from '../../../store/templates.js';
import { readFields } from '../../admin/compose/fields.js';
import { requireWords } from '../../admin/compose/read-words.js';
import { acts, reads } from '../route.js';
import { about, answerSpec, kind, listOf, moment, noQuery, paging, said } from '../schemas.js';
import { wish } from './drafts.js';

const tag = 'organisation';
/** Further back one goes by what it is about: to count a million entries takes longer than to show them. */
const counted = 10_000;
const name = z.string().trim().min(1).max(60);

const roles = reads({
  ...{ name: 'listRoles', tag, path: '/roles', right: 'grant-lead' },
  query: z.object(paging),
  answer: listOf(z.object({ kind: z.string(), unitCode: z.string().nullable(), person: z.string() })),
  async show(visit, { limit, offset }) {
    const rows = (await listSeenRoles(visit)).map(({ kind: held, unit, person }) => ({
      ...{ kind: held, unitCode: unit?.code ?? null, person: person.name },
    }));
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  },
});

const log = reads({
  ...{ name: 'readLog', tag, path: '/log', right: 'read-log' },
  query: z.object({ q: z.string().max(100).default('').meta(about('findLog')), ...paging }),
  answer: listOf(
    z
      .object({
        at: moment,
        who: z.string().nullable().meta(about('who')),
        ...{ action: z.string(), target: z.string(), said: z.string() },
      })
      .meta({ id: 'LogEntry' }),
  ),
  async show(visit, { q, limit: most, offset }) {
    const wanted = await readLogWish(visit, q);
    if (wanted.about === 'all' && !maySeeAllLog(visit)) throw new UserError('error.notAllowed');
    const { entries, total } = await listAudit(visit.db, wanted.filter, { most, offset, counted });
    const scene = await loadEntryScene(visit, entries, wanted);
    return { rows: entries.map((entry) => ({ ...entry, said: sayEntry(visit.t, entry, scene) })), total };
  },
});

const audiences = reads({
  ...{ name: 'listAudiences', tag, path: '/audiences', right: 'send-directive', query: noQuery },
  answer: z.object({ rows: z.array(z.object({ name: z.string(), words: z.string() })) }),
  show: async ({ db }) => ({ rows: await listAudiences(db) }),
});

const saveAudience = acts({
  ...{ name: 'saveAudience', tag, path: '/audiences', right: 'send-directive', scope: 'send', status: 201 },
  body: z.object({ name, words: z.string().trim().min(1).max(4_000).meta(about('to')) }),
  answer: said,
  run: async (deed, { name: called, words }) => ({ said: await keepAudience(deed, called, words) }),
});

const templates = reads({
  ...{ name: 'listTemplates', tag, path: '/templates', right: 'send-directive', query: noQuery },
  answer: z.object({
    rows: z.array(
      z
        .object({
          ...{ name: z.string(), kind, urgent: z.boolean(), audience: z.string() },
          ...{ title: z.string(), body: z.string(), spec: answerSpec.nullable() },
          dueWords: z.string().nullable(),
        })
        .meta({ id: 'Template' }),
    ),
  }),
  show: async ({ db }) => ({
    rows: (await listTemplates(db)).map(({ answer, ...one }) => ({
      ...{ ...one, spec: answer as z.input<typeof answerSpec> | null },
    })),
  }),
});

const saveTemplate = acts({
  ...{ name: 'saveTemplate', tag, path: '/templates', right: 'send-directive', scope: 'send', status: 201 },
  body: wish.omit({ send: true, fileId: true }).extend({ name }),
  answer: said,
  async run(deed, { name: called, ...body }) {
    const {
      targets,
      dueAt,
      attachments: _,
      ...words
    } = await requireWords(deed, { ...readFields({}), ...body });
    const dueWords = dueAt ? toRelativeDue(deed.now, dueAt, await findPlace(deed)) : null;
    const template = { ...words, name: called, audience: targets, dueWords, hasDue: dueAt !== null };
    await keepTemplate(deed, template);
    return { said: deed.t('composing.templateKept', { name: called }) };
  },
});

const forget = (called: string, path: string, run: (deed: Deed, name: string) => Promise<string>) =>
  acts({
    ...{
      name: called,
      tag,
      path,
      right: 'send-directive',
      scope: 'send',
      body: z.object({ name }),
      answer: said,
    },
    run: async (deed, body) => ({ said: await run(deed, body.name) }),
  });

export const organisationRoutes = [
  ...[roles, log, audiences, saveAudience, templates, saveTemplate],
  forget('forgetAudience', '/audiences/forget', forgetAudience),
  forget('forgetTemplate', '/templates/forget', forgetTemplate),
];
