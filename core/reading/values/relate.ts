import type { Token } from '../../text/tokens.js';
import { isAgainst } from './against.js';
import { HEAD, STATES, type Asked } from './asked.js';
import type { Figure } from './figure.js';
import type { Answer } from './answer.js';
import { leadOf } from './lead.js';
import { isSameWord } from './phrase-list.js';

/** A figure, and how it stands to what is asked for. */
export interface Related {
  figure: Figure;
  /** How many words of the title stand around it; what the title asks of the things (`hỏng`) counts twice. */
  weight: number;
  /** The words of the title that stand around it. */
  told: ReadonlySet<string>;
  hasState: boolean;
  /** It tells what the title asks of the things, or the title asks nothing of them. */
  isNamed: boolean;
  isWhole: boolean;
  /** The words of the title that stand before it, without the thing itself. */
  toldBefore: readonly string[];
  /** Every word before it is known: of the title, of talk, or a relation. */
  isClear: boolean;
}

/** In the unit that is asked for. */
export interface Candidate extends Related {
  number: number;
}

const CONTAINERS = /^(?:hop|thung|bao|goi|can|chai|lo|ket|vi|bich|tui|pallet)$/;

const ADDRESSED = /^(?:em|chau|be|co|thay|ban|bac)$/;

/** Whether the word behind a figure names another kind of thing. */
export function isOfOtherKind(answer: Answer, figure: Figure, asked: Asked): boolean {
  const { kinds, to } = figure;
  const { tokens } = answer;
  if (
    asked.isMoney &&
    (figure.measure !== null || ADDRESSED.test(tokens[to]?.fold ?? '') || isScaled(answer, figure))
  )
    return false;
  // `85 bộ` of what no table has
  const isHeadTold = answer.figures.some((other) => other.kinds.has(HEAD));
  if (asked.head && !isHeadTold && ['bộ', 'mã'].some((kind) => kinds.has(kind))) return false;
  if (kinds.size > 0 && asked.kinds.size > 0 && ![...kinds].some((kind) => asked.kinds.has(kind)))
    return true;
  // `600 cái` where boxes are asked for
  if (
    CONTAINERS.test(asked.unit) &&
    /^(?:cai|chiec|con)$/.test(tokens[to]?.raw.normalize('NFD').replace(/\p{M}/gu, '') ?? '')
  )
    return true;
  // `3 đội, mỗi đội 8 người`
  const isOfPlaces = answer.tags[to]?.includes('place') && !asked.thingWords.has(tokens[to]!.key);
  if (asked.kinds.size > 0 && kinds.size === 0 && isOfPlaces) return true;
  if (asked.measure !== null && figure.measure === null)
    return (
      isMeasuredElse(answer, figure, asked) ||
      kinds.size > 0 ||
      (figure.after[0] === to && !isKnown(answer, to, asked))
    );
  return (
    asked.measure === null && asked.kinds.size === 0 && asked.unit !== '' && !isOfUnit(answer, figure, asked)
  );
}

/** `50 con` where their weight is asked for, `18,6/24 tỷ, đạt 77,5%` where the share is. */
const isMeasuredElse = ({ figures, things }: Answer, { to }: Figure, { measure, isMoney }: Asked): boolean =>
  !isMoney &&
  (things.get(to)?.tags.every((tag) => tag === '') === true ||
    (measure!.of === 'share' && figures.some((other) => other.measure?.of === 'share')));

/** `67 cây quạt` where fans are asked for; nothing behind it is as well. */
const isOfUnit = ({ tokens }: Answer, { to, after }: Figure, { unit }: Asked): boolean =>
  after[0] !== to ||
  unit.split(' ').some((word) => after.slice(0, 3).some((at) => tokens[at]!.fold === word)) ||
  tokens[to]!.fold.length < 2 ||
  /^(?:em|anh|chi|nha|nhe|thoi|roi)$/.test(tokens[to]!.fold);

