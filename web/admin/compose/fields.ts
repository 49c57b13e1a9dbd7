import { DateTime } from 'luxon';
import { z } from 'zod';
import type { DirectiveKind } from '../../../core/directive-message.js';
import type { AnswerSpec } from '../../../core/reading/answer.js';
import type { ReminderSteps } from '../../../core/reminders/reminder-steps.js';
import type { Terms } from '../../../core/terms.js';
import type { Say } from '../../../core/say.js';
import { sayQuorum } from '../../../core/quorum/quorum-stand.js';
import type { Directive } from '../../../store/directives.js';
import type { Template } from '../../../store/templates.js';
import { fromTermsColumn } from '../../../store/terms.js';
import type { Form } from '../page.js';

export const kinds = ['task', 'acknowledge', 'collect', 'notice'] as const satisfies readonly DirectiveKind[];
export const plans = ['standard', 'gentle', 'urgent', 'own'] as const;

const text = (most: number) => z.string().max(most).catch('');
const isOn = z.string().optional().catch(undefined);

const schema = z.object({
  kind: z.enum(kinds).catch('task'),
  urgent: isOn.transform(Boolean),
  /** Where it goes, in the words of the chat. */
  to: text(4_000),
  /** What was ticked beside it: `all`, `#xa`, `XA01`, `XA01+`, a saved audience. */
  pick: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((list) => list ?? [])
    .catch([]),
  // Longer ones are refused in a sentence, not cut.
  title: text(2_000),
  body: text(20_000),
  due: text(200),
  ask: text(1_000),
  plan: z.enum(plans).catch('standard'),
  planWords: text(200),
  acceptance: isOn.transform(Boolean),
  quorum: text(500),
  /** What goes along with the draft does so no longer. */
  dropFile: isOn.transform(Boolean),
  /** The draft that is being changed. */
  replaces: z.coerce.number().int().positive().optional().catch(undefined),
});

/** A directive as it stands in the form. */
export type Fields = z.infer<typeof schema>;

export const readFields = (form: Form): Fields => {
  const fields = schema.parse(form);
  return { ...fields, body: fields.body.replace(/\r\n?/g, '\n'), to: fields.to.replace(/\s+/g, ' ').trim() };
};

/** Typed and ticked as one expression. */
export const targetsOf = ({ to, pick }: Fields): string => [to, ...pick].join(' ').trim();

type Told = Pick<Directive, 'kind' | 'urgent' | 'audience' | 'title' | 'body'> & {
  answer: unknown;
  reminders: unknown;
  terms: unknown;
};

/** What a draft says, to be changed. */
export function fieldsOfDraft(t: Say, draft: Directive, zone: string): Fields {
  return { ...fieldsOf(t, draft), due: draft.dueAt ? typeDue(draft.dueAt, zone) : '', replaces: draft.id };
}

export const fieldsOfTemplate = (t: Say, template: Template): Fields => ({
  ...fieldsOf(t, template),
  due: template.dueWords ?? '',
});

/** A moment as one would type it. */
export const typeDue = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat('HH:mm dd/MM/yyyy');

function fieldsOf(t: Say, { kind, urgent, audience, title, body, ...rest }: Told): Fields {
  const terms: Terms = fromTermsColumn(rest.terms as Directive['terms']);
  const steps = rest.reminders as ReminderSteps | null;
  return {
    ...{ kind, urgent, to: audience, pick: [], title, body, due: '', replaces: undefined, dropFile: false },
    ask: typeAnswer(t, rest.answer as AnswerSpec | null),
    plan: steps ? (steps.name ?? 'own') : 'standard',
    planWords: steps?.name === null ? typeSteps(t, steps) : '',
    acceptance: terms.acceptance === true,
    quorum: sayQuorum(t, terms.quorum, true),
  };
}

/** As readAnswerLine reads it back. */
function typeAnswer(t: Say, spec: AnswerSpec | null): string {
  if (!spec) return '';
  const word = t(`composing.askWord.${spec.type}`);
  switch (spec.type) {
    case 'number': {
      const { unit = '', min, max } = spec;
      const bounds = min === undefined && max === undefined ? '' : `${min ?? ''}..${max ?? ''}`;
      return [word, unit, bounds].filter((part) => part !== '').join(' ');
    }
    case 'ratio':
      return spec.total === undefined ? word : `${word} /${spec.total}`;
    case 'choice':
      return `${word}: ${spec.choices.join(' | ')}`;
    case 'text':
      return word;
  }
}

const minutesOfDay = 24 * 60;

/** As readReminderLine reads it back. */
function typeSteps(t: Say, { beforeMs, eachMorning }: ReminderSteps): string {
  const parts = beforeMs.map((ms) => {
    const minutes = Math.round(ms / 60_000);
    if (minutes % minutesOfDay === 0) return `${minutes / minutesOfDay}d`;
    return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
  });
  return [...parts, ...(eachMorning ? [t('composing.eachMorning')] : [])].join(', ');
}
