/** What is not known for sure of the account's API, or differs between accounts. Defaults are the best-founded reading. */
export interface Behaviour {
  /** HTTP status of -216; both have been seen. */
  tokenErrorStatus: 200 | 401;
  /** HTTP status of a refused refresh. */
  oauthErrorStatus: 200 | 400;
  /** `expires_in` as text or as a number. */
  expiresInType: 'string' | 'number';
  /** Access tokens live about 25 hours by two sources, one hour by another. */
  accessTtlMs: number;
  refreshTtlMs: number;
  /** A guess: whether a refresh ends the access token before it. */
  refreshEndsAccess: boolean;
  /** -224: the account's package has no groups. */
  packageHasGroups: boolean;
  /** A guess: where the list of groups stands in the answer. */
  groupList: 'object' | 'array';
  pageLimit: number;
  /** A guess: what becomes of asking for more than that a page. */
  pageOver: 'refused' | 'capped';
  /** A guess: only the limit of captions is documented. */
  textLimit: number;
  /** How long a person may be written to in private after they wrote. */
  privateWindowMs: number;
  /** What is said behind it; sources have all three. */
  windowError: -230 | -232 | -213;
  /** Whether the account may look up what a person is called. */
  profilesOpen: boolean;
  /** A field of replies that one source saw. */
  quoteField: 'quote_msg_id' | 'quote_msg' | null;
  /** What a member's leaving is called; sources disagree. */
  leaveEvent: 'user_out_group' | 'user_leave_group';
  /** Whether the account's own messages come back as events. */
  echoes: boolean;
  /** `hmac` is what several programs wrongly expect. */
  signature: 'right' | 'without-prefix' | 'wrong' | 'missing' | 'hmac';
  /** `spaced` writes a body that loses its signature when it is parsed and written again. */
  rawBody: 'compact' | 'spaced';
  /** Pauses before an event is posted again. */
  retriesMs: number[];
  answerLimitMs: number;
  outOfOrder: boolean;
  /** Keys nobody documented, put into every event and its message. */
  extra: { event?: Record<string, unknown>; message?: Record<string, unknown> };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const DEFAULT_BEHAVIOUR: Behaviour = {
  tokenErrorStatus: 200,
  oauthErrorStatus: 200,
  expiresInType: 'string',
  accessTtlMs: 25 * HOUR,
  refreshTtlMs: 90 * 24 * HOUR,
  refreshEndsAccess: false,
  packageHasGroups: true,
  groupList: 'object',
  pageLimit: 50,
  pageOver: 'refused',
  textLimit: 2_000,
  privateWindowMs: 7 * 24 * HOUR,
  windowError: -230,
  profilesOpen: true,
  quoteField: 'quote_msg_id',
  leaveEvent: 'user_out_group',
  echoes: true,
  signature: 'right',
  rawBody: 'compact',
  retriesMs: [MINUTE / 2, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR],
  answerLimitMs: 2_000,
  outOfOrder: false,
  extra: {},
};
