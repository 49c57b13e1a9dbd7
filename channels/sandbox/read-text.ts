export interface ReadText {
  /** Our name taken off, as in a mention or behind a command. */
  text: string;
  /** A command for us, `#12 …` or a mention of us. */
  isForUs: boolean;
}

/** What the bot would hear of a group's message; the same rules as on the real platforms (privacy mode). */
export function readText(raw: string, name: string): ReadText {
  const command = /^\s*\/(\w{1,64})(?:@(\w+))?(?=\s|$)/.exec(raw);
  if (command) {
    const [typed, verb = '', target] = command;
    if (target && target.toLowerCase() !== name.toLowerCase()) return { text: raw.trim(), isForUs: false };
    return { text: `/${verb}${raw.slice(typed.length)}`.trim(), isForUs: true };
  }
  const text = raw.replace(new RegExp(`[ \\t]*(?<![\\w@./])@${name}(?!\\w)[ \\t]*`, 'gi'), ' ');
  const isMentioned = text !== raw;
  const bare = isMentioned ? text.trim().replace(/^[,:]\s*/, '') : text.trim();
  return { text: bare, isForUs: isMentioned || /^#\d/.test(bare) };
}
