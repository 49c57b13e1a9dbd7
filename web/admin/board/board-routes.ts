import { Hono, type Context } from 'hono';
import { isAllowedSomewhere } from '../../../core/authorise.js';
import type { Runtime } from '../../../config/runtime.js';
import { boardPath } from './board-path.js';
import { findVisit } from '../visit.js';

/**
 * The queues job by job, to look at: what stands in them is names and ids, and what is to happen stands in the ledger. For
 * those alone who run the system. It is a page of its own library, which is loaded when it is asked for.
 */
export function boardRoutes(runtime: Runtime): Hono {
  const app = new Hono();
  let opening: Promise<Hono> | undefined;
  const show = async (c: Context): Promise<Response> => {
    const found = await findVisit(c, runtime);
    if (!found) return c.redirect('/admin/sign-in', 303);
    // Whoever may not sees what they see at any other address that is not theirs.
    if (!isAllowedSomewhere(found.visit.speaker.roles, 'operate'))
      return c.redirect('/admin/operations', 303);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('Only to look at.', 405);
    opening ??= import('./open-board.js').then(({ openBoard }) => openBoard(runtime));
    return (await opening).fetch(c.req.raw, c.env);
  };
  app.all(boardPath, show);
  app.all(`${boardPath}/*`, show);
  return app;
}
