const hidden = '[hidden]';

/** Longest run of letters that may be quoted of what was sent. */
const sharedLimit = 10;

const quoteLimit = 160;

/** A bot's token as it stands in every path of the API, whoever's it is. */
const tokenInPath = /\/bot\d+(?::|%3a|%253a)[^/\s"'<>\\]+/gi;

/** Removes secrets from a text that others wrote, also as they look inside an address, twice encoded or in JSON. */
export function createRedact(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret !== '').flatMap(formsOf);
  const patterns = [...new Set(forms)]
    .sort((one, other) => other.length - one.length)
    .map((form) => new RegExp(escape(form), 'gi'));
  return (text) =>
    patterns
      .reduce((rest, pattern) => rest.replace(pattern, hidden), text)
      .replace(tokenInPath, `/bot${hidden}`);
}

/** The whole secret and its part behind the colon, which alone is enough to guess the rest. */
function formsOf(secret: string): string[] {
  const behind = secret.slice(secret.indexOf(':') + 1);
  const parts = behind.length >= 8 ? [secret, behind] : [secret];
  return parts.flatMap((part) => {
    const once = encodeURIComponent(part);
    return [part, once, encodeURIComponent(once), JSON.stringify(part).slice(1, -1), encodeURI(part)];
  });
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A description fit for a log: short, one line, '' when it repeats a part of what was `said`. */
export function quotable(description: unknown, said: string): string {
  if (typeof description !== 'string') return '';
  const short = description.replace(/[\u0000-\u001f]/g, ' ').slice(0, quoteLimit);
  for (let at = 0; at + sharedLimit <= short.length; at += 1)
    if (said.includes(short.slice(at, at + sharedLimit))) return '';
  return short.trim();
}
