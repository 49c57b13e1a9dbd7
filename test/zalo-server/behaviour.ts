/** What is not known for sure of the platform, or differs between accounts. Defaults are the best-founded reading. */
export interface Behaviour {
  /** HTTP status of an empty poll; sources disagree. */
  timeoutStatus: 200 | 408;
  /** What an empty poll's body is: the 408 error, or `{ok:true,result:{}}`. */
  emptyPoll: 'error' | 'empty-result';
  /** HTTP status of the other errors: measured as 200; `code` sends the error's own. */
  errorStatus: 200 | 'code';
  /** A guess: the docs only say 401 in the body. */
  badTokenStatus: 200 | 401;
  /** `string` writes `"error_code":"400"`: its type is not promised. */
  errorCodeType: 'number' | 'string';
  /** The gateway answers a page of HTML to polls that begin closer together than this. */
  minPollGapMs: number;
  /** A guess: what a poll gets while a webhook is set. */
  pollWithWebhook: Refusal;
  /** Whether a poll whose caller has hung up still takes the next update with it. */
  gonePoll: 'noticed' | 'swallows';
  /** Whether updates wait while nobody has polled for `offlineAfterMs`, or are lost as one operator saw. */
  offline: 'kept' | 'lost';
  offlineAfterMs: number;
  /** A guess: sending to a chat that does not exist, or to a person who never wrote. */
  unknownChat: Refusal;
  /** A guess: sending to a group that has removed the bot, or a person who has blocked it. */
  removedBot: Refusal | 'swallows';
  /** The field of a photo's address; docs and one client disagree. */
  photoField: 'photo' | 'photo_url';
  /** Whether documents and videos come as "unsupported" or not at all. */
  filesArrive: boolean;
  /** Whether the photos' addresses have expired. */
  photosExpired: boolean;
  /** Whether `from.id` is the same person in every chat; not known. */
  personIds: 'same' | 'per-chat';
  dateUnit: 'ms' | 's';
  /** How the bot's name is written in a mention's text. */
  mentionForm: 'NFC' | 'NFD';
  /** A field with the id of the message that was replied to; none is documented. */
  replyField: string | null;
  /** Keys nobody documented, put into every update and its message. */
  extra: { update?: Record<string, unknown>; message?: Record<string, unknown> };
  /** What the bot posts on its own when it is added to a group. */
  welcome: string | null;
  /** Whether plain or local webhook addresses are allowed, as tests need. */
  localWebhooks: boolean;
  /** Whether setWebhook probes the address and tells what came of it. */
  webhookVerification: boolean;
  /** Whether testWebhook exists; sources disagree. */
  testWebhook: boolean;
  webhookBody: 'wrapped' | 'bare';
  webhookSecret: 'right' | 'wrong' | 'missing';
  webhookOutOfOrder: boolean;
  /** Pauses before a refused update is posted again; retries are not documented, so none. */
  webhookRetriesMs: number[];
  /** Whether the platform fetches a photo's address before it accepts the message. */
  fetchesPhotos: boolean;
}

export interface Refusal {
  code: number;
  description: string;
}

export const DEFAULT_BEHAVIOUR: Behaviour = {
  timeoutStatus: 200,
  emptyPoll: 'error',
  errorStatus: 200,
  badTokenStatus: 401,
  errorCodeType: 'number',
  minPollGapMs: 0,
  pollWithWebhook: { code: 400, description: 'Bad request: Webhook is active' },
  gonePoll: 'noticed',
  offline: 'kept',
  offlineAfterMs: 5_000,
  unknownChat: { code: 400, description: 'Bad request: The chat_id is invalid' },
  removedBot: { code: 403, description: 'Forbidden' },
  photoField: 'photo',
  filesArrive: true,
  photosExpired: false,
  personIds: 'same',
  dateUnit: 'ms',
  mentionForm: 'NFC',
  replyField: null,
  extra: {},
  welcome: null,
  localWebhooks: false,
  webhookVerification: false,
  testWebhook: true,
  webhookBody: 'wrapped',
  webhookSecret: 'right',
  webhookOutOfOrder: false,
  webhookRetriesMs: [],
  fetchesPhotos: false,
};
