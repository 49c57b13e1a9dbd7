import { readQuorum } from '../quorum/read-quorum.js';
import type { Quorum } from '../quorum/quorum.js';
import type { Terms } from '../terms.js';

/** Terms as they were said: what is not named stays as it is. */
export interface TermsSaid {
  acceptance?: boolean;
  /** Null: anyone answers. */
  quorum?: Quorum | null;
  /** 0: the issuer decides each request. */
  moreTimeDays?: number;
  /** What was meant as a term and can't be read. */
  wrong?: string;
}

const refusal = String.raw`(?:không|khong|no|without)\s+`;
const wish = String.raw`(?:cần|can|có|co|phải|phai|needs?|with)\s+`;
const word = String.raw`(?:nghiệm\s+thu|nghiem\s+thu|acceptance)`;
const accepting = new RegExp(String.raw`(^|[\s,;])(${refusal})?(?:${wish})?${word}(?=$|[\s,;.])`, 'iu');
/** A title may begin with the same word: a line of its own says more than it. */
const acceptingAlone = new RegExp(String.raw`^(?:(${refusal})(?:${wish})?|${wish})${word}[.!]?$`, 'iu');

/** `tự gia hạn 2 ngày`, `không tự gia hạn`: which requests for more time are granted by themselves. */
const extending = String.raw`(?:tự\s+gia\s+hạn|tu\s+gia\s+han|auto[- ]?extend)`;
const atMost = String.raw`(?:tối\s+đa\s+|toi\s+da\s+|up\s+to\s+)?`;
const grants = String.raw`(?:(${refusal})${extending}|${extending}\s*:?\s*${atMost}(\d{1,2})\s*(?:ngày|ngay|days?))`;
const granting = new RegExp(String.raw`(?:^|[\s,;])${grants}(?=$|[\s,;.])`, 'iu');
const grantingAlone = new RegExp(String.raw`^${grants}[.!]?$`, 'iu');

const answering = String.raw`(?:người\s+trả\s+lời|nguoi\s+tra\s+loi|answer(?:ed)?\s+by)\s*:?\s+`;
const shortly = String.raw`(?:trả\s+lời|tra\s+loi)\s*:\s*`;
/** What else may stand in a first line behind the persons. */
const others = String.raw`(?:hạn|han|due|deadline|nhắc|nhac|remind|khẩn|khan|urgent|(?:${refusal})?(?:(?:${wish})?${word}|${extending}))(?=[\s:]|$)`;
const answerers = new RegExp(
  String.raw`(?:^|[\s,;])(?:${answering}|${shortly})(.+?)(?=[\s,;]+${others}|$)`,
  'iu',
);
const answerersAlone = new RegExp(String.raw`^${answering}(.+)$`, 'iu');

/**
 * Takes the terms out of the first line, wherever they stand there: `nghiệm thu` or `không nghiệm thu`, `người trả lời: phụ trách`.
 * `tự gia hạn 2 ngày`. English alike: `acceptance`, `answer by: lead`, `auto-extend 2 days`.
 */
export function takeTermsWords(line: string): { rest: string; said: TermsSaid } {
  const text = line.normalize('NFC');
  const byWhom = answerers.exec(text);
  const behind = byWhom ? cut(text, byWhom) : text;
  const granted = granting.exec(behind);
  const left = granted ? cut(behind, granted) : behind;
  const accepted = accepting.exec(left);
  if (!byWhom && !accepted && !granted) return { rest: line, said: {} };
  return {
    rest: (accepted ? cut(left, accepted) : left).trim(),
    said: {
      ...(byWhom ? sayQuorum(byWhom[1]!) : {}),
      ...(accepted ? { acceptance: accepted[2] === undefined } : {}),
      ...(granted ? sayGranted(granted) : {}),
    },
  };
}

/** A line such as `cần nghiệm thu` or `người trả lời: 2 trong @binh, @chi, @dung`. Null for any other. */
export function readTermsLine(line: string): TermsSaid | null {
  const text = line.normalize('NFC').trim();
  const accepted = acceptingAlone.exec(text);
  if (accepted) return { acceptance: accepted[1] === undefined };
  const granted = grantingAlone.exec(text);
  if (granted) return sayGranted(granted);
  const byWhom = answerersAlone.exec(text);
  return byWhom ? sayQuorum(byWhom[1]!) : null;
}

/** The terms after something was said about them. */
export function changeTerms(before: Terms, said: TermsSaid): Terms {
  const { acceptance: _, quorum: __, ...rest } = before;
  const granted = said.moreTimeDays === undefined ? {} : { moreTimeDays: said.moreTimeDays };
  const acceptance = said.acceptance ?? before.acceptance === true;
  const quorum = said.quorum === undefined ? before.quorum : (said.quorum ?? undefined);
  return { ...rest, ...granted, ...(acceptance ? { acceptance } : {}), ...(quorum ? { quorum } : {}) };
}

function sayQuorum(words: string): TermsSaid {
  const reading = readQuorum(words);
  return 'wrong' in reading ? { wrong: reading.wrong } : { quorum: reading.quorum };
}

const sayGranted = ([, isRefused, days]: RegExpExecArray): TermsSaid => ({
  moreTimeDays: isRefused === undefined ? Number(days) : 0,
});

const cut = (text: string, found: RegExpExecArray) =>
  `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
