import { UserError } from '../../core/errors.js';
import { closeDialogue } from '../../store/dialogues.js';
import { accept, giveBack } from '../../services/acceptance/decide.js';
import { getAwaited, type Awaited } from '../../services/acceptance/find-awaited.js';
import { answer, type Context } from '../context.js';
import { shorten } from '../../services/replies/words.js';
import { askStep } from './ask-step.js';
import type { Dialogue } from './dialogue.js';

const kind = 'acceptance';
const longestWord = 500;

interface Data {
  id: number;
  /** Words that may mean either. */
  word?: string;
  options: string[];
}

/** Asks with which word a unit's work is given back. */
export async function askWord(ctx: Context, request: Awaited): Promise<void> {
  const { t } = ctx;
  const { number } = request.directive;
  const options = [t('acceptance.option.proof'), t('acceptance.option.incomplete')];
  const question = t('acceptance.question.word', { number, code: request.assignment.unit.code });
  await ask(ctx, 'word', question, { id: request.id, options });
}

/** The issuer answered a card in words that may mean either: asks which. */
export async function askVerdict(ctx: Context, request: Awaited, word: string): Promise<void> {
  const { t } = ctx;
  const options = [t('acceptance.button.accept'), t('acceptance.option.returnSo')];
  const question = t('acceptance.question.verdict', {
    number: request.directive.number,
    code: request.assignment.unit.code,
    word: shorten(word),
  });
  await ask(ctx, 'verdict', question, { id: request.id, word, options });
}

/** The word with which work is given back, or what an earlier word meant. */
export const acceptanceDialogue: Dialogue = {
  kind,
  isAboutSent: true,
  async take(ctx, row, said) {
    const { id, word, options } = row.data as unknown as Data;
    const request = await getAwaited(ctx, id);
    const line = row.step === 'word' ? await returnSo(said.text) : await decideSo(said.text);
    await closeDialogue(ctx.db, row.id);
    await answer(ctx, line);

    async function decideSo(choice: string): Promise<string> {
      if (choice === options[0]) return accept(ctx, request);
      return returnSo(choice === options[1] ? (word ?? '') : choice);
    }
    async function returnSo(reason: string): Promise<string> {
      const short = shorten(reason, longestWord);
      if (short === '') throw new UserError('acceptance.needsWord');
      return giveBack(ctx, request, short);
    }
  },
};

async function ask(ctx: Context, step: string, text: string, { options, ...data }: Data): Promise<void> {
  await askStep(ctx, { kind, step, data, options, text, cancel: ctx.t('approval.option.cancel') });
}
