import { z } from 'zod';
import { UserError } from '../../../core/errors.js';
import { columnOf, type RowProblem } from '../../../core/units/plan-units.js';
import { splitTags } from '../../../core/units/unit-code.js';
import type { Translate } from '../../../locales/texts.js';
import { authorise, getSpeaker } from '../../../services/authorise.js';
import { changeUnits } from '../../../services/units/change-units.js';
import { importUnits } from '../../../services/units/import-units.js';
import { readUnitList } from '../../../services/units/read-unit-list.js';
import { readForm } from '../form.js';
import type { Act } from '../page.js';

const code = z.string().trim().min(1).max(60);
const moveForm = z.object({ code, parent: z.string().trim().max(60) });
const addForm = moveForm.extend({ name: z.string().trim().max(300), tags: z.string().max(500) });
const fileForm = z.object({ list: z.instanceof(File) });

/** More bad rows than these are not read: the file is mended, and tried again. */
const problemsNamed = 100;

export const unitActs: Record<string, Act> = {
  async move(deed, form) {
    const { code, parent } = readForm(form, moveForm);
    return { said: await changeUnits(deed, [{ op: 'move', code, parent }]) };
  },
  async addUnit(deed, form) {
    const { tags, ...unit } = readForm(form, addForm);
    return { said: await changeUnits(deed, [{ op: 'add', ...unit, tags: splitTags(tags) }]) };
  },
  async importUnits(deed, form) {
    await authorise(deed, 'manage-units');
    const { list: file } = readForm(form, fileForm);
    const list = await readUnitList(file.name.slice(0, 100), Buffer.from(await file.arrayBuffer()));
    const { db, t, now } = deed;
    const plan = await importUnits(db, list, { now, personId: getSpeaker(deed).personId });
    const { added, changed, unchanged, problems } = plan;
    if (problems.length > 0) throw explain(t, problems, list.rows.length);
    const counts = { added: added.length, changed: changed.length, unchanged };
    const ignored =
      list.ignored.length > 0 ? [t('organisation.import.ignored', { names: list.ignored.join(', ') })] : [];
    return {
      said: [t('organisation.import.done', { ...counts, count: list.rows.length }), ...ignored].join('\n'),
    };
  },
};

/** Every bad row with its line. */
function explain(t: Translate, problems: readonly RowProblem[], rows: number): UserError {
  const lines = problems.slice(0, problemsNamed).map(({ line, kind, code, value }) => {
    const problem = t(`units.problem.${kind}`, { code, value });
    const column = columnOf(kind);
    return column === null
      ? t('units.atLine', { line, problem })
      : t('units.atCell', { line, column, problem });
  });
  const more = problems.length - lines.length;
  const bad = new Set(problems.map(({ line }) => line)).size;
  return new UserError('organisation.import.refused', {
    ...{ bad, count: rows },
    lines: [...lines, ...(more > 0 ? [t('organisation.import.more', { count: more })] : [])].join('\n'),
  });
}
