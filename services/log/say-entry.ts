import { DateTime } from 'luxon';
import { z } from 'zod';
import { auditActions, type AuditAction } from '../../core/audit.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { AnswerState } from '../../core/replies/answer-state.js';
import type { ReplyKind } from '../../core/replies/said.js';
import type { Translate } from '../../locales/texts.js';
import type { LoggedEntry } from '../../store/audit.js';
import { describeStand } from '../replies/words.js';
import type { RoleKind } from '../../core/authorise.js';

/** What entries carry; older ones lack parts, and a part in a strange form is as if it were not there. */
const moment = z.string().nullable().optional().catch(undefined);
const wording = z.object({ title: z.string().optional().catch(undefined), dueAt: moment });
const roleKinds = ['owner', 'admin', 'issuer', 'lead', 'viewer'] as const satisfies readonly RoleKind[];
const states = ['waiting', 'acknowledged', 'in_progress', 'blocked', 'done', 'accepted', 'returned'] as const;
const stand = z.looseObject({ state: z.enum(states) });
const factsSchema = z
  .object({
    unit: z.string().nullable(),
    units: z.number(),
    groups: z.number(),
    kind: z.string(),
    reason: z.string(),
    name: z.string(),
    body: z.boolean(),
    from: z.number(),
    into: z.number(),
    replies: z.number(),
    before: wording,
    after: wording,
    standBefore: stand,
    standAfter: stand,
    added: z.array(z.string()),
    changed: z.array(z.string()),
  })
  .partial();
type Facts = z.infer<typeof factsSchema>;

/** What the words of an entry depend on beside itself. */
export interface EntryScene {
  zone: string;
  /** Of the directive that the log is about; answers are worded as its own. */
  spec: AnswerSpec | null;
  /** Names of the persons that entries are about. */
  names: ReadonlyMap<number, string>;
  /** Entries of many directives stand side by side: each says which one it is about. */
  isMixed: boolean;
}

/** One entry in words: `gia hạn cho XA01: 17:00 27/11 → 17:00 30/11`. Never fails on an entry of another version. */
export function sayEntry(t: Translate, entry: LoggedEntry, scene: EntryScene): string {
  const action = auditActions.find((known) => known === entry.action);
  if (!action) return t('log.unknown', { action: entry.action });
  const facts = readFacts(entry.data);
  return t(`log.did.${chooseForm(action, facts)}`, {
    ...{ unit: facts.unit ?? '', name: facts.name ?? '', from: facts.from ?? '', into: facts.into ?? '' },
    count: facts.units ?? facts.groups ?? facts.replies ?? 0,
    what: sayChange(t, action, facts, scene),
    about: sayTarget(t, entry.target, scene),
    role: sayRoleWord(t, facts),
    reason: facts.reason ? `: ${facts.reason}` : '',
  });
}

function readFacts(data: unknown): Facts {
  const whole = z.looseObject({}).safeParse(data);
  if (!whole.success) return {};
  // Each part alone: one of another version must not hide the others.
  return Object.fromEntries(
    Object.entries(factsSchema.shape).flatMap(([key, schema]) => {
      const read = schema.safeParse(whole.data[key]);
      return read.success && read.data !== undefined ? [[key, read.data]] : [];
    }),
  );
}

/** Where an action is about one unit or about all, it has two sentences. */
function chooseForm(action: AuditAction, facts: Facts): string {
  if (action === 'extend-directive' && facts.unit) return 'extend-unit';
  return action;
}

function sayChange(t: Translate, action: AuditAction, facts: Facts, scene: EntryScene): string {
  const { before, after, standBefore, standAfter } = facts;
  if (standBefore && standAfter) {
    const say = (one: z.infer<typeof stand>) =>
      describeStand(t, (facts.kind ?? 'task') as ReplyKind, toStand(one), scene.spec);
    return t('log.change', { before: say(standBefore), after: say(standAfter) });
  }
  const due = (at: string | null | undefined) => (at ? sayMoment(at, scene.zone) : t('reply.noDeadline'));
  const isMoved = after?.dueAt !== undefined;
  const moved = isMoved ? t('log.change', { before: due(before?.dueAt), after: due(after.dueAt) }) : '';
  if (action !== 'amend-directive') return moved;
  const parts = [
    ...(after?.title === undefined
      ? []
      : [t('log.part.title', { before: before?.title ?? '', after: after.title })]),
    ...(facts.body ? [t('log.part.body')] : []),
    ...(isMoved ? [t('log.part.due', { what: moved })] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : t('log.part.any');
}

/** Only what a log entry keeps of an answer: no words of members, which are forgotten after a time. */
function toStand(one: z.infer<typeof stand>): AnswerState {
  return {
    percent: null,
    doneCount: null,
    totalCount: null,
    value: null,
    ...one,
    difficulty: null,
  } as AnswerState;
}

function sayMoment(iso: string, zone: string): string {
  return DateTime.fromISO(iso, { zone }).toFormat('HH:mm dd/MM/yyyy');
}

function sayTarget(t: Translate, target: string, { names }: EntryScene): string {
  if (target === 'all') return t('calendar.everyone');
  if (target === 'office') return t('log.office');
  const [noun, id = ''] = target.split(':');
  if (noun === 'person') return names.get(Number(id)) ?? '?';
  return noun === 'directive' ? `#${id}` : id;
}

function sayRoleWord(t: Translate, { kind, unit }: Facts): string {
  const known = roleKinds.find((one) => one === kind);
  if (!known) return '';
  const role = t(`roles.kind.${known}`);
  return unit ? `${role} ${unit}` : role;
}
