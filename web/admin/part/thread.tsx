import { platformName } from '../../../channels/platform-name.js';
import { sayReason } from '../../../core/card.js';
import { plainText } from '../../../core/message.js';
import { describeStand } from '../../../core/replies/describe-stand.js';
import type { Part, ThreadApproval, ThreadDelivery, ThreadReply } from '../../../store/threads.js';
import { reachTones } from '../directive/tones.js';
import type { Visit } from '../page.js';
import { Moment } from '../parts/moment.js';

interface Whole {
  deliveries: readonly ThreadDelivery[];
  replies: readonly ThreadReply[];
  approvals: readonly ThreadApproval[];
}

interface Told {
  visit: Visit;
  part: Part;
  maySettle: boolean;
}

/** All that passed between the office and the unit about its part, in the order in which it did. */
export function Thread({ visit, part, thread, maySettle }: Told & { thread: Whole }) {
  const { t } = visit;
  const { deliveries, replies, approvals } = thread;
  const told = { visit, part, maySettle };
  const entries = [
    // At the same moment the bot answers what was said.
    ...replies.map((one) => ({ at: one.at, line: <Heard {...told} reply={one} /> })),
    ...deliveries.toReversed().map((one) => ({ at: one.at, line: <Sent {...told} delivery={one} /> })),
    ...approvals
      .filter(({ decidedAt, kind }) => decidedAt !== null && kind === 'more-time')
      .map((one) => ({ at: one.decidedAt!, line: <Decided {...told} approval={one} /> })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">{t('thread.title')}</h2>
      {entries.length === 0 ? <p class="empty">{t('thread.empty')}</p> : null}
      <ol class="thread">{entries.map(({ line }) => line)}</ol>
    </section>
  );
}

/** A message of the bot: what it was, where it went, how it ended. */
function Sent({ visit, part, delivery, maySettle }: Told & { delivery: ThreadDelivery }) {
  const { t, runtime } = visit;
  const { kind, state, chat, channel, isPrivate, at, errorCode, isSettled, isNewest, text } = delivery;
  const open = state === 'failed' || state === 'uncertain' ? !isSettled : false;
  const platform = platformName(runtime.channels, channel);
  const reach = open ? (state as 'failed' | 'uncertain') : state === 'sent' || isSettled ? 'sent' : 'waiting';
  return (
    <li class="sent">
      <p>
        {t(`thread.kind.${kindOf(kind)}`)}{' '}
        <span class="soft">
          → {isPrivate ? t('thread.privately', { name: chat }) : chat}
          {platform === '' ? '' : ` (${platform})`}
        </span>
      </p>
      {text === null ? null : <p class="body soft">{plainText(text)}</p>}
      <p class="meta">
        <Moment visit={visit} at={at} zone={part.timeZone} />
        {reach === 'sent' ? null : (
          <span class={`chip ${reachTones[reach]}`}>
            {t(`directives.reach.${reach}`)}
            {state === 'failed' && errorCode ? `: ${sayReason(t, errorCode)}` : ''}
          </span>
        )}
      </p>
      {open && maySettle && kind === 'directive' && isNewest && part.directiveState === 'open' ? (
        <Settle visit={visit} delivery={delivery} />
      ) : null}
    </li>
  );
}

/** Whether it arrived is for people to say, who can look; sent again it is a new message. */
function Settle({ visit, delivery }: { visit: Visit; delivery: ThreadDelivery }) {
  const { t } = visit;
  return (
    <form method="post" class="row">
      <input type="hidden" name="id" value={String(delivery.id)} />
      {delivery.state === 'uncertain' ? (
        <button name="act" value="there">
          {t('thread.act.there')}
        </button>
      ) : null}
      <button name="act" value="again">
        {t('thread.act.again')}
      </button>
    </form>
  );
}

const kinds = ['directive', 'amendment', 'reminder', 'escalation', 'elsewhere', 'tell'] as const;
const kindOf = (kind: string) => kinds.find((known) => known === kind) ?? 'answer';

/** What somebody said for the unit or decided about it, or what came from the units below, and what it was read as. */
function Heard({ visit, part, reply }: Told & { reply: ThreadReply }) {
  const { t } = visit;
  const { at, who, source, state, text, versions, attachments, isForgotten } = reply;
  const isBelow = source === 'below';
  return (
    <li class={isBelow || source === 'decision' ? 'decided' : 'heard'} id={`reply-${reply.id}`}>
      <p class="who">{isBelow ? t('thread.fromBelow') : (who ?? t('log.nameless'))}</p>
      {isForgotten ? <p class="soft">{t('thread.forgotten')}</p> : null}
      {text === '' ? null : <p class="body">{text}</p>}
      {attachments.length > 0 ? (
        <p class="soft">{t('directives.attachments', { count: attachments.length })}</p>
      ) : null}
      <p class="meta">
        <Moment visit={visit} at={at} zone={part.timeZone} />
        {versions > 1 ? <span>{t('thread.edited', { count: versions - 1 })}</span> : null}
        <Read visit={visit} part={part} reply={reply} />
        {state === 'asked' || state === 'unread' ? (
          <span class="chip fair">{t('thread.notRead')}</span>
        ) : null}
      </p>
    </li>
  );
}

function Read({ visit, part, reply }: Pick<Told, 'visit' | 'part'> & { reply: ThreadReply }) {
  const { t } = visit;
  const { status, value } = reply;
  if (status === null && value === null) return null;
  const stand = describeStand(
    t,
    part.kind,
    { ...reply, state: status ?? 'done', doneAt: reply.at },
    part.spec,
  );
  return <span class="chip calm">{t('thread.readAs', { stand })}</span>;
}

/** What became of a request for more time. */
function Decided({ visit, part, approval }: Told & { approval: ThreadApproval }) {
  const { t } = visit;
  const { state, dueAfter, decidedAt, decidedBy, word } = approval;
  return (
    <li class="decided">
      <p class="who">{decidedBy ?? t('log.byRule')}</p>
      <p>
        {t(`thread.moreTime.${state}`)}{' '}
        {dueAfter ? <Moment visit={visit} at={dueAfter} zone={part.timeZone} /> : null}
      </p>
      {word === '' ? null : <p class="body">{word}</p>}
      <p class="meta">
        <Moment visit={visit} at={decidedAt!} zone={part.timeZone} />
      </p>
    </li>
  );
}
