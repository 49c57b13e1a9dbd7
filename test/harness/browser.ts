import type { Runtime } from '../../config/runtime.js';
import { createWebApp } from '../../web/server.js';

/** A browser without script: keeps cookies, sends forms as one does, follows nothing by itself. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form; `headers` take the place of those a browser sends from a page of ours. */
  post(
    path: string,
    form: Record<string, string> | [string, string][] | FormData,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** What the page says after an answer to a form: its notice, or all of it where there is none. */
  notice(answer: Answer): Promise<string>;
  /** Opens what the bot's link leads to and presses the button there. */
  signIn(link: string): Promise<Answer>;
  readonly cookies: Map<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** The whole page. */
  html: string;
  /** Where it sends the browser; null when it doesn't. */
  to: string | null;
}

const host = 'localhost:3000';

export function openBrowser(runtime: Runtime): Browser {
  const web = createWebApp(runtime, async () => undefined);
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { host, ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const incoming = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    const response = await web.request(path, { ...init, headers }, incoming);
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return {
      status: response.status,
      headers: response.headers,
      html: await response.text(),
      to: response.headers.get('location'),
    };
  };
  const self: Browser = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, form, headers = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }) =>
      send(path, {
        method: 'POST',
        body: form instanceof FormData ? form : new URLSearchParams(form),
        headers,
      }),
    async notice({ to, html }) {
      const shown = to === null ? html : (await self.get(to)).html;
      return /<p class="notice[^>]*>([^<]*)/.exec(shown)?.[1] ?? shown;
    },
    async signIn(link) {
      const { pathname, search, searchParams } = new URL(link);
      await self.get(`${pathname}${search}`);
      return self.post(pathname, { key: searchParams.get('key') ?? '' });
    },
  };
  return self;
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}
