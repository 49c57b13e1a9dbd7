import type { AnswerProblem, AnswerValue } from '../answer.js';

/** What was answered, or why it was not taken. `isUnclear`: a figure of the kind is told, and nobody can say which one counts. */
export type ValueReading = { value: AnswerValue } | { problem: AnswerProblem; isUnclear?: true };
