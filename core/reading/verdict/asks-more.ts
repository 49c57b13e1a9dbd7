import { find, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const SAYS_DONE = tags('complete', 'already', 'past', 'self');

/** `chị gửi lại giúp em file với, file cũ mở ra trắng hết`: why it is asked for. */
const isWhyAsked = (said: readonly Statement[]): boolean =>
  said.some(({ sense }) => sense.meaning === 'question' && sense.decided[0]?.tag === 'favour') &&
  said.every(({ clause, sense }) => sense.meaning !== 'done' || !find(clause.parts, SAYS_DONE));

/** Whether a question beside what is done shows that more of it is open, or whose it was. */
export const asksMore = (said: readonly Statement[]): boolean =>
  isWhyAsked(said) || said.some((one) => asksForTheRest(one) || asksOfOwn(one));

/** `thôn 2 nộp rồi, không biết thôn em thế nào`, `bên kia nộp rồi, bên mình thì em không rõ` */
const asksOfOwn = ({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean =>
  meaning === 'question' &&
  decided.length > 0 &&
  parts.some(
    ({ tag, tokens }, at) =>
      tag === 'self' &&
      tokens.length > 1 &&
      (parts[at - 1] === decided[0] || (parts[at + 1]?.tag === 'then' && decided[0]!.tag === 'ask')),
  );

/** `quý I 100% rồi, còn quý II tính sao ạ?`; `còn gì nữa không` asks for more. */
const asksForTheRest = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  meaning === 'question' &&
  parts[0]?.tag === 'left' &&
  parts[1]?.tag !== 'which' &&
  !(find(parts, 'which') && find(parts, 'more'));
