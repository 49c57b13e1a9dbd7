import { Redis } from 'ioredis';

/** What Redis says at more length, by the word it begins with. */
const refusals: Record<string, string> = {
  NOAUTH: 'it wants a password',
  WRONGPASS: 'the user or the password is wrong',
};
const advice = 'correct REDIS_URL, or unset it to keep the queue in the database.';

/**
 * Connects to Redis. Throws a sentence for the operator. What Redis refuses (a password, a database it does not have)
 * ioredis only mentions, and goes on in another database than the one that was meant.
 */
export async function openRedis(
  url: string,
  onError: (error: NodeJS.ErrnoException) => void,
): Promise<Redis> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: 5_000 });
  let refusal = '';
  const note = (error: Error) => {
    if (error.name === 'ReplyError') refusal ||= refusals[error.message.split(' ')[0] ?? ''] ?? error.message;
  };
  redis.on('error', note);
  redis.on('error', onError);
  await redis
    .connect()
    .then(() => redis.ping()) // only what is asked tells that a password is missing
    .catch(note);
  redis.off('error', note);
  if (redis.status === 'ready' && !refusal) return redis;
  redis.disconnect();
  throw new Error(
    refusal
      ? `Redis refuses what REDIS_URL says (${refusal}): ${advice}`
      : `Redis does not answer: start it, ${advice}`,
  );
}
