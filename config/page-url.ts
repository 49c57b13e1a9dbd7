import type { Settings } from './settings.js';

/** Where people reach the pages: PUBLIC_URL, else an address of this machine. Without a slash at its end. */
export function pageUrl(settings: Settings): string {
  return settings.PUBLIC_URL?.replace(/\/+$/, '') ?? localUrl(settings, settings.PORT);
}

/** Where this machine serves the pages. */
export function localUrl({ HOST }: Settings, port: number): string {
  if (HOST === '0.0.0.0' || HOST === '::') return `http://localhost:${port}`;
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`;
}

/** Whether browsers reach the pages over HTTPS: cookies may then be sent there only. */
export const isHttps = ({ PUBLIC_URL }: Settings): boolean => PUBLIC_URL?.startsWith('https:') ?? false;
