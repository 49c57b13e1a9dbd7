/** Turns a text's key and values into words of one language: locales/texts.ts Translate, handed in from outside. */
export type Say = (key: string, values?: Record<string, string | number>) => string;
