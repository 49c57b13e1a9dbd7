import type { Runtime } from '../../config/runtime.js';
import type { DeliveryKind } from '../../core/delivery.js';
import type { ClaimedDelivery } from '../../store/deliveries.js';
import { composeAnswer } from './answer.js';
import type { Composed, Composer } from './composer.js';
import { composeRewrite } from './rewrite.js';

/** One composer a kind: the file is named for it. */
const composers: Record<DeliveryKind, Composer> = {
  answer: composeAnswer,
  rewrite: composeRewrite,
  directive: composeAnswer,
  amendment: composeAnswer,
  reminder: composeAnswer,
  card: composeAnswer,
  summary: composeAnswer,
  tell: composeAnswer,
};

export function compose(runtime: Runtime, delivery: ClaimedDelivery): Promise<Composed> {
  return composers[delivery.kind](runtime, delivery);
}
