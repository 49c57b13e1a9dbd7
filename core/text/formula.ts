/** What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection */
const formula = /^[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'+[\s\u0000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Words that a spreadsheet would run as a formula get an apostrophe before them; so do those that look guarded already. */
export const neutralise = (words: string) =>
  formula.test(words) || guarded.test(words) ? `'${words}` : words;

/** The words as they were before. */
export const strip = (words: string) => (guarded.test(words) ? words.slice(1) : words);
