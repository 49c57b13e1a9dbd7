import { defaultAnswer } from '../../../core/compose/answer-line.js';
import { cleanBody, cleanTitle } from '../../../core/compose/request.js';
import { UserError } from '../../../core/errors.js';
import { readQuorum } from '../../../core/quorum/read-quorum.js';
import { reminderTemplates } from '../../../core/reminders/reminder-steps.js';
import type { Translate } from '../../../locales/texts.js';
import { getSpeaker } from '../../../services/authorise.js';
import type { Asking } from '../../../services/deed.js';
import { readTerms } from '../../../services/drafts/terms.js';
import {
  checkText,
  readDue,
  readFigure,
  readPlan,
  readTargets,
  type DraftWords,
} from '../../../services/drafts/words.js';
import { targetsOf, type Fields } from './fields.js';

export interface Reading {
  words: DraftWords;
  unitIds: number[];
  /** What can't be sent so, a sentence each. */
  problems: string[];
}

/** What the form says, each part read as the chat reads it; every fault is told, not the first alone. */
export async function readWords(ctx: Asking, fields: Fields): Promise<Reading> {
  const problems: string[] = [];
  const attempt = async <T>(read: () => T | Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(sayFault(ctx.t, error));
      return otherwise;
    }
  };
  const { kind, urgent } = fields;
  const [targets, title, body] = [targetsOf(fields), cleanTitle(fields.title), cleanBody(fields.body)];
  const unitIds = await attempt(() => readTargets(ctx, getSpeaker(ctx), targets), []);
  await attempt(() => checkText(title, body), undefined);
  const words: DraftWords = {
    ...{ kind, urgent, targets, title, body, attachments: [] },
    dueAt: await attempt(() => readDue(ctx, fields.due.trim() === '' ? null : fields.due), null),
    answer: await attempt(() => readAsked(fields), null),
    reminders: await attempt(() => readSteps(fields), null),
    terms: await attempt(() => readTermsOf(fields), {}),
  };
  return { words, unitIds, problems };
}

/** The same, where it can be sent so. Throws UserError with every fault, a line each. */
export async function requireWords(ctx: Asking, fields: Fields): Promise<DraftWords> {
  const { words, problems } = await readWords(ctx, fields);
  if (problems.length > 0) throw new UserError('composing.fault.all', { problems: problems.join('\n') });
  return words;
}

function readAsked({ kind, ask }: Fields) {
  if (kind !== 'collect') return null;
  return ask.trim() === '' ? defaultAnswer : readFigure(ask);
}

/** Null is the usual plan, as where nothing is said. */
function readSteps({ kind, plan, planWords }: Fields) {
  if (plan === 'standard' || kind === 'notice') return null;
  return plan === 'own' ? readPlan(planWords) : reminderTemplates[plan];
}

/** What the kind has no use for was left over from another choice. */
function readTermsOf({ kind, acceptance, quorum }: Fields) {
  if (kind === 'notice') return {};
  const isDone = kind === 'task' || kind === 'collect';
  const who = quorum.trim() === '' ? {} : readQuorum(quorum);
  return readTerms(kind, {}, { ...(isDone ? { acceptance } : {}), ...who });
}

/** Faults that the chat explains by the lines of a message. */
const ownWords = [
  'noTargets',
  'noUnits',
  'unknownTargets',
  'outside',
  'onlyExcluded',
  'emptyAudience',
  'noTitle',
  'badReminders',
  'bodyTooLong',
];

function sayFault(t: Translate, { key, values }: UserError): string {
  const name = key.replace(/^compose\./, '');
  return t(ownWords.includes(name) ? `composing.fault.${name}` : key, values);
}
