import type { Settings } from './settings.js';

/** Where people reach the pages: PUBLIC_URL, else an address of this machine. Without a slash at its end. */
export function pageUrl({ PUBLIC_URL, HOST, PORT }: Settings): string {
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/+$/, '');
  return `http://${HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST}:${PORT}`;
}

/** Whether browsers reach the pages over HTTPS: cookies may then be sent there only. */
export const isHttps = ({ PUBLIC_URL }: Settings): boolean => PUBLIC_URL?.startsWith('https:') ?? false;
