/** A cell as RFC 4180 writes it. */
export const quoteCell = (words: string) =>
  /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
