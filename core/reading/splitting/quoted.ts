import { foldText } from '../../text/fold.js';

const QUOTED = /["“”]([^"“”\n]{2,40})["“”]/g;
const SAYS_DONE = /xong|hoan thanh|hoan tat|done|complete|finished/;
const leastBeside = 8;

/** The text with what it quotes of being done left blank: `"Đã hoàn thành" là ghi vào cột nào?` says nothing of the work. */
export function blankQuoted(text: string): string {
  if (!/["“”]/.test(text)) return text;
  return text.replace(QUOTED, (quoted, said: string) =>
    SAYS_DONE.test(foldText(said)) && text.length - quoted.length >= leastBeside
      ? ' '.repeat(quoted.length)
      : quoted,
  );
}
