import { z } from 'zod';
import { foldText } from '../../../core/text/fold.js';
import { walkTree } from '../../../core/tree.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { changeUnits, reviseUnit } from '../../../services/units/change-units.js';
import { removeUnits } from '../../../services/units/remove-units.js';
import { listUnitGroups } from '../../../store/groups.js';
import { listPartsOfUnit } from '../../../store/matrix.js';
import { listUnits, type Unit } from '../../../store/units.js';
import { classifyParts } from '../../admin/matrix/classed.js';
import type { Visit } from '../../admin/page.js';
import { acts, reads } from '../route.js';
import {
  about,
  listOf,
  maybeMoment,
  moment,
  noBody,
  noQuery,
  officialClass,
  paging,
  said,
  state,
} from '../schemas.js';
import { codeOf } from './directives.js';

/** What a unit was given before that is history. */
const mostParts = 500;

const unitSchema = z
  .object({
    ...{ code: z.string(), name: z.string(), parent: z.string().nullable(), tags: z.array(z.string()) },
    timeZone: z.string().nullable(),
    depth: z.int().meta(about('depth')),
    below: z.int().meta(about('below')),
  })
  .meta({ id: 'Unit' });

/** The units that the caller watches. */
async function listWatched({ db, speaker }: Visit): Promise<Unit[]> {
  const { unitIds } = await findWatcher(db, speaker);
  const seen = unitIds && new Set(unitIds);
  return (await listUnits(db)).filter(({ id }) => !seen || seen.has(id));
}

const list = reads({
  ...{ name: 'listUnits', tag: 'units', path: '/units', right: 'watch' },
  query: z.object({ q: z.string().max(100).default('').meta(about('findUnit')), ...paging }),
  answer: listOf(unitSchema),
  async show(visit, { q, limit, offset }) {
    const units = await listWatched(visit);
    const codes = new Map(units.map(({ id, code }) => [id, code]));
    const wanted = foldText(q.trim());
    const rows = walkTree(units, null).filter(({ unit }) =>
      foldText([unit.code, unit.name, ...unit.tags].join(' ')).includes(wanted),
    );
    const shown = rows.slice(offset, offset + limit).map(({ unit: { parentId, ...unit }, ...place }) => ({
      ...{ ...unit, ...place },
      parent: parentId === null ? null : (codes.get(parentId) ?? null),
    }));
    return { rows: shown, total: rows.length };
  },
});

const one = reads({
  ...{ name: 'getUnit', tag: 'units', path: '/units/{code}', right: 'watch', query: noQuery },
  answer: z.object({
    ...{ code: z.string(), name: z.string(), tags: z.array(z.string()), timeZone: z.string().nullable() },
    parts: z.array(
      z
        .object({
          ...{ number: z.int(), title: z.string(), state, class: officialClass },
          ...{ sentAt: moment, dueAt: maybeMoment, answeredAt: maybeMoment, doneAt: maybeMoment },
        })
        .meta({ id: 'UnitPart' }),
    ),
  }),
  async show(visit) {
    const { db, now } = visit;
    const unit = (await listWatched(visit)).find(({ code }) => code === codeOf(visit));
    if (!unit) return null;
    const parts = await classifyParts(db, await listPartsOfUnit(db, unit.id, mostParts), now);
    return { ...unit, parts };
  },
});

const groups = reads({
  ...{ name: 'listGroups', tag: 'units', path: '/groups', right: 'watch' },
  query: z.object({ state: z.enum(['active', 'unreachable']).optional(), ...paging }),
  answer: listOf(
    z
      .object({
        ...{ unitCode: z.string(), channel: z.string(), title: z.string() },
        state: z.enum(['active', 'unreachable']),
        ...{ boundAt: maybeMoment, lastSeenAt: maybeMoment, unreachableAt: maybeMoment },
        unreachableReason: z.string().nullable(),
      })
      .meta({ id: 'Group' }),
  ),
  async show(visit, { state: wanted, limit, offset }) {
    const { unitIds } = await findWatcher(visit.db, visit.speaker);
    const found = await listUnitGroups(visit.db, unitIds ?? undefined);
    const rows = found.filter((group) => wanted === undefined || group.state === wanted);
    const shown = rows.slice(offset, offset + limit);
    return {
      rows: shown.map(({ unit, ...group }) => ({ ...group, unitCode: unit?.code ?? '' })),
      total: rows.length,
    };
  },
});

const move = acts({
  ...{ name: 'moveUnit', tag: 'units', path: '/units/{code}/move', right: 'manage-units', scope: 'write' },
  body: z.object({ parent: z.string().trim().max(60).meta(about('parent')) }),
  answer: said,
  run: async (deed, { parent }, visit) => ({
    said: await changeUnits(deed, [{ op: 'move', code: codeOf(visit), parent }]),
  }),
});

const shared = { tag: 'units', right: 'manage-units', scope: 'write', answer: said } as const;
const name = z.string().trim().min(1).max(300);
const parent = z.string().trim().max(60).default('').meta(about('parent'));
const tags = z.array(z.string().trim().max(60)).max(30).default([]);

const add = acts({
  ...{ ...shared, name: 'addUnit', path: '/units', status: 201 },
  body: z.object({ code: z.string().trim().min(1).max(60), name, parent, tags }),
  run: async (deed, body) => ({ said: await changeUnits(deed, [{ op: 'add', ...body }]) }),
});

/** What is left out stays. */
const revise = acts({
  ...{ ...shared, name: 'reviseUnit', path: '/units/{code}/revise' },
  body: z.object({
    ...{ name: name.optional(), parent: parent.unwrap().optional(), tags: tags.unwrap().optional() },
    timeZone: z.string().trim().max(60).optional(),
  }),
  run: async (deed, { tags: wanted, ...body }, visit) => ({
    said: await reviseUnit(deed, codeOf(visit), { ...body, ...(wanted ? { tags: wanted.join(' ') } : {}) }),
  }),
});

const remove = acts({
  ...{ ...shared, name: 'removeUnit', path: '/units/{code}/remove', body: noBody },
  run: async (deed, _body, visit) => ({ said: await removeUnits(deed, [codeOf(visit)]) }),
});

export const unitRoutes = [list, one, groups, add, move, revise, remove];
