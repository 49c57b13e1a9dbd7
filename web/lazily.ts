import { Hono, type Context } from 'hono';

/** Routes whose code is loaded when they are first asked for: a process that only waits for replies needs none of it. */
export function lazily(path: string, load: () => Promise<Hono>): Hono {
  const app = new Hono();
  let loading: Promise<Hono> | undefined;
  const pass = async (c: Context): Promise<Response> => (await (loading ??= load())).fetch(c.req.raw, c.env);
  app.all(path, pass);
  app.all(`${path}/*`, pass);
  return app;
}
