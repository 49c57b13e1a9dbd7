import type { Db } from './db.js';

/** As channels/zalo-oa/token-store.ts asks for it; both are checked against each other where the channel is opened. */
interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresAt: Date;
  renewAt: Date;
  seed: string;
}

const epoch = new Date(0);

/** The tokens of one channel, for all processes. Each method is one statement that stands or falls as a whole. */
export function createTokenStore(db: Db, channel: string) {
  return {
    /** Null before the first save. */
    async load(): Promise<(Tokens & { version: number }) | null> {
      const row = await db.channelToken.findUnique({ where: { channel } });
      if (!row || row.version === 0) return null;
      const { accessToken, refreshToken, expiresAt, renewAt, seed, version } = row;
      return { accessToken, refreshToken, expiresAt, renewAt, seed, version };
    },
    /** The right to renew what was seen until `until`; who crashes with it holds nobody up for longer. */
    async claim(version: number, now: Date, until: Date): Promise<boolean> {
      if (version === 0) await db.channelToken.createMany({ data: [{ channel }], skipDuplicates: true });
      const { count } = await db.channelToken.updateMany({
        where: { channel, version, claimedUntil: { lte: now } },
        data: { claimedUntil: until },
      });
      return count === 1;
    },
    /** Both tokens in one statement, as the version after `version`; the claim ends with it. */
    async save(version: number, tokens: Tokens): Promise<boolean> {
      const { count } = await db.channelToken.updateMany({
        where: { channel, version },
        data: { ...tokens, version: version + 1, claimedUntil: epoch },
      });
      return count === 1;
    },
  };
}
