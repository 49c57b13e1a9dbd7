import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { plain } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import { listAudit, type LogFilter } from '../../store/audit.js';
import { listNames } from '../../store/people.js';
import { getDirective } from '../../services/changes/find-changeable.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { authorise, getSpeaker } from '../../services/authorise.js';
import { writeLog } from '../log/write-log.js';
import { getUnit } from '../../services/find-unit.js';

/** So many lines are three screens of a phone; older ones are found by naming a unit. */
const mostShown = 60;

/** `/log 12`: who changed what of #12, and when; `/log 12 XA01` for one unit, `/log XA01` a unit itself, `/log` everything. */
export const logCommand: Command = {
  names: ['log', 'nhatky'],
  places: ['private', 'office'],
  right: 'read-log',
  async run(ctx, args) {
    const words = args.split(/\s+/u).filter((word) => word !== '');
    if (words.length > 2) throw new UserError('log.usage');
    const [first, second] = words;
    if (first === undefined) return showAll(ctx);
    const number = /^#?(\d{1,9})$/.exec(first)?.[1];
    if (number !== undefined) return showDirective(ctx, Number(number), second);
    if (second !== undefined) throw new UserError('log.usage');
    await showUnit(ctx, first);
  },
};

async function showDirective(ctx: Context, number: number, code: string | undefined): Promise<void> {
  const directive = await getDirective(ctx, number);
  const unit = code === undefined ? null : await getUnit(ctx, code);
  const head = unit
    ? ctx.t('log.headUnit', { number, code: unit.code, title: directive.title })
    : ctx.t('log.head', { number, title: directive.title });
  const filter: LogFilter = { target: `directive:${number}`, unitCode: unit?.code ?? null };
  await show(ctx, head, filter, directive.answer as AnswerSpec | null);
}

async function showUnit(ctx: Context, code: string): Promise<void> {
  const unit = await getUnit(ctx, code);
  await authorise(ctx, 'read-log', unit.id);
  const head = ctx.t('log.headOfUnit', { code: unit.code, name: unit.name });
  await show(ctx, head, { target: `unit:${unit.code}`, unitCode: null });
}

/** Roles and units of the whole organisation stand here too: not for an issuer of one branch. */
async function showAll(ctx: Context): Promise<void> {
  if (findBranches(getSpeaker(ctx).roles, 'read-log') !== 'all') throw new UserError('log.usage');
  await show(ctx, ctx.t('log.headAll'), { target: null, unitCode: null });
}

async function show(
  ctx: Context,
  head: string,
  filter: LogFilter,
  spec: AnswerSpec | null = null,
): Promise<void> {
  const { entries, total } = await listAudit(ctx.db, filter, mostShown);
  if (entries.length === 0) throw new UserError('log.none');
  const about = entries.flatMap(({ target }) => /^person:(\d+)$/.exec(target)?.[1] ?? []).map(Number);
  const names = await listNames(ctx.db, about);
  const isMixed = filter.target === null;
  const scene = { zone: ctx.runtime.settings.ORG_TIME_ZONE, spec, names, isMixed };
  const text = writeLog(ctx.t, head, entries, scene);
  const more =
    total > entries.length ? [plain(`\n\n${ctx.t('log.more', { count: entries.length, total })}`)] : [];
  await answer(ctx, { text: [...text, ...more] });
}
