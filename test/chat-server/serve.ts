import { createServer, type Server } from 'node:http';
import type { ControlHandler } from './control.js';
import { readBody, reply, type Wire } from './wire.js';

export interface Arrived extends Wire {
  /** Without the query. */
  path: string;
  query: string;
  body: Buffer;
}

export interface Serving {
  /** The people and settings of this server. */
  control: ControlHandler;
  /** Answers what a program asks. */
  route: (arrived: Arrived) => Promise<void> | void;
  /** After a bug of the server's own. */
  broken: (wire: Wire, error: unknown) => void;
}

/** The HTTP server of one platform: its control endpoints, and all else by `route`. */
export function serve({ control, route, broken }: Serving): Server {
  return createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, (req, res) => {
    const arrive = async () => {
      const body = await readBody(req);
      const [path = '', query = ''] = (req.url ?? '').split('?', 2);
      if (!path.startsWith('/control/')) return route({ req, res, path, query, body });
      const { status, json } = await control(path.slice(9), body);
      reply(res, status, json);
    };
    arrive().catch((error: unknown) => broken({ req, res }, error));
  });
}
