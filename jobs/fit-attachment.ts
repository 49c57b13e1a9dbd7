import type { Channel } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';
import { joinLines, plain, type Attachment, type Content } from '../core/message.js';
import type { Say } from '../core/say.js';
import { shareFile } from '../store/shared-files.js';

/**
 * An attachment as this channel can show it: its own file, or a photo by an address of ours where the channel fetches
 * photos and the world reaches us. Else the text says that there is one.
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
  const ref = files === 'photo-address' ? await findAddress(runtime, attachment) : null;
  if (ref !== null) return { ...rest, attachment: { kind: 'photo', channel: channel.name, ref } };
  const name = attachment.name ?? '';
  const note = t(attachment.kind === 'photo' ? 'files.photo' : name ? 'files.named' : 'files.file', { name });
  return { ...rest, text: joinLines([rest.text, [plain(note)]]) };
}

async function findAddress(runtime: Runtime, file: Attachment): Promise<string | null> {
  const { settings, db, clock, channels } = runtime;
  if (file.kind !== 'photo' || !settings.PUBLIC_URL || !channels.get(file.channel)?.openFile) return null;
  const token = await shareFile(db, { channel: file.channel, ref: file.ref, now: clock.now() });
  return `${settings.PUBLIC_URL.replace(/\/+$/, '')}/files/${token}`;
}
