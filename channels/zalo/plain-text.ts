import type { Capabilities } from '../channel.js';

/** What both ways into Zalo have in common: words and photos by address, nothing to press, edit or hang a message on. */
export const plainText = {
  buttons: false,
  edits: false,
  reactions: false,
  replyTo: false,
  files: 'photo-address',
  keepsFiles: false,
  inviteLinks: false,
} as const satisfies Partial<Capabilities>;