/** Whether the words behind a figure name another sort of the thing. */
export function isOfOtherSort(answer: Answer, figure: Figure, asked: Asked): boolean {
  const { tokens, things, names } = answer;
  const { to } = figure;
  // `76/81 hộ kinh doanh` tells of all.
  if (asked.isMoney || figure.outOf !== null || asked.telling.length === 0) return false;
  // `3 bình rỗng`, `40 thùng nước`, `5 hộ chuyển đi`: a word that the title does not have.
  const noun = figure.measure ? to : things.get(to)?.to;
  const start = noun ?? nounlessAt(answer, figure, asked);
  if (start === undefined || figure.sign === '=' || !figure.after.includes(start)) return false;
  if (/s$|^(?:people|staff|elderly|children|person|men|women)$/i.test(tokens[start - 1]!.raw)) return false;
  for (const at of figure.after.slice(figure.after.indexOf(start))) {
    const { fold } = tokens[at]!;
    if (LINKS.test(fold) || things.has(at) || names.has(at)) return false;
    if (TRANSPARENT.test(fold)) continue;
    const word = asked.title.tokens.findIndex((each) => isSameWord(tokens[at]!, each, answer));
    if (word >= 0 && answer.tags[at]!.length > 0) return false;
    if (word < 0) return answer.tags[at]!.length === 0 && !isProper(answer, at);
    // `5 trạm bơm đều an toàn`: the second word is of the name.
    const isOfName = isSameWord(tokens[at - 1]!, asked.title.tokens[word - 1] ?? tokens[at]!, answer);
    if (!isOfName && !asked.thingWords.has(asked.title.tokens[word]!.key)) return false;
  }
  return false;
}

/** `12 hẹn lại`, of which the first word is no noun: more follows. */
function nounlessAt({ tokens }: Answer, { to, after, relations }: Figure, asked: Asked): number | undefined {
  const isPlural = [to, to + 1].some((at) => /^[a-z]{3,}s$/i.test(tokens[at]?.raw ?? ''));
  const isNoun = after.length < 2 || isPlural || /^[^aeiouy]+$/i.test(tokens[to]?.raw.normalize('NFD') ?? '');
  const isMet = [...asked.states].some((state) => relations.has(state));
  return asked.kinds.size === 0 || isNoun || isMet || after[0] !== to ? undefined : to;
}

/** What leads to where, when, why or to whom, or ends a clause. */
const LINKS =
  /^(?:a|ah|ak|hi|ha|c|e|em|co|ca|o|do|doi|vi|tu|de|la|ma|va|bi|of|in|at|on|by|to|di|an|r|x|dc|chia|tai|thuoc|cua|cho|trong|ngoai|doc|doan|ven|canh|quanh|giua|luc|hom|ngay|sang|den|toi|theo|nhu|nen|voi|qua|from|for|anh|chi|oi|thay|sep|bac|chu|nhe|nha|nhen|nghen|nghe|thoi|roi|luon|day|het|tat|chan|tron|nay|kia|nua|moi|minh|dung)$/;

/** `đang gửi bảo hành`, `đều an toàn`: what follows tells. */
const TRANSPARENT = /^(?:dang|deu|cung|duoc|van|lan|ruoi)$/;

/** `5tr` */
const isScaled = ({ tokens }: Answer, { from, to }: Figure): boolean =>
  to > from + 1 || /\.\d{3}\.\d{3}/.test(tokens[from]!.raw);

/** A known word or a name. */
export const isPlainAt = (answer: Answer, at: number, asked: Asked): boolean =>
  answer.doers[at]!.length > 0 || isKnown(answer, at, asked) || isProper(answer, at);

/** A word of the title, of talk, or one that tells how a figure stands. */
export function isKnown(answer: Answer, at: number, asked: Asked): boolean {
  const token = answer.tokens[at]!;
  // `chi 600k`: spent, or to whom it is said.
  if (asked.isMoney && token.raw === 'chi' && answer.tags[at]!.length === 0)
    return asked.words.has('chi') || /^(?:gui|bao|thua)$/.test(answer.tokens[at - 1]?.fold ?? '');
  return (
    [...answer.things].some(
      ([from, place]) => from <= at && at < place.to && place.tags.some((tag) => asked.kinds.has(tag)),
    ) ||
    answer.tags[at]!.length > 0 ||
    answer.talk[at]!.length > 0 ||
    isNameWord(answer, at) ||
    answer.slips[at]!.length > 0 ||
    isInitials(token.raw, asked) ||
    asked.title.tokens.some((word) => isSameWord(token, word, answer))
  );
}

