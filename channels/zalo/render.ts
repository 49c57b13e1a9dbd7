import { SendError } from '../../core/errors.js';
import { plainText, type Attachment, type Content } from '../../core/message.js';

/** Longest text and caption, in UTF-16 units (sendMessage, sendPhoto). */
export const textLimit = 2_000;

/** One call: a text, or a photo with a caption. */
export type Shown = { text: string } | { photo: string; caption: string };

export interface Renderer {
  /** An address of a file that everybody can fetch; null when there is none. */
  publicUrl?: (file: Attachment) => Promise<string | null>;
  /** One line that says that there is a file which can't be shown here. */
  describeFile?: (file: Attachment) => string;
}

/** Node 20 has it, the library of ES2023 does not list it. */
type Text = string & { toWellFormed(): string };

/** The calls that show a message: one, or the file first where both do not fit. Plain text only, never markup. */
export async function render(content: Content, renderer: Renderer): Promise<[Shown, ...Shown[]]> {
  const text = renderText(content);
  const isEmpty = text.trim() === '';
  if (text.length > textLimit)
    throw new SendError({ kind: 'rejected' }, 'too-long', `the text has ${text.length} units`);
  const file = content.attachment;
  if (!file) {
    if (isEmpty) throw new SendError({ kind: 'rejected' }, 'empty-text', 'the message has no text');
    return [{ text }];
  }
  const photo = await findPhoto(file, renderer);
  if (photo !== null) return [{ photo, caption: isEmpty ? '' : text }];
  const note = clean(renderer.describeFile?.(file) ?? file.name ?? '').trim();
  if (note === '' && isEmpty)
    throw new SendError({ kind: 'rejected' }, 'file', 'the file has no public address');
  if (note === '') return [{ text }];
  if (isEmpty) return [{ text: note.slice(0, textLimit) }];
  const both = `${text}\n\n${note}`;
  return both.length <= textLimit ? [{ text: both }] : [{ text: note.slice(0, textLimit) }, { text }];
}

/** The words, with addresses behind what would be a link as far as they fit; buttons are left to the words. */
export function renderText({ text, buttons = [] }: Content): string {
  const words = clean(plainText(text));
  const links = text.map(({ text: shown, link }) => (link && link !== shown ? `${shown} (${link})` : shown));
  const opening = buttons
    .flat()
    .flatMap((button) => ('url' in button ? [`${button.label}: ${button.url}`] : []));
  const whole = clean([links.join(''), ...opening].join('\n'));
  return whole.length <= textLimit ? whole : words;
}

/** NUL and half letters are no text. */
function clean(text: string): string {
  return (text.replaceAll('\0', '') as Text).toWellFormed();
}

/** Only an address can be sent, and only of a photo. One that came from here may still be good. */
async function findPhoto(file: Attachment, { publicUrl }: Renderer): Promise<string | null> {
  if (file.kind !== 'photo') return null;
  const url = (await publicUrl?.(file)) ?? (file.channel.startsWith('zalo') ? file.ref : null);
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
