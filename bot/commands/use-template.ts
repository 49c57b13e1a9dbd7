import { isAllowedSomewhere } from '../../core/authorise.js';
import { readFirstLine } from '../../core/compose/first-line.js';
import { toRelativeDue } from '../../core/compose/relative-due.js';
import { cleanBody, cleanTitle } from '../../core/compose/request.js';
import { takeTermsWords } from '../../core/compose/terms-line.js';
import { readDeadline } from '../../core/deadline/read-deadline.js';
import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { ReminderSteps } from '../../core/reminders/reminder-steps.js';
import { listTemplates, saveTemplate, type Template } from '../../store/templates.js';
import { fromTermsColumn } from '../../store/terms.js';
import { getDirective } from '../../services/changes/find-changeable.js';
import { audit } from '../../services/audit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { findMissing, toWords, type ComposeData } from '../dialogues/compose-data.js';
import { showDraft, startComposing } from '../dialogues/compose-directive.js';
import { readTerms } from '../../services/drafts/terms.js';
import { checkText, readDue, shorten } from '../../services/drafts/words.js';
import { findPlace } from '../../services/office-calendar.js';
import { getTemplate } from '../../services/saved/find-saved.js';
import { forgetTemplate } from '../../services/saved/forget-saved.js';
import { keepTemplate } from '../../services/saved/keep-template.js';
import { requireOwn } from '../../services/saved/require-own.js';
import { takeVerb } from '../saved/take-verb.js';

/** `/template` lists; `save 12 NAME`, `change NAME` with new lines, `delete NAME`; `/template NAME [targets] [due …]` uses it. */
export const templateCommand: Command = {
  names: ['template', 'mau'],
  places: ['private', 'office'],
  right: 'send-directive',
  async run(ctx, args) {
    if (!isAllowedSomewhere(getSpeaker(ctx).roles, 'send-directive')) throw new UserError('error.notAllowed');
    if (args === '') return list(ctx);
    const { verb, rest } = takeVerb(args);
    if (verb === 'save') return save(ctx, rest);
    if (verb === 'change') return change(ctx, rest);
    if (verb === 'delete') return answer(ctx, await forgetTemplate(ctx, rest.trim()));
    await use(ctx, args);
  },
};

async function list(ctx: Context): Promise<void> {
  const all = await listTemplates(ctx.db);
  if (all.length === 0) return answer(ctx, ctx.t('template.none'));
  const lines = all.map(({ name, kind, title, audience }) => [
    bold(name),
    plain(` – ${ctx.t(`directive.kind.${kind}`)}: ${shorten(title)} – ${shorten(audience)}`),
  ]);
  await answer(ctx, {
    text: joinLines([
      [bold(ctx.t('template.head', { count: all.length }))],
      ...lines,
      [plain(ctx.t('template.howTo'))],
    ]),
  });
}

/** A directive that went out, whoever may change it, becomes a template; its deadline is counted from its sending. */
async function save(ctx: Context, args: string): Promise<void> {
  const [, number, name = ''] = /^#?(\d{1,9})\s+(\S+)\s*$/.exec(args) ?? [];
  if (number === undefined) throw new UserError('template.usage');
  const directive = await getDirective(ctx, Number(number));
  const { kind, urgent, audience, title, body, dueAt, sentAt } = directive;
  const dueWords = dueAt && sentAt ? toRelativeDue(sentAt, dueAt, await findPlace(ctx)) : null;
  await keepTemplate(ctx, {
    ...{ name, kind, urgent, audience, title, body, dueWords, hasDue: dueAt !== null },
    answer: directive.answer as unknown as AnswerSpec | null,
    reminders: directive.reminders as unknown as ReminderSteps | null,
    terms: fromTermsColumn(directive.terms),
  });
  await answer(ctx, ctx.t('template.saved', { name, number }));
}

/** New title and text in the lines below the name. */
async function change(ctx: Context, args: string): Promise<void> {
  const [name = '', first = '', ...rest] = args.split('\n');
  const found = await getTemplate(ctx, name.trim());
  requireOwn(ctx, found);
  const title = cleanTitle(first);
  const body = cleanBody(rest.join('\n'));
  if (title === '') throw new UserError('template.usage');
  checkText(title, body);
  const by = { personId: getSpeaker(ctx).personId, now: ctx.now };
  await saveTemplate(ctx.db, { ...wordsOf(found), title, body }, by);
  await audit(ctx, 'change-template', `template:${found.name}`);
  await answer(ctx, ctx.t('template.changed', { name: found.name }));
}

/** Opens its preview; targets and deadline behind the name are taken instead of its own. What is missing is asked for. */
async function use(ctx: Context, args: string): Promise<void> {
  const [, name = '', line = ''] = /^(\S+)\s*([\s\S]*)$/.exec(args) ?? [];
  const found = await getTemplate(ctx, name);
  const { rest, said } = takeTermsWords(line.replace(/\s+/g, ' '));
  const { targets, deadline, isUrgent } = readFirstLine(rest);
  const dueAt = deadline === null ? await findDue(ctx, found) : await readDue(ctx, deadline);
  const { kind, title, body, answer: figure, reminders, terms } = wordsOf(found);
  const data: ComposeData = {
    ...{ kind, title, body, urgent: found.urgent || isUrgent, attachments: [] },
    targets: targets === '' ? found.audience : targets,
    ...(dueAt === undefined ? {} : { dueAt: dueAt?.toISOString() ?? null }),
    ...(figure ? { answer: figure } : {}),
    ...(reminders ? { reminders } : {}),
    terms: readTerms(kind, terms, said),
  };
  if (findMissing(data)) return startComposing(ctx, data);
  await showDraft(ctx, toWords(data));
}

/** Its deadline as of now; undefined when it must be asked for. */
async function findDue(ctx: Context, { hasDue, dueWords }: Template): Promise<Date | null | undefined> {
  if (!hasDue) return null;
  if (dueWords === null) return undefined;
  const { zone, calendar } = await findPlace(ctx);
  return readDeadline(dueWords, { now: ctx.now, zone, calendar }).due ?? undefined;
}

function wordsOf(template: Template) {
  const { name, kind, urgent, audience, title, body, hasDue, dueWords } = template;
  return {
    ...{ name, kind, urgent, audience, title, body, hasDue, dueWords },
    answer: template.answer as unknown as AnswerSpec | null,
    reminders: template.reminders as unknown as ReminderSteps | null,
    terms: fromTermsColumn(template.terms),
  };
}
