import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { LogFilter, LoggedEntry } from '../../store/audit.js';
import { listNames } from '../../store/people.js';
import { authorise, getSpeaker } from '../authorise.js';
import { getDirective } from '../changes/find-changeable.js';
import type { Asking } from '../deed.js';
import { getUnit } from '../find-unit.js';
import { findNumberOrUnit } from '../units/number-or-unit.js';
import type { EntryScene } from './say-entry.js';

/** What of the log somebody wants to read. */
export interface LogWish {
  about: 'directive' | 'unit' | 'all';
  head: string;
  filter: LogFilter;
  /** Of the directive: answers are worded as its own. */
  spec: AnswerSpec | null;
}

/**
 * `12`: who changed what of #12; `12 XA01` for one unit, `XA01` a unit itself, nothing: everything, which is for those
 * alone whom `maySeeAllLog` lets. Throws UserError for what is not there or not theirs.
 */
export async function readLogWish(ctx: Asking, text: string): Promise<LogWish> {
  const one = await findNumberOrUnit(ctx, text.trim());
  if (one && 'unit' in one) return readUnit(ctx, one.unit.code);
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length > 2) throw new UserError('log.usage');
  const [first, second] = words;
  if (first === undefined)
    return { about: 'all', head: ctx.t('log.headAll'), filter: { target: null, unitCode: null }, spec: null };
  const number = /^#?(\d{1,9})$/.exec(first)?.[1];
  if (number !== undefined) return readDirective(ctx, Number(number), second);
  if (second !== undefined) throw new UserError('log.usage');
  return readUnit(ctx, first);
}

async function readDirective(ctx: Asking, number: number, code: string | undefined): Promise<LogWish> {
  const { title, answer } = await getDirective(ctx, number);
  const unit = code === undefined ? null : await getUnit(ctx, code);
  const head = unit
    ? ctx.t('log.headUnit', { number, code: unit.code, title })
    : ctx.t('log.head', { number, title });
  const filter: LogFilter = { target: `directive:${number}`, unitCode: unit?.code ?? null };
  return { about: 'directive', head, filter, spec: answer as AnswerSpec | null };
}

async function readUnit(ctx: Asking, code: string): Promise<LogWish> {
  const unit = await getUnit(ctx, code);
  await authorise(ctx, 'read-log', unit.id);
  const head = ctx.t('log.headOfUnit', { code: unit.code, name: unit.name });
  return { about: 'unit', head, filter: { target: `unit:${unit.code}`, unitCode: null }, spec: null };
}

/** Whether somebody may read the log of the whole organisation. */
export function maySeeAllLog(ctx: Pick<Asking, 'speaker'>): boolean {
  return findBranches(getSpeaker(ctx).roles, 'read-log') === 'all';
}

/** What the sentences of these entries need beside them. */
export async function loadEntryScene(
  { db, runtime }: Asking,
  entries: readonly LoggedEntry[],
  { filter, spec }: Pick<LogWish, 'filter' | 'spec'>,
): Promise<EntryScene> {
  const about = entries.flatMap(({ target }) => /^person:(\d+)$/.exec(target)?.[1] ?? []).map(Number);
  const names = await listNames(db, about);
  return { zone: runtime.settings.ORG_TIME_ZONE, spec, names, isMixed: filter.target === null };
}
