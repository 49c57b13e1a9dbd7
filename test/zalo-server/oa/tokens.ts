import { opaqueId } from '../../chat-server/opaque-id.js';
import type { Behaviour } from './behaviour.js';
import { OauthError } from './errors.js';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
}

/** Access tokens live some hours; a refresh token works once and gives a new pair. */
export class Tokens {
  /** Access tokens given out, with the time they end. */
  readonly #access = new Map<string, number>();
  readonly #refresh = new Map<string, { isUsed: boolean; endsAt: number }>();
  #lastNumber = 0;

  constructor(
    private readonly behaviour: () => Behaviour,
    private readonly now: () => number,
  ) {}

  /** A pair as from the page where the account's owner agrees. */
  grant(): TokenPair {
    const { accessTtlMs, refreshTtlMs } = this.behaviour();
    const pair = { accessToken: this.#secret('access'), refreshToken: this.#secret('refresh') };
    this.#access.set(pair.accessToken, this.now() + accessTtlMs);
    this.#refresh.set(pair.refreshToken, { isUsed: false, endsAt: this.now() + refreshTtlMs });
    return pair;
  }

  refresh(token: string): TokenPair {
    const known = this.#refresh.get(token);
    if (!known || known.isUsed || known.endsAt <= this.now())
      throw new OauthError(-14020, 'Invalid refresh token', 'Refresh token is invalid or has been used');
    known.isUsed = true;
    if (this.behaviour().refreshEndsAccess) this.#access.clear();
    return this.grant();
  }

  isValid(accessToken: string): boolean {
    return (this.#access.get(accessToken) ?? 0) > this.now();
  }

  /** Ends every access token at once, as a change of the account's password may. */
  expireAccess(): void {
    this.#access.clear();
  }

  #secret(kind: string): string {
    this.#lastNumber += 1;
    return `${kind}_${opaqueId(kind, this.#lastNumber)}${opaqueId(kind, 'more', this.#lastNumber)}`;
  }
}
