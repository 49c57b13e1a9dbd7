import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listen, readBody } from './wire.js';

export interface Received {
  headers: IncomingHttpHeaders;
  raw: Buffer;
  json: Record<string, unknown>;
}

/** A program behind a webhook; `answer` gives the status for the n-th post, or undefined to answer nothing. */
export async function startReceiver(answer: (count: number) => number | undefined = () => 200) {
  const got: Received[] = [];
  const http = createServer((req, res) => {
    void readBody(req).then((raw) => {
      got.push({
        headers: req.headers,
        raw,
        json: JSON.parse(raw.toString('utf8')) as Record<string, unknown>,
      });
      const status = answer(got.length);
      if (status !== undefined) res.writeHead(status).end();
    });
  });
  const { url, close } = await listen(http);
  /** Waits for so many posts. */
  const reach = async (count: number): Promise<Received[]> => {
    for (let tries = 0; got.length < count && tries < 300; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    if (got.length < count) throw new Error(`${got.length} posts came, not ${count}`);
    return got;
  };
  return { url: `${url}/hook`, got, reach, close };
}
