import type { Press } from './press.js';
import { acceptAllPress } from './presses/accept-all.js';
import { answerStep } from './presses/answer-step.js';
import { decideRecurrence } from './presses/decide-recurrence.js';
import { decideLink } from './presses/decide-link.js';
import { decideAcceptance } from './presses/decide-acceptance.js';
import { decideMoreTime } from './presses/decide-more-time.js';
import { bringReport } from './presses/bring-report.js';
import { publishReport } from './presses/publish-report.js';
import { decideAmendmentPress } from './presses/decide-amendment.js';
import { decideDraft } from './presses/decide-draft.js';
import { answerDirective } from './presses/answer-directive.js';
import { changeMembership } from './presses/change-membership.js';
import { chooseDirective } from './presses/choose-directive.js';
import { chooseStatus } from './presses/choose-status.js';
import { correctReply } from './presses/correct-reply.js';
import { listAwaitingPress } from './presses/list-awaiting.js';
import { listUncertain } from './presses/list-uncertain.js';
import { dropScheduled } from './presses/drop-scheduled.js';
import { resendFailed } from './presses/resend-failed.js';
import { passOnPress } from './presses/pass-on.js';
import { settleUncertainPress } from './presses/settle-uncertain.js';

/** Every kind of button. A new one is a file in presses/ and a line here. */
export const presses: readonly Press[] = [
  decideDraft,
  decideAmendmentPress,
  decideRecurrence,
  answerStep,
  answerDirective,
  passOnPress,
  correctReply,
  chooseStatus,
  chooseDirective,
  decideMoreTime,
  decideLink,
  decideAcceptance,
  acceptAllPress,
  listAwaitingPress,
  changeMembership,
  dropScheduled,
  resendFailed,
  settleUncertainPress,
  listUncertain,
  bringReport,
  publishReport,
];

export const findPress = (prefix: string): Press | undefined =>
  presses.find((press) => press.prefix === prefix);
