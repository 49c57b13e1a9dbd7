import type { AnswerProblem, AnswerValue } from '../answer.js';

/** What was answered, or why it was not taken. */
export type ValueReading = { value: AnswerValue } | { problem: AnswerProblem };
