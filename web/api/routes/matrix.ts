import { z } from 'zod';
import { groupBy } from '../../../core/group-by.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { listCells, listColumns, listRowUnits, matrixStates } from '../../../store/matrix.js';
import { classifyParts } from '../../admin/matrix/classed.js';
import { reads } from '../route.js';
import { about, officialClass, paging, state } from '../schemas.js';

/** As many directives as the page sets side by side. */
const columns = 50;

export const matrixRoute = reads({
  ...{ name: 'getMatrix', tag: 'units', path: '/matrix', right: 'watch' },
  query: z.object({
    state: z.enum(matrixStates).default('open'),
    sort: z.enum(['unit', 'overdue']).default('unit'),
    ...paging,
  }),
  answer: z.object({
    directives: z.array(z.object({ number: z.int(), title: z.string() })).meta(about('matrixDirectives')),
    units: z.array(
      z.object({
        ...{ code: z.string(), name: z.string() },
        parts: z.array(z.object({ number: z.int(), state, class: officialClass })),
      }),
    ),
    total: z.int(),
  }),
  async show({ db, speaker, now }, { state: wanted, sort, limit, offset }) {
    const watcher = await findWatcher(db, speaker);
    const { rows } = await listColumns(db, watcher, { state: wanted, offset: 0, most: columns });
    const directiveIds = rows.map(({ id }) => id);
    const units = await listRowUnits(db, watcher, { directiveIds, now, sort });
    const shown = units.slice(offset, offset + limit);
    const cells = await listCells(db, watcher, { directiveIds, unitIds: shown.map(({ id }) => id) });
    const numbers = new Map(rows.map(({ id, number }) => [id, number]));
    const parts = groupBy(await classifyParts(db, cells, now), ({ unitId }) => unitId);
    return {
      directives: rows,
      units: shown.map(({ id, code, name }) => ({
        ...{ code, name },
        parts: (parts.get(id) ?? []).map((part) => ({ ...part, number: numbers.get(part.directiveId)! })),
      })),
      total: units.length,
    };
  },
});
