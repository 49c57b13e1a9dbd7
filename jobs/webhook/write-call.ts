import { createHmac } from 'node:crypto';
import type { AnswerValue } from '../../core/reading/answer.js';
import { secretPrefix } from '../../store/webhooks.js';
import type { CallFacts, ClaimedCall } from '../../store/webhook-calls.js';

interface Telling {
  call: ClaimedCall;
  /** Null for a test. */
  facts: CallFacts | null;
  /** Whether what people wrote goes out too. */
  withWords: boolean;
  /** Where the pages are. */
  pages: string;
}

/** What an endpoint is sent: which part it is about and how it stands now, with the way to it on the page. */
export function writeCall({ call, facts, withWords, pages }: Telling): string {
  const { kind, at } = call;
  return JSON.stringify({
    type: kind,
    timestamp: at,
    data: facts ? tell(call, facts, { withWords, pages }) : {},
  });
}

function tell(
  call: ClaimedCall,
  facts: CallFacts,
  { withWords, pages }: Pick<Telling, 'withWords' | 'pages'>,
) {
  const { number, unitCode, state, percent, doneCount, totalCount, dueAt, answeredAt, doneAt } = facts;
  const words = <T extends object>(said: T) => (withWords ? said : {});
  return {
    directive: {
      ...{ number, kind: facts.directiveKind, state: facts.directiveState },
      ...words({ title: facts.title }),
    },
    unit: { code: unitCode, ...words({ name: facts.unitName }) },
    part: {
      ...{ state, percent, doneCount, totalCount, value: cutValue(facts.value, withWords) },
      ...{ dueAt, answeredAt, doneAt },
      ...words({ difficulty: facts.difficulty }),
    },
    ...(call.replyId === null || facts.replyAt === null
      ? {}
      : {
          reply: {
            ...{ id: call.replyId, at: facts.replyAt, source: facts.replySource },
            ...words({ text: facts.replyText }),
          },
        }),
    link: `${pages}/admin/directives/${number}/${encodeURIComponent(unitCode)}`,
  };
}

/** A figure is no words; a text that was asked for is. */
const cutValue = (value: AnswerValue | null, withWords: boolean) =>
  value?.type === 'text' && !withWords ? null : value;

/**
 * The headers by which an endpoint knows that it was us, and when: as https://www.standardwebhooks.com has them. With a
 * signature by each secret, the newest first: one that it knows is enough.
 */
export function signCall(
  secrets: readonly string[],
  { id, at, body }: { id: string; at: Date; body: string },
) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const sign = (secret: string) => {
    const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  };
  return {
    ...{ 'webhook-id': id, 'webhook-timestamp': timestamp },
    'webhook-signature': secrets.map(sign).join(' '),
  };
}
