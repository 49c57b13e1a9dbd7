import type { Channel } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';
import { joinLines, plain, type Attachment, type Content, type RichText } from '../core/message.js';
import type { Say } from '../core/say.js';
import { isOurs, openOwnFile } from '../reports/own-file.js';
import { shareFile } from '../store/shared-files.js';

/**
 * An attachment as this channel can show it: its own file, one of ours, or an address of ours where the channel
 * fetches photos and the world reaches us. Else the text says that there is one.
 */
export async function fitAttachment(
  runtime: Runtime,
  channel: Channel,
  content: Content,
  t: Say,
): Promise<Content> {
  const { attachment, ...rest } = content;
  if (!attachment) return content;
  const { files } = channel.capabilities;
  if (attachment.channel === channel.name && (files === 'own' || attachment.kind === 'photo')) return content;
  if (isOurs(attachment) && files === 'own') {
    const bytes = await openOwnFile(runtime, attachment);
    if (bytes) return { ...rest, attachment: { ...attachment, channel: channel.name, bytes } };
  }
  const address = files === 'photo-address' ? await findAddress(runtime, attachment) : null;
  if (address !== null && attachment.kind === 'photo')
    return { ...rest, attachment: { kind: 'photo', channel: channel.name, ref: address } };
  return { ...rest, text: joinLines([rest.text, describe(t, attachment, address)]) };
}

function describe(t: Say, { kind, name = '' }: Attachment, address: string | null): RichText {
  if (address !== null) return [plain(`${t('report.fileIn', { name })} ${address}`)];
  return [plain(t(kind === 'photo' ? 'files.photo' : name ? 'files.named' : 'files.file', { name }))];
}

/** Documents of ours are handed out, too; those that a platform holds are not ours to show. */
async function findAddress(runtime: Runtime, file: Attachment): Promise<string | null> {
  const { settings, db, clock, channels } = runtime;
  const isOpen =
    isOurs(file) || (file.kind === 'photo' && channels.get(file.channel)?.openFile !== undefined);
  if (!settings.PUBLIC_URL || !isOpen) return null;
  const token = await shareFile(db, { channel: file.channel, ref: file.ref, now: clock.now() });
  return `${settings.PUBLIC_URL.replace(/\/+$/, '')}/files/${token}`;
}
