import { createHash } from 'node:crypto';
import { isSame } from '../intake/is-same.js';
import { parseJson } from '../intake/parse-json.js';

export interface SignatureKeys {
  appId: string;
  /** The key on the account's webhook page, which is not the app's secret. */
  webhookSecret: string;
}

/**
 * Whether a body was signed by Zalo: plain SHA-256 (no HMAC) over app id, body as it came, the body's time and the key.
 * `mac=` before the digest may be left out.
 */
export function isSigned(header: string, body: string, keys: SignatureKeys): boolean {
  const given = header
    .trim()
    .replace(/^mac\s*=\s*/i, '')
    .toLowerCase();
  const timestamp = findTimestamp(body);
  return timestamp !== null && keys.webhookSecret !== '' && isSame(given, sign(body, timestamp, keys));
}

export function sign(body: string, timestamp: string, { appId, webhookSecret }: SignatureKeys): string {
  return createHash('sha256').update(`${appId}${body}${timestamp}${webhookSecret}`).digest('hex');
}

/** As it stands in the body: a number is signed with the digits it was written with. */
function findTimestamp(body: string): string | null {
  const { timestamp } = (parseJson(body) ?? {}) as { timestamp?: unknown };
  return typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : null;
}
