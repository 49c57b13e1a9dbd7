import { foldedWords, type Part } from '../clause/part.js';
import { DENIALS, find, indexOf, isSettled, sense, tags, VERBS, type Sense } from '../clause/sense.js';

const OFFERS = tags('you', 'must');
const HARD = tags('stuck', 'trouble', 'lack');
const TELLS = tags('prep', 'hand');

const TOLD = tags('sayAfter', 'prep', 'hand');
const isNhe = (part: Part | undefined): boolean => /^(?:nhe|nha|nhen|nghe|voi)$/.test(foldedWords(part));

/** `có gì sai chị bảo em sửa`, `có vướng gì em báo chị sau`: what either side may say. */
export function judgeOffer(parts: readonly Part[]): Sense | null {
  const which = indexOf(parts, 'which');
  const self = indexOf(parts, 'self', which + 1);
  const isOurs = parts[0]?.tag === 'have' && which === 2 && self === 3 && TELLS.holds(parts[4]);
  if (which === 1 && find(parts, 'sayAfter', 2) && !isSettled(parts)) {
    // `có gì vướng em báo lại sau`, `có gì khó sẽ báo lại ạ`; `vướng gì em báo sau`
    if (HARD.holds(parts[2]) && parts[0]?.tag === 'have') return sense('ack', [parts[2]]);
    if (HARD.holds(parts[0])) return sense('none', []);
  }
  // `trường nào chưa có đường link thì nhắn mình nhé`: whoever it is, of others
  const isAnyone = which === 0 && parts[0]!.tokens.length > 1 && isNhe(parts.at(-1)) && !isSettled(parts);
  const tells = isAnyone ? indexOf(parts, TOLD, 1) : -1;
  if (tells > 0 && find(parts, 'self', tells)) return sense('none', []);
  const isTheirs = parts[which - 1]?.tag === 'have' && which <= 2 && find(parts, OFFERS, which) !== undefined;
  if (find(parts, DENIALS) || isSettled(parts)) return null;
  return isTheirs || isOurs ? sense(isOurs ? 'ack' : 'none', isOurs ? [parts[4]] : []) : null;
}

/** `bản phô tô chị cần thì em đưa thêm`, `chị chưa thấy thì em gửi lại`: only if the other side wishes it. */
export function judgeWish(parts: readonly Part[]): Sense | null {
  const then = indexOf(parts, 'then');
  const you = indexOf(parts, 'you', 0, Math.max(then, 0));
  if (you < 0 || then > you + 4 || find(parts, VERBS, you, then)) return null;
  const asksFor = /^(?:can|muon)$/.test(foldedWords(parts[you + 1])) || parts[you + 1]?.tag === 'notYet';
  return asksFor && !isSettled(parts) ? sense('none', []) : null;
}

/** `xin hỗ trợ ở đâu ạ` */
export function judgeRequest(parts: readonly Part[]): Sense {
  const asked = find(parts.slice(1, 2), 'ask');
  return asked ? sense('question', [asked]) : sense('none', parts.slice(0, 1));
}

const ASKS_FOR = tags('hand', 'work', 'draft');
const SMALL = tags('you', 'yes', 'particle', 'again');
const POLITE = /^(?:voi|nhe|nha|nhen|nghe|nghen|nhea|di|voi (?:a|nhe|nha)|(?:nhe|nha) (?:a|anh|chi))$/;

/** `chị gửi lại giúp em file đã duyệt với`: the other side is asked to do it. */
export function judgeFavour(parts: readonly Part[]): Sense | null {
  const favour = indexOf(parts, 'favour');
  const verb = indexOf(parts, ASKS_FOR, 0, Math.max(favour, 0));
  if (verb < 0 || find(parts, 'already')) return null;
  const isLed =
    find(parts, 'you', 0, verb) !== undefined &&
    parts.slice(0, favour).every((part, at) => at === verb || SMALL.holds(part));
  const ends = parts.slice(favour + 1).findLast((part) => foldedWords(part) !== 'a' && part.tag !== 'you');
  return isLed && ends && POLITE.test(foldedWords(ends)) ? sense('question', [parts[favour]]) : null;
}
