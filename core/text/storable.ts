/** As JSON writes them: a NUL, and a half of a surrogate pair that stands alone. */
const escaped = /\\u0000|\\ud[89a-f]/;

/**
 * The same data with texts that the database accepts: without NUL, broken characters replaced. One message that cannot
 * be stored would hold up all that come behind it.
 */
export function makeStorable<T>(data: T): T {
  const json = JSON.stringify(data);
  return escaped.test(json) ? (mendAll(json) as T) : data;
}

/** The same data as JSON. */
export function storableJson(data: unknown): string {
  const json = JSON.stringify(data);
  return escaped.test(json) ? JSON.stringify(mendAll(json)) : json;
}

function mendAll(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? mend(value) : value));
}

/** Not every runtime type library knows `toWellFormed` yet; a round through UTF-8 does the same. */
function mend(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll('\0', '');
}
