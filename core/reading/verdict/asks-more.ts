import { foldedWords } from '../clause/part.js';
import { find, LIGHT } from '../clause/sense.js';
import type { Statement } from './statement.js';

/** Whether a question beside what is done shows that more of it is open, or whose it was. */
export const asksMore = (said: readonly Statement[]): boolean =>
  said.some((one) => asksForTheRest(one) || asksOfOwn(one) || asksIfMeant(one));

const POINTS = /^(?:cai|ban|file|loai|mau|do|day|nay|vay|kia|la|khong|phai|khong phai|hong|ko)$/;

/** `hợp đồng năm 2022 em đã gửi, có phải cái đó không ạ?`: whether that is what was meant. */
const asksIfMeant = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  meaning === 'question' &&
  /^(?:co phai|phai)$/.test(foldedWords(parts[0])) &&
  parts.length > 1 &&
  parts.every((part, at) => at === 0 || LIGHT.holds(part) || POINTS.test(foldedWords(part)));

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
