import { UserError } from '../../core/errors.js';

/** Faults whose usual words name the lines of the one-message form, and what is said without them. */
const withoutLines = new Map([
  ...['noTargets', 'unknownTargets', 'outside', 'onlyExcluded', 'emptyAudience', 'noTitle'].map(
    (name) => [`compose.${name}`, `compose.inSteps.${name}`] as const,
  ),
  ['recurrence.rhythm.unreadable', 'recurrence.rhythm.unreadableInSteps'],
]);

/** The same fault for somebody who answers question by question: there are no lines to speak of. */
export async function inSteps<T>(take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    const key = error instanceof UserError ? withoutLines.get(error.key) : undefined;
    if (key === undefined) throw error;
    throw new UserError(key, (error as UserError).values);
  }
}
