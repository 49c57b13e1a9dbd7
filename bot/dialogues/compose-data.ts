import type { DirectiveKind } from '../../core/directive-message.js';
import type { Attachment } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { ReminderSteps } from '../../core/reminders/reminder-steps.js';
import type { Terms } from '../../core/terms.js';
import type { Directive } from '../../store/directives.js';
import { fromTermsColumn } from '../../store/terms.js';
import type { DraftWords } from '../../services/drafts/words.js';

export type StepName =
  | 'targets'
  | 'title'
  | 'body'
  | 'deadline'
  | 'figure'
  | 'change'
  | 'time'
  | 'decide'
  | 'reminders'
  | 'quorum';

/** What the conversation knows so far. A part that was not asked for yet is absent. Kept as JSON. */
export interface ComposeData {
  kind: DirectiveKind;
  urgent: boolean;
  attachments: Attachment[];
  targets?: string;
  title?: string;
  body?: string;
  /** ISO time; null: no deadline. */
  dueAt?: string | null;
  answer?: AnswerSpec;
  /** Never asked for: the usual plan holds until another is said. */
  reminders?: ReminderSteps;
  /** Never asked for: all is as usual until something is said. */
  terms?: Terms;
  /** The part that is passed on with it. */
  passedFromId?: number;
  /** The draft that is being changed or given a time. */
  draftId?: number;
  /** What the buttons of the question stand for, in their order: a press says these words. */
  options?: string[];
}

const order: readonly StepName[] = ['targets', 'title', 'body', 'deadline', 'figure'];
const parts: Record<string, keyof ComposeData> = {
  targets: 'targets',
  title: 'title',
  body: 'body',
  deadline: 'dueAt',
  figure: 'answer',
};

/** The first part that is not known yet; null when the directive is whole. */
export function findMissing(data: ComposeData): StepName | null {
  const asked = order.filter((step) => step !== 'figure' || data.kind === 'collect');
  return asked.find((step) => data[parts[step]!] === undefined) ?? null;
}

export function toWords(data: ComposeData): DraftWords {
  const {
    kind,
    urgent,
    attachments,
    targets = '',
    title = '',
    body = '',
    dueAt,
    answer,
    reminders,
    terms,
    passedFromId,
  } = data;
  const due = dueAt ? new Date(dueAt) : null;
  const asked = { answer: answer ?? null, reminders: reminders ?? null, terms: terms ?? {} };
  const passed = passedFromId === undefined ? {} : { passedFromId };
  return { kind, urgent, attachments, targets, title, body, dueAt: due, ...asked, ...passed };
}

/** All a draft says, to be changed in part. */
export function fromDraft(draft: Directive): ComposeData {
  const { id, kind, urgent, audience, title, body, dueAt } = draft;
  return {
    kind,
    urgent,
    attachments: draft.attachments as unknown as Attachment[],
    targets: audience,
    title,
    body,
    dueAt: dueAt?.toISOString() ?? null,
    ...(draft.answer ? { answer: draft.answer as unknown as AnswerSpec } : {}),
    ...(draft.reminders ? { reminders: draft.reminders as unknown as ReminderSteps } : {}),
    terms: fromTermsColumn(draft.terms),
    ...(draft.passedFromId === null ? {} : { passedFromId: draft.passedFromId }),
    draftId: id,
  };
}
