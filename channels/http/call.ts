export interface CallOptions {
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Calls one method of a bot's API; gives its `result`. Throws SendError and nothing else. */
export type Call = (
  method: string,
  params: Record<string, unknown>,
  options?: CallOptions,
) => Promise<unknown>;

/** How long a channel waits for its platform. */
export interface ChannelTimeouts {
  /** A send, from the first byte to the last. */
  sendMs: number;
  /** Name look-up, TCP and TLS; less than `sendMs`, because it fails for sure where that one fails in doubt. */
  connectMs: number;
  /** First pause after a fault of intake; it doubles. */
  backOffMs: number;
}

export interface CallerOptions {
  token: string;
  apiRoot: string;
  connectMs: number;
  sendMs: number;
}
