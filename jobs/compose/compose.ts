import type { Runtime } from '../../config/runtime.js';
import type { DeliveryKind } from '../../core/delivery.js';
import type { ClaimedDelivery } from '../../store/claim-deliveries.js';
import { composeAcceptance } from './acceptance.js';
import { composeAmendment } from './amendment.js';
import { composeAnswer } from './answer.js';
import { composeCard } from './card.js';
import type { Composed, Composer } from './composer.js';
import { composeDirective } from './directive.js';
import { composeElsewhere } from './elsewhere.js';
import { composeEscalation } from './escalation.js';
import { composeReminder } from './reminder.js';
import { composeRewrite } from './rewrite.js';
import { composeWebLink } from './web-link.js';

/** One composer a kind: the file is named for it. */
const composers: Record<DeliveryKind, Composer> = {
  answer: composeAnswer,
  rewrite: composeRewrite,
  directive: composeDirective,
  amendment: composeAmendment,
  reminder: composeReminder,
  elsewhere: composeElsewhere,
  escalation: composeEscalation,
  acceptance: composeAcceptance,
  card: composeCard,
  summary: composeAnswer,
  tell: composeAnswer,
  'web-link': composeWebLink,
};

export function compose(runtime: Runtime, delivery: ClaimedDelivery): Promise<Composed> {
  return composers[delivery.kind](runtime, delivery);
}
