import { foldName } from '../core/audience/audience.js';
import type { DirectiveKind } from '../core/directive-message.js';
import type { AnswerSpec } from '../core/reading/answer.js';
import type { ReminderSteps } from '../core/reminders/reminder-steps.js';
import type { Terms } from '../core/terms.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';
import { toTermsColumn } from './terms.js';

/** What a template says. `dueWords` count from the sending; null with `hasDue`: the deadline is asked for. */
export interface TemplateWords {
  name: string;
  kind: DirectiveKind;
  urgent: boolean;
  audience: string;
  title: string;
  body: string;
  answer: AnswerSpec | null;
  reminders: ReminderSteps | null;
  terms: Terms;
  hasDue: boolean;
  dueWords: string | null;
}

/** The template with this name, whatever its case and marks; null when there is none. */
export async function findTemplate(db: Db, name: string) {
  return db.directiveTemplate.findUnique({ where: { fold: foldName(name) } });
}

export type Template = NonNullable<Awaited<ReturnType<typeof findTemplate>>>;

/** All templates, by name. */
export async function listTemplates(db: Db): Promise<Template[]> {
  return db.directiveTemplate.findMany({ orderBy: { fold: 'asc' } });
}

/** Saves a template, in the place of the one that had its name. */
export async function saveTemplate(
  db: Db,
  words: TemplateWords,
  by: { personId: number; now: Date },
): Promise<void> {
  const { answer, reminders, terms, ...plain } = words;
  const data = {
    ...plain,
    answer: answer ?? Prisma.DbNull,
    reminders: (reminders as unknown as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
    terms: toTermsColumn(terms),
  };
  const fold = foldName(words.name);
  await db.directiveTemplate.upsert({
    where: { fold },
    create: { ...data, fold, createdById: by.personId, createdAt: by.now },
    update: data,
  });
}

/** Forgets a template. */
export async function deleteTemplate(db: Db, id: number): Promise<void> {
  await db.directiveTemplate.deleteMany({ where: { id } });
}
