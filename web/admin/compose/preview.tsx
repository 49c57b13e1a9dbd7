import { splitText } from '../../../core/split-text.js';
import { sayDeadline } from '../../../core/deadline/say-deadline.js';
import { plainText, type Attachment } from '../../../core/message.js';
import { buildMessage } from '../../../services/drafts/build-message.js';
import { describeDraft, type Proposed } from '../../../services/drafts/describe-draft.js';
import { findMovedDue } from '../../../services/drafts/describe-due.js';
import { toTermsColumn } from '../../../store/terms.js';
import type { Visit } from '../page.js';
import { Rich } from '../parts/rich.js';
import { targetsOf, type Fields } from './fields.js';
import { readWords } from './read-words.js';

interface Drafted {
  visit: Visit;
  fields: Fields;
  /** What goes along already; a file that is chosen is brought with the form. */
  kept: Attachment[];
}

/** What the form would send, as far as it says: the message on each platform, what the chat's preview tells, and what is wrong. */
export async function LivePreview({ visit, fields, kept }: Drafted) {
  const { t } = visit;
  const isEmpty = fields.title.trim() === '' && fields.body.trim() === '' && targetsOf(fields) === '';
  if (isEmpty) return <p class="empty">{t('composing.empty')}</p>;
  const { words, unitIds, problems } = await readWords(visit, fields);
  const { targets, attachments: _, terms, ...rest } = words;
  const proposed = {
    ...{ ...rest, audience: targets, unitIds, attachments: kept },
    terms: toTermsColumn(terms),
  } as unknown as Proposed;
  return (
    <>
      {problems.length > 0 ? (
        <ul class="notice wanting" role="status">
          {problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      ) : null}
      <Preview visit={visit} proposed={proposed} />
    </>
  );
}

/** The message as each platform shows it, and below it all the issuer should know before. */
export async function Preview({ visit, proposed }: { visit: Visit; proposed: Proposed }) {
  const { t, runtime } = visit;
  const channels = [...runtime.channels.values()];
  const messages = await Promise.all(
    channels.map(async (channel) => ({
      channel,
      message: await buildMessage(visit, { ...proposed, version: 1 }, channel),
    })),
  );
  const facts = await describeDraft(visit, proposed, messages[0]!.message);
  const moved = await findMovedDue(visit, proposed.dueAt);
  const [file] = proposed.attachments as unknown as Attachment[];
  return (
    <>
      {messages.map(({ channel, message }) => (
        <figure class="bubble">
          {channels.length > 1 ? <figcaption>{channel.label}</figcaption> : null}
          <p class="body">
            <Rich text={message.text} />
          </p>
          <Parts visit={visit} text={plainText(message.text)} limit={channel.capabilities.textLimit} />
        </figure>
      ))}
      <ul class="told">
        {file ? <li>{sayFile(t, file)}</li> : null}
        {proposed.unitIds.length === 0 ? null : facts.map((line) => <li>{plainText(line)}</li>)}
      </ul>
      {moved ? (
        <p class="row">
          {t('preview.moveTo', { due: sayDeadline(t, moved, runtime.settings.ORG_TIME_ZONE) })}
          <button name="act" value="move">
            {t('preview.button.move')}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** What goes along, by its name where it has one. */
export const sayFile = (t: Visit['t'], { name, kind }: Attachment): string =>
  t(name ? 'composing.withFile' : `composing.with.${kind}`, { name: name ?? '' });

/** A long text goes out in several messages. */
function Parts({ visit, text, limit }: { visit: Visit; text: string; limit: number }) {
  const count = splitText([{ text }], limit).length;
  return count > 1 ? <p class="fine">{visit.t('composing.parts', { count })}</p> : null;
}
