/** What a *collect* directive asks for. */
export type AnswerSpec =
  | { type: 'number'; unit?: string; min?: number; max?: number }
  | { type: 'ratio'; total?: number }
  | { type: 'choice'; choices: string[] }
  | { type: 'text' };

/** What was answered. */
export type AnswerValue =
  | { type: 'number'; number: number }
  | { type: 'ratio'; done: number; total: number }
  | { type: 'choice'; choice: string }
  | { type: 'text'; text: string };

export type AnswerProblem = 'unreadable' | 'too-small' | 'too-large' | 'not-a-choice';
