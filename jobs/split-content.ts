import type { Capabilities } from '../channels/channel.js';
import type { Content } from '../core/message.js';
import { splitText } from '../core/split-text.js';

/** A message as the parts that a channel takes: the attachment goes with the first, the buttons with the last. */
export function splitContent({ textLimit }: Pick<Capabilities, 'textLimit'>, content: Content): Content[] {
  const texts = splitText(content.text, textLimit);
  return texts.map((text, index) => ({
    text,
    ...(content.attachment && index === 0 ? { attachment: content.attachment } : {}),
    ...(content.buttons && index === texts.length - 1 ? { buttons: content.buttons } : {}),
  }));
}
