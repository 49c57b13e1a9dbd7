import { waysIn } from '../../channels/ways.js';
import type { Runtime } from '../../config/runtime.js';
import { buildDirective } from '../../core/directive-message.js';
import type { Content } from '../../core/message.js';
import { textsFor } from '../../locales/texts.js';
import type { ClaimedDelivery } from '../../store/claim-deliveries.js';
import { findOutgoing, type Outgoing } from '../../store/outgoing.js';
import type { Composer } from './composer.js';

/** A directive to one group, as it stands now. Not sent when it is over or the group no longer belongs to the unit. */
export const composeDirective: Composer = async (runtime, delivery) => {
  const outgoing = await findOutgoing(runtime.db, delivery.id);
  if (!outgoing) return { op: 'skip', reason: 'no-directive' };
  if (outgoing.state !== 'open') return { op: 'skip', reason: outgoing.state };
  if (outgoing.isCancelled) return { op: 'skip', reason: 'cancelled' };
  if (!outgoing.isBound) return { op: 'skip', reason: 'rebound' };
  return { op: 'send', content: buildOutgoing(runtime, delivery, outgoing) };
};

/** The message in the group's language, with the ways to answer that work there. */
export function buildOutgoing(runtime: Runtime, delivery: ClaimedDelivery, outgoing: Outgoing): Content {
  const { settings, channels } = runtime;
  const { state, hearsAll, isAgain, isNaming, hasUnitsBelow, timeZone, assignmentId } = outgoing;
  return buildDirective(textsFor(delivery.locale, settings.ORG_LOCALE), outgoing, {
    assignmentId,
    zone: timeZone ?? settings.ORG_TIME_ZONE,
    orgName: settings.ORG_NAME,
    ways: waysIn(channels.get(delivery.channel)!, { isGroup: delivery.role !== 'private', hearsAll }),
    ...{ isAgain, isNaming, hasUnitsBelow },
    ...(state === 'closed' || state === 'cancelled' ? { ended: state } : {}),
  });
}
