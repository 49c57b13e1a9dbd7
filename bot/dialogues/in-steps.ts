import { UserError } from '../../core/errors.js';

/** Faults whose usual words name the lines of the one-message form. */
const namesLines = new Set(
  ['noTargets', 'unknownTargets', 'outside', 'onlyExcluded', 'emptyAudience', 'noTitle'].map(
    (name) => `compose.${name}`,
  ),
);

/** The same fault for somebody who answers question by question: there are no lines to speak of. */
export async function inSteps<T>(taken: Promise<T>): Promise<T> {
  try {
    return await taken;
  } catch (error) {
    if (!(error instanceof UserError) || !namesLines.has(error.key)) throw error;
    throw new UserError(error.key.replace('compose.', 'compose.inSteps.'), error.values);
  }
}
