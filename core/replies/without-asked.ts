import { readReply, type Status } from '../reading/read-reply.js';
import { foldText } from '../text/fold.js';

interface Heard {
  status: Status | null;
  difficulty: string | null;
  note: string;
}

// `thiếu người nên mai em báo`, `chưa có vì thiếu người`: what keeps the unit from telling.
const BECAUSE = /(?:^|[ ,.])(?:vi|do|boi|tai|because|since) *$/;
const THEREFORE = /^[ ,]*(?:nen|cho nen|so)(?![a-z])/;
const NEGATES = /^(?:chua|khong|not|no)?$/;
const HOW_MUCH = / (?:nhieu|het|qua|lam|tron)$/;

/**
 * What was said to a request for figures about something bad: to `Số bàn ghế hỏng` the words `hỏng 5 bộ` are what was asked
 * for, and nothing that hinders the unit.
 */
export function withoutAsked<T extends Heard>(said: T, title: string): T {
  if (said.difficulty === null) return said;
  const named = said.difficulty.split('; ');
  const left = named.filter((difficulty) => isReason(difficulty, said.note) || !isAsked(difficulty, title));
  if (left.length === named.length) return said;
  const isFree = left.length === 0 && said.status === 'blocked';
  return {
    ...said,
    difficulty: left.length === 0 ? null : left.join('; '),
    status: isFree ? null : said.status,
  };
}

function isAsked(difficulty: string, title: string): boolean {
  const about = foldText(title);
  const decided = readReply(difficulty).evidence.map((words) => foldText(words).replace(HOW_MUCH, ''));
  return decided.some((words) => !NEGATES.test(words) && about.includes(words));
}

function isReason(difficulty: string, note: string): boolean {
  const [before, ...after] = foldText(note).split(foldText(difficulty));
  return BECAUSE.test(before!) || THEREFORE.test(after[0] ?? '');
}
