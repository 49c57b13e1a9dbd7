import { encodeAction } from './action.js';
import { sayDeadline } from './deadline/say-deadline.js';
import {
  bold,
  code,
  joinLines,
  plain,
  type Attachment,
  type Button,
  type Content,
  type RichText,
} from './message.js';
import type { AnswerSpec } from './reading/answer.js';
import { sayQuorum } from './quorum/quorum-stand.js';
import type { Say } from './say.js';
import { needsAcceptance, type Terms } from './terms.js';

export type DirectiveKind = 'task' | 'acknowledge' | 'collect' | 'notice';

/** What a directive says, the same for every group; `dueAt` is the unit's own where it was given more time. */
export interface DirectiveText {
  number: number;
  kind: DirectiveKind;
  urgent: boolean;
  title: string;
  body: string;
  answer: AnswerSpec | null;
  dueAt: Date | null;
  attachments: Attachment[];
  version: number;
  terms?: Terms | null;
  /** The unit that passed it on, which stands as the sender then. */
  passedBy?: string | null;
}

/** Ways to answer that reach the bot in one chat. */
export interface Ways {
  buttons: boolean;
  replyTo: boolean;
  hearsAll: boolean;
  /** The name that must stand before what is typed there, with @; '' where none must. */
  mention: string;
}

/** What differs from group to group. */
export interface GroupFacts {
  /** Null for a notice and in a preview that nobody can answer. */
  assignmentId: number | null;
  zone: string;
  orgName: string;
  ways: Ways;
  /** A first copy may be there already. */
  isAgain?: boolean;
  /** Set when no answer is expected any more: the message then ends with that. */
  ended?: 'closed' | 'cancelled';
  /** Whether persons may be named there; absent: they may. */
  isNaming?: boolean;
  /** The unit has units below it, to which its lead may pass it on. */
  hasUnitsBelow?: boolean;
}

const statuses: Record<DirectiveKind, readonly string[]> = {
  task: ['acknowledged', 'in_progress', 'blocked', 'done'],
  acknowledge: ['acknowledged'],
  collect: [],
  notice: [],
};

/** A directive as a group sees it. */
export function buildDirective(t: Say, directive: DirectiveText, group: GroupFacts): Content {
  const { title, body, dueAt, attachments } = directive;
  const lines: RichText[] = [[plain(buildHeader(t, directive, group))], [bold(title)]];
  if (body !== '') lines.push([], [plain(body)]);
  lines.push([]);
  if (directive.answer && !group.ended) lines.push([plain(sayQuestion(t, directive.answer))]);
  if (dueAt) lines.push([plain(t('directive.due', { due: sayDeadline(t, dueAt, group.zone) }))]);
  if (!group.ended) lines.push(...sayTerms(t, directive, group));
  lines.push([plain(t('directive.from', { name: directive.passedBy ?? group.orgName }))]);
  if (group.ended) lines.push([plain(t(`directive.${group.ended}`))]);
  else if (directive.kind !== 'notice')
    lines.push(buildWays(t, directive, group), ...sayPassing(t, directive, group));
  const buttons = group.ended ? [] : buildButtons(t, directive.kind, group);
  const [attachment] = attachments;
  return {
    text: joinLines(lines),
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(attachment ? { attachment } : {}),
  };
}

/** Who answers, and that it is accepted. */
function sayTerms(t: Say, directive: DirectiveText, { isNaming = true }: GroupFacts): RichText[] {
  const terms = directive.terms ?? null;
  const who = sayQuorum(t, terms?.quorum, isNaming);
  return [
    ...(who === '' ? [] : [[plain(t('directive.answeredBy', { who }))]]),
    ...(needsAcceptance({ terms }) ? [[plain(t('directive.acceptance'))]] : []),
  ];
}

/** `KHẨN · #12 · Việc cần làm · Sửa lần 2` */
function buildHeader(t: Say, directive: DirectiveText, group: GroupFacts): string {
  const { urgent, number, kind, version } = directive;
  return [
    ...(urgent ? [t('directive.urgent')] : []),
    `#${number}`,
    t(`directive.kind.${kind}`),
    ...(version > 1 ? [t('directive.amended', { count: version - 1 })] : []),
    ...(group.isAgain ? [`(${t('directive.again')})`] : []),
  ].join(' · ');
}

