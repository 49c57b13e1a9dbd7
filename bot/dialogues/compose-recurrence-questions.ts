import type { Context } from '../context.js';
import type { RecurringData } from '../recurring/words.js';
import { listOptions, offerAcceptance, type Option } from './compose-questions.js';
import type { ComposeData } from './compose-data.js';

export type RecurringStep =
  'kind' | 'rhythm' | 'targets' | 'title' | 'body' | 'due' | 'figure' | 'quorum' | 'change' | 'decide';

/** What may be pressed instead of typed. */
export async function listRecurringOptions(
  ctx: Context,
  step: RecurringStep,
  data: RecurringData,
): Promise<Option[]> {
  const { t } = ctx;
  const named = (group: string, keys: readonly string[]) =>
    keys.map((key) => ({
      label: t(`recurrence.option.${group}.${key}`),
      says: t(`recurrence.says.${group}.${key}`),
    }));
  switch (step) {
    case 'kind':
      return ['task', 'acknowledge', 'collect', 'notice'].map((kind) => ({
        label: t(`directive.kind.${kind}`),
        says: kind,
      }));
    case 'rhythm':
      return named('rhythm', ['friday', 'monday', 'fifth', 'lastWorking', 'quarter']);
    case 'due':
      return [
        ...named('due', ['sameDay', 'nextDay', 'twoDays']),
        { label: t('compose.option.noDue'), says: '' },
      ];
    case 'change':
      return listParts(ctx, data);
    case 'decide':
      return [];
    case 'targets':
    case 'title':
    case 'body':
    case 'figure':
    case 'quorum':
      return listOptions(ctx, step, data as ComposeData);
  }
}

function listParts({ t }: Context, data: RecurringData): Option[] {
  const steps = ['rhythm', 'targets', 'title', 'body', 'due'];
  if (data.kind === 'collect') steps.push('figure');
  if (data.kind !== 'notice') steps.push('quorum');
  return [
    ...steps.map((step) => ({ label: t(`compose.part.${step}`), says: step })),
    { label: t(data.urgent ? 'compose.part.notUrgent' : 'compose.part.urgent'), says: 'urgent' },
    ...offerAcceptance(t, data),
  ];
}
