/** What a button carries back: a short prefix that names the handler, then its parts. ASCII without colons, 64 bytes in all. */
export interface PressAction {
  prefix: string;
  parts: string[];
}

const form = /^[a-z]{1,8}(:[\w.-]{0,40}){0,6}$/;

/** Throws on what no button may carry: a bug of ours. */
export function encodeAction(prefix: string, ...parts: (string | number)[]): string {
  const text = [prefix, ...parts].join(':');
  if (!form.test(text) || text.length > 64) throw new Error(`not a button action: ${prefix}`);
  return text;
}

/** Null for what we never made: a forged button. */
export function decodeAction(text: string): PressAction | null {
  if (text.length > 64 || !form.test(text)) return null;
  const [prefix, ...parts] = text.split(':');
  return { prefix: prefix!, parts };
}

/** A part that must be a row's id; null for anything else. */
export function parseId(part: string | undefined): number | null {
  return part !== undefined && /^[1-9]\d{0,8}$/.test(part) ? Number(part) : null;
}
