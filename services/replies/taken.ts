import type { Attachment } from '../../core/message.js';
import type { AnswerState } from '../../core/replies/answer-state.js';
import type { Said } from '../../core/replies/said.js';
import type { TimeSpan } from '../../core/replies/time-span.js';
import type { AnswerTarget } from '../../store/answers.js';
import type { ReplySource } from '../../store/replies.js';

/** A target that exists for the unit: only such take replies. */
export type OpenTarget = AnswerTarget & { assignmentId: number; unitId: number; unitCode: string };

/** What somebody said about one directive. */
export interface Statement {
  /** As it was written, the whole message. */
  raw: string;
  /** The part that is about this directive. */
  words: string;
  source: ReplySource;
  messageId: string;
  attachments: Attachment[];
  at: Date;
}

/**
 * What became of a statement: `answered`; `asked` back with buttons; `kept` unread, because a question is still open;
 * `filed`: a picture without words that belongs to the answer before it; `aside`: an answer of somebody who is not asked.
 */
export interface Taken {
  target: OpenTarget;
  replyId: number;
  said: Said;
  next: AnswerState;
  outcome: 'answered' | 'asked' | 'kept' | 'passed' | 'filed' | 'aside';
  /** What became of a request for more time, as a line for the unit; null when none was made. */
  asked: string | null;
  /** Set when this is the first answer after the deadline. */
  lateBy: TimeSpan | null;
  /** How many have answered, where several must; null else. */
  share: string | null;
}