/** `dt` of `Doanh thu` */
const isInitials = (raw: string, { title }: Asked): boolean => {
  const initials = title.tokens.map(({ kind, fold }) => (kind === 'word' ? fold[0] : ' ')).join('');
  return raw.length > 1 && raw.length < 5 && initials.includes(raw.toLowerCase());
};

/** `Tỉnh lộ` of `Tỉnh lộ 152` */
const isNameWord = ({ names, tokens }: Answer, at: number): boolean =>
  [...names].some(
    ([from, { to }]) => from <= at && at < to && /^(?:number|ratio)$/.test(tokens[to]?.kind ?? ''),
  );

/** What is known of a figure in the unit that is asked for. */
export function relate(answer: Answer, figure: Figure, asked: Asked): Related {
  const around = [...figure.before, ...figure.after.slice(0, 4)];
  const told = asked.telling.filter((word) =>
    around.some((at) => isSameWord(answer.tokens[at]!, word, answer)),
  );
  const states = STATES.filter((tag) => asked.states.has(tag));
  const met = states.filter((tag) => figure.relations.has(tag));
  const own = [...asked.relations].filter((tag) => figure.relations.has(tag));
  return {
    figure,
    told: new Set(told.map(({ key }) => key)),
    toldBefore: told
      .filter((word) => figure.before.some((at) => isSameWord(answer.tokens[at]!, word, answer)))
      .map(({ key }) => key),
    weight:
      new Set(told.map(({ key }) => key)).size +
      own.length +
      (told.some((word) => word === asked.main) ? 2 : 0),
    hasState:
      met.length > 0 ||
      (asked.relations.has('joined') && ['joined', 'present'].some((tag) => figure.relations.has(tag))),
    isNamed: states.length === 0 || met.length > 0,
    isWhole: (figure.relations.has('whole') && !asked.relations.has('whole')) || figure.sign === '=',
    isClear:
      (met.length > 0 && told.length > 1) ||
      (asked.words.size === 0 && answer.tokens[figure.from - 1]?.raw === ':') ||
      leadOf(answer, figure, asked).every((at) => isKnown(answer, at, asked) || isProper(answer, at)) ||
      isSole(answer, figure, asked, told),
  };
}

/** `hôm nay bếp nấu 205 suất`: the only figure, of the very thing that is all the title names, and every word before it is known. */
function isSole(answer: Answer, figure: Figure, asked: Asked, told: readonly Token[]): boolean {
  const isThing = [...figure.kinds].some((kind) => asked.kinds.has(kind));
  const isMeasured = asked.isMoney
    ? isScaled(answer, figure)
    : figure.measure !== null && figure.measure.of === asked.measure?.of;
  const isTold = (word: Token) => told.some(({ key }) => key === word.key);
  const isPlain = leadOf(answer, figure, asked).every((at) => isPlainAt(answer, at, asked));
  const isAll = asked.telling.every((word) => asked.plainWords.has(word.key) || isTold(word));
  const isOnly = answer.figures.every(
    (other) => other === figure || isAgainst(answer, other, asked) || isOfOtherKind(answer, other, asked),
  );
  return isOnly && (isThing || isMeasured) && isAll && isPlain;
}

/** `shop Nguyễn Trãi`, `Le Loi`, `TYT`: a name behind the first word, of two words or in capitals. */
const isProper = ({ tokens }: Answer, at: number): boolean => {
  const isCapital = (place: number) => /^\p{Lu}/u.test(tokens[place]?.raw ?? '');
  if (/^\p{Lu}+$/u.test(tokens[at]!.raw)) return true;
  return at > 0 && isCapital(at) && (tokens[at - 1]!.kind === 'word' || isCapital(at + 1));
};
