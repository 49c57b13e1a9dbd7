/** An error of the account's API: a negative number in `error`. Texts and the numbers marked so are guesses. */
export class OaError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export const invalidToken = (): OaError => new OaError(-216, 'Access token is invalid');
export const noGroups = (): OaError => new OaError(-224, 'The OA package does not have this feature');
export const groupDisabled = (): OaError => new OaError(-237, 'The group is disabled');
export const invalidGroup = (): OaError => new OaError(-201, 'Invalid group');
export const windowClosed = (code: number): OaError =>
  new OaError(code, 'User has not interacted with the OA in the past 7 days');
export const restricted = (): OaError =>
  new OaError(-244, 'User has restricted this message type from your OA');
export const noPermission = (): OaError => new OaError(-223, 'The OA has not authorized this API');
/** A guess. */
export const invalidParams = (what: string): OaError => new OaError(-201, `${what} is invalid`);
/** A guess. */
export const tooManyRequests = (): OaError => new OaError(-32, 'Request limit exceeded');

/** A refusal of the token endpoint; every number but that of a token used before is a guess. */
export class OauthError extends Error {
  constructor(
    readonly code: number,
    readonly title: string,
    description: string,
  ) {
    super(description);
  }
}
