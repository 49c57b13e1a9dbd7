import { changeTerms, type TermsSaid } from '../../core/compose/terms-line.js';
import type { DirectiveKind } from '../../core/directive-message.js';
import { UserError } from '../../core/errors.js';
import { fitTerms, type Terms } from '../../core/terms.js';
import type { Translate } from '../../locales/texts.js';

/** The terms with what was said about them. Throws UserError where such a directive can't have them. */
export function readTerms(kind: DirectiveKind, before: Terms, said: TermsSaid): Terms {
  if (said.acceptance && (kind === 'acknowledge' || kind === 'notice'))
    throw new UserError(`terms.noAcceptance.${kind}`);
  return fitTerms(kind, changeTerms(before, said));
}

/** What a preview says of them, a line each. */
export function describeTerms(t: Translate, { acceptance }: Terms): string[] {
  return acceptance ? [t('terms.acceptance')] : [];
}

/** Asked for where it was not, and the other way round. */
export function turnAcceptance({ terms = {} }: { terms?: Terms }): Terms {
  return changeTerms(terms, { acceptance: !terms.acceptance });
}
