/**
 * The user's fault or a fact the user must know: `key` and `values` make one sentence in the chat's language
 * (locales/, below "error"). Nothing is stored when it is thrown.
 */
export class UserError extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key);
  }
}

/** What a failed send means for the delivery. */
export type SendFault =
  /** Nothing arrived and trying again may help: refused connection, 5xx before acceptance. */
  | { kind: 'retryable' }
  /** The platform asks for a pause; `scope` says whether of the whole channel or this chat alone. */
  | { kind: 'throttled'; retryAfterMs: number; scope: 'channel' | 'chat' }
  /** The request left and no answer came: it may have been delivered. */
  | { kind: 'unknown' }
  /** The chat has a new id; send there. */
  | { kind: 'migrated'; externalId: string }
  /** The chat can't be reached any more: kicked, deleted, blocked. */
  | { kind: 'unreachable' }
  /** This message will never be accepted. */
  | { kind: 'rejected' };

/** Made only by channels, read only where messages are sent. `code` is short and stable, `message` holds no token and no text. */
export class SendError extends Error {
  constructor(
    readonly fault: SendFault,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
