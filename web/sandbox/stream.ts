import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Database } from '../../store/db.js';
import { listRevisions } from '../../store/sandbox-page.js';

/** How often an open page asks the database: another process may have sent. Below what people feel as a delay. */
const lookMs = 300;
/** Some browsers and proxies drop a stream that is silent for long. */
const heartbeatMs = 15_000;

/** Tells a page which chats changed: the revisions of all chats, whenever one of them rises. */
export function streamRevisions(c: Context, db: Database): Response {
  return streamSSE(c, async (stream) => {
    let last = '';
    let silentMs = 0;
    while (!stream.aborted && !stream.closed) {
      const data = JSON.stringify(await listRevisions(db));
      if (data !== last || silentMs >= heartbeatMs) {
        await stream.writeSSE({ event: 'revisions', data });
        last = data;
        silentMs = 0;
      }
      await stream.sleep(lookMs);
      silentMs += lookMs;
    }
  });
}