/** What a *collect* directive asks for, in one line. */
export function sayQuestion(t: Say, answer: AnswerSpec): string {
  switch (answer.type) {
    case 'number': {
      const { unit, min, max } = answer;
      const form =
        min !== undefined ? (max !== undefined ? 'both' : 'min') : max !== undefined ? 'max' : null;
      return t('directive.askNumber', {
        unit: unit ? t('directive.unit', { unit }) : '',
        bounds: form ? t(`directive.bounds.${form}`, { min: min ?? 0, max: max ?? 0 }) : '',
      });
    }
    case 'ratio':
      return answer.total === undefined
        ? t('directive.askRatio')
        : t('directive.askRatioOf', { total: answer.total });
    case 'choice':
      return t('directive.askChoice', { choices: answer.choices.join(', ') });
    case 'text':
      return t('directive.askText');
  }
}

/** One line that names the ways to answer, only those that work in this group; a short one where there are but two. */
export function buildWays(t: Say, directive: DirectiveText, { ways }: GroupFacts): RichText {
  const { mention } = ways;
  const values = { number: directive.number, words: sayExample(t, directive), mention };
  const [form] = formsIn(ways);
  if (!ways.buttons && ways.replyTo)
    return [plain(t('directive.answerHere')), code(t(`directive.example.${form}`, values))];
  const all: RichText[] = [];
  if (ways.buttons && statuses[directive.kind].length > 0) all.push([plain(t('directive.way.buttons'))]);
  if (ways.replyTo) all.push([plain(t('directive.way.reply'))]);
  for (const form of formsIn(ways))
    all.push([plain(t('directive.way.type')), code(t(`directive.example.${form}`, values))]);
  const joined = all.flatMap((way, index) => {
    if (index === 0) return way;
    return [plain(index === all.length - 1 ? t('directive.or') : ', '), ...way];
  });
  return [plain(t('directive.answerBy')), ...joined, plain('.')];
}

/** How a lead passes it on where there is no button for it. */
function sayPassing(t: Say, { number }: DirectiveText, { hasUnitsBelow, ways }: GroupFacts): RichText[] {
  if (!hasUnitsBelow || ways.buttons) return [];
  const [form] = formsIn(ways);
  const words = t('directive.example.passOn');
  return [
    [
      plain(t('directive.passOn')),
      code(t(`directive.example.${form}`, { number, words, mention: ways.mention })),
      plain('.'),
    ],
  ];
}

type Form = 'code' | 'command' | 'mention';

/** The forms of a typed answer that reach the bot, the shortest first. */
export function formsIn({ hearsAll, mention }: Ways): [Form, ...Form[]] {
  if (mention !== '') return ['mention'];
  return hearsAll ? ['code', 'command'] : ['command'];
}

/** Words that would be a good answer. */
export function sayExample(t: Say, { kind, answer }: DirectiveText): string {
  if (kind === 'task' || kind === 'acknowledge') return t(`directive.example.${kind}`);
  if (answer?.type === 'number') {
    const { min = 0, max = Infinity } = answer;
    return t('directive.example.number', { number: Math.min(Math.max(25, min), max) });
  }
  if (answer?.type === 'ratio') return `${Math.min(12, answer.total ?? 12)}/${answer.total ?? 15}`;
  return answer?.type === 'choice' ? (answer.choices[0] ?? '…') : t('directive.example.text');
}

/** What stands on the buttons below such a directive, for a preview that nobody can press. */
export function directiveButtons(t: Say, kind: DirectiveKind): string[] {
  return statuses[kind].map((status) => t(`directive.button.${status}`));
}

/** The answers that one tap gives; none where there are no buttons. */
export function buildButtons(
  t: Say,
  kind: DirectiveKind,
  { assignmentId, ways, hasUnitsBelow = false }: GroupFacts,
): Button[][] {
  if (assignmentId === null || !ways.buttons) return [];
  const all = statuses[kind].map((status) => ({
    label: t(`directive.button.${status}`),
    action: encodeAction('answer', assignmentId, status),
  }));
  // Two a row: four in one would be cut off on a narrow phone.
  const passing = { label: t('directive.button.passOn'), action: encodeAction('pass', assignmentId, 'on') };
  const rows = [all.slice(0, 2), all.slice(2), ...(hasUnitsBelow && kind !== 'notice' ? [[passing]] : [])];
  return rows.filter((row) => row.length > 0);
}
