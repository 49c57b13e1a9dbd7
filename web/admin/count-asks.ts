import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts what each of many asks in a minute. The function takes one more; it returns the seconds to wait, null for none. */
export function countAsks(aMinute: number): (key: string) => Promise<number | null> {
  const limiter = new RateLimiterMemory({ points: aMinute, duration: 60 });
  return (key) =>
    limiter.consume(key).then(
      () => null,
      (error: unknown) => {
        if (error instanceof RateLimiterRes) return Math.ceil(error.msBeforeNext / 1000);
        throw error;
      },
    );
}
