/** Text as data: what is said, never how a platform marks it. Each channel renders it with its own means. */
export interface Span {
  text: string;
  style?: 'bold' | 'italic' | 'code';
  link?: string;
}

export type RichText = Span[];

/** A press carries `action` back (at most 64 bytes of ASCII); a link opens `url`. */
export type Button = { label: string; action: string } | { label: string; url: string };

/**
 * A file that a channel already holds: `ref` is the channel's own id for it. Of one that we make ourselves (`channel` is
 * core/report/report-ref.ts ownFiles) `bytes` are there only while it is on its way.
 */
export interface Attachment {
  kind: 'photo' | 'document';
  channel: string;
  ref: string;
  name?: string;
  size?: number;
  bytes?: Uint8Array;
}

/** One message as the members will see it, before any channel renders it. */
export interface Content {
  text: RichText;
  buttons?: Button[][];
  attachment?: Attachment;
  /** The person whom the buttons ask; absent when whoever may can press them. */
  askedOf?: number;
}

export const plain = (text: string): Span => ({ text });
export const bold = (text: string): Span => ({ text, style: 'bold' });
export const italic = (text: string): Span => ({ text, style: 'italic' });
export const code = (text: string): Span => ({ text, style: 'code' });

/** The words alone. */
export function plainText(text: RichText): string {
  return text.map((span) => span.text).join('');
}

/** A content of one plain sentence. */
export function say(text: string): Content {
  return { text: [plain(text)] };
}

/** Joins lines of spans with line ends between them. */
export function joinLines(lines: RichText[]): RichText {
  return lines.flatMap((line, index) => (index === 0 ? line : [plain('\n'), ...line]));
}
