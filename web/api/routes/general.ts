import { z } from 'zod';
import { placeOf } from '../../../config/rules.js';
import { apiScopes } from '../../../core/api-scope.js';
import { compareUrgency } from '../../../core/replies/urgency.js';
import { periodOf } from '../../../core/summary/period.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { overMany } from '../../../store/db.js';
import { listNeeds, needKinds } from '../../../store/needs.js';
import { listOpenProgress } from '../../../store/progress.js';
import { listUnits } from '../../../store/units.js';
import { countRunning } from '../../../store/week-classes.js';
import { reads } from '../route.js';
import { counts, kind, maybeMoment, noQuery } from '../schemas.js';

const roleKinds = ['owner', 'admin', 'issuer', 'lead', 'viewer'] as const;
const shownNeeds = 200;

const me = reads({
  ...{ name: 'me', tag: 'general', path: '/me', right: 'watch', query: noQuery },
  answer: z.object({
    name: z.string(),
    roles: z.array(z.object({ kind: z.enum(roleKinds), unit: z.string().nullable() })),
    scopes: z.array(z.enum(apiScopes)),
    organisation: z.string(),
    timeZone: z.string(),
  }),
  async show({ db, speaker, runtime, scopes }) {
    const codes = new Map((await listUnits(db)).map(({ id, code }) => [id, code]));
    const { ORG_NAME, ORG_TIME_ZONE } = runtime.settings;
    return {
      name: speaker.name,
      roles: speaker.roles.map((role) => ({
        kind: role.kind,
        unit: role.unitId === null ? null : (codes.get(role.unitId) ?? ''),
      })),
      scopes: [...scopes],
      organisation: ORG_NAME,
      timeZone: ORG_TIME_ZONE,
    };
  },
});

const today = reads({
  ...{ name: 'today', tag: 'general', path: '/today', right: 'watch', query: noQuery },
  answer: z.object({
    needs: z.array(
      z.object({
        kind: z.enum(needKinds),
        number: z.int(),
        title: z.string(),
        unitCode: z.string().nullable(),
        unitName: z.string().nullable(),
        units: z.int(),
        words: z.string(),
        at: maybeMoment,
        total: z.int(),
      }),
    ),
    open: z.array(
      z.object({
        ...{ number: z.int(), kind, title: z.string(), urgent: z.boolean(), dueAt: maybeMoment },
        ...{ fulfilled: z.int(), blocked: z.int(), awaiting: z.int(), total: z.int() },
      }),
    ),
    week: z.object({ period: z.string(), counts }),
  }),
  async show({ db, now, runtime, speaker }) {
    const watcher = await findWatcher(db, speaker);
    const week = periodOf('week', now, placeOf(runtime.settings));
    const [needs, open, running] = await Promise.all([
      overMany(db, (tx) => listNeeds(tx, watcher, { now, most: shownNeeds })),
      listOpenProgress(db, watcher),
      overMany(db, (tx) => countRunning(tx, { watcher, startsAt: week.startsAt, now })),
    ]);
    return { needs, open: open.sort(compareUrgency), week: { period: week.period, counts: running } };
  },
});

export const generalRoutes = [me, today];
