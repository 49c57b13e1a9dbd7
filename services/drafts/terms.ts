import { changeTerms, type TermsSaid } from '../../core/compose/terms-line.js';
import type { DirectiveKind } from '../../core/directive-message.js';
import { UserError } from '../../core/errors.js';
import { fitTerms, type Terms } from '../../core/terms.js';
import type { Quorum } from '../../core/quorum/quorum.js';
import { sayQuorum } from '../../core/quorum/quorum-stand.js';
import { findStrangers, listLed, listMembers } from '../../store/quorum.js';
import { listUnits } from '../../store/units.js';
import type { Asking } from '../deed.js';
import { shorten } from './words.js';

/** A preview is read on a phone. */
const codesNamed = 15;

/** The terms with what was said about them. Throws UserError where such a directive can't have them. */
export function readTerms(kind: DirectiveKind, before: Terms, said: TermsSaid): Terms {
  if (said.wrong !== undefined) throw new UserError('terms.wrong', { text: shorten(said.wrong) });
  if (said.acceptance && (kind === 'acknowledge' || kind === 'notice'))
    throw new UserError(`terms.noAcceptance.${kind}`);
  return fitTerms(kind, changeTerms(before, said));
}

/** What a preview says of them, a line each; with `unitIds`, where they can't be kept to as well. */
export async function describeTerms(
  { t, db }: Pick<Asking, 't' | 'db'>,
  { acceptance, quorum, moreTimeDays }: Terms,
  unitIds: readonly number[],
): Promise<string[]> {
  return [
    ...(acceptance ? [t('terms.acceptance')] : []),
    ...(moreTimeDays === undefined
      ? []
      : [t(moreTimeDays > 0 ? 'terms.moreTime' : 'terms.noMoreTime', { count: moreTimeDays })]),
    ...(quorum ? [t('terms.quorum', { who: sayQuorum(t, quorum, true) })] : []),
    ...(await warnOfGaps({ t, db }, quorum, unitIds)),
  ];
}

/** Where the unit has no lead or no list, anyone answers; whom the bot never met may be mistyped. */
async function warnOfGaps(
  { t, db }: Pick<Asking, 't' | 'db'>,
  quorum: Quorum | undefined,
  unitIds: readonly number[],
): Promise<string[]> {
  if (!quorum) return [];
  if (quorum.who === 'named') {
    const strangers = await findStrangers(db, quorum.names);
    return strangers.length > 0 ? [t('terms.strangers', { names: strangers.join(', ') })] : [];
  }
  const listed = async () => new Set((await listMembers(db, unitIds)).map(({ unitId }) => unitId));
  const has = quorum.who === 'lead' ? await listLed(db, unitIds) : await listed();
  const without = new Set(unitIds.filter((id) => !has.has(id)));
  if (without.size === 0) return [];
  const codes = (await listUnits(db)).flatMap(({ id, code }) => (without.has(id) ? [code] : []));
  const named = codes.length > codesNamed ? [...codes.slice(0, codesNamed), '…'] : codes;
  return [t(`terms.without.${quorum.who}`, { count: codes.length, codes: named.join(', ') })];
}

/** Asked for where it was not, and the other way round. */
export function turnAcceptance({ terms = {} }: { terms?: Terms }): Terms {
  return changeTerms(terms, { acceptance: !terms.acceptance });
}
