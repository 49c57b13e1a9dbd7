import { foldedWords, type Part } from '../clause/part.js';
import { isVerb } from '../clause/sense.js';

const GOES_TO =
  /^(?:sent|uploaded|delivered|submitted|emailed|mailed|posted|shipped|handed|moved|transferred|returned|given|forwarded)/;
const DETERMINERS = /^(?:the|our|your|their|his|her|all|every|each|everyone|ms|mr|mrs|dr)$/;

/** Whether an English `to` leads to who has it: `uploaded to the folder`, `scanned and emailed to legal`. */
export function isSentTo(to: Part, before: Part, [next]: readonly Part[]): boolean {
  if (foldedWords(to) !== 'to' || next === undefined) return false;
  // `sent the figures to the finance desk`
  if (DETERMINERS.test(next.tokens[0]!.fold)) return true;
  return before.tag === 'complete' && GOES_TO.test(before.tokens[0]!.fold) && !isVerb(next);
}
