export interface OaTokens {
  accessToken: string;
  /** Good for one refresh. */
  refreshToken: string;
  expiresAt: Date;
  /** When the next refresh is due, well before the end. */
  renewAt: Date;
  /** Fingerprint of the configured refresh token that this chain began with: a new one begins a new chain. */
  seed: string;
}

export interface StoredTokens extends OaTokens {
  /** One more with every save; the first is 1. */
  version: number;
}

/** Where the tokens of all processes live. Each method is one transaction. */
export interface TokenStore {
  /** Null before the first save. */
  load(): Promise<StoredTokens | null>;
  /**
   * Takes the right to refresh what was seen (`version`, 0 before the first save) until `until`. False when another
   * holds it at `now` or the version is no longer the stored one.
   */
  claim(version: number, now: Date, until: Date): Promise<boolean>;
  /** Writes both tokens as the version after `version` and ends the claim. False when that is not the stored one. */
  save(version: number, tokens: OaTokens): Promise<boolean>;
}
