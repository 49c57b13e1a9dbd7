import type { Command } from './command.js';
import { acceptCommand, returnCommand } from './commands/accept-work.js';
import { amendCommand } from './commands/amend-directive.js';
import { askAcknowledgement } from './commands/ask-acknowledgement.js';
import { assignTask } from './commands/assign-task.js';
import { bindGroupCommand } from './commands/bind-group.js';
import { cancelCommand } from './commands/cancel-directive.js';
import { closeCommand } from './commands/close-directive.js';
import { extendCommand } from './commands/extend-directive.js';
import { remindCommand } from './commands/remind-directive.js';
import { linkCommand } from './commands/link-accounts.js';
import { languageCommand } from './commands/choose-language.js';
import { collectFigures } from './commands/collect-figures.js';
import { calendarCommand } from './commands/manage-calendar.js';
import { inviteCommand } from './commands/invite-group.js';
import { namingCommand } from './commands/choose-naming.js';
import { replyCommand } from './commands/answer-question.js';
import { answerCommand } from './commands/correct-answer.js';
import { excuseCommand } from './commands/excuse-unit.js';
import { membersCommand } from './commands/manage-members.js';
import { mergeCommand } from './commands/merge-directives.js';
import { logCommand } from './commands/show-log.js';
import { rolesCommand } from './commands/manage-roles.js';
import { unitsCommand } from './commands/manage-units.js';
import { letterheadCommand } from './commands/set-letterhead.js';
import { sendNotice } from './commands/send-notice.js';
import { groupsCommand } from './commands/show-groups.js';
import { helpCommand } from './commands/show-help.js';
import { reviewDirective } from './commands/review-directive.js';
import { showSummary } from './commands/show-summary.js';
import { startCommand } from './commands/start.js';
import { tasksCommand } from './commands/list-tasks.js';
import { everyCommand } from './commands/repeat-directive.js';
import { audienceCommand } from './commands/save-audience.js';
import { templateCommand } from './commands/use-template.js';
import { reportCommand } from './commands/report-progress.js';
import { passOnCommand } from './commands/pass-on.js';
import { progressCommand } from './commands/show-progress.js';
import { webCommand } from './commands/open-page.js';

/** Every command, in the order /help shows them. A new one is a file in commands/ and a line here. */
export const commands: readonly Command[] = [
  tasksCommand,
  reportCommand,
  passOnCommand,
  progressCommand,
  showSummary,
  reviewDirective,
  assignTask,
  askAcknowledgement,
  collectFigures,
  sendNotice,
  everyCommand,
  templateCommand,
  audienceCommand,
  remindCommand,
  amendCommand,
  extendCommand,
  closeCommand,
  cancelCommand,
  acceptCommand,
  returnCommand,
  replyCommand,
  answerCommand,
  excuseCommand,
  mergeCommand,
  logCommand,
  unitsCommand,
  calendarCommand,
  letterheadCommand,
  groupsCommand,
  inviteCommand,
  bindGroupCommand,
  rolesCommand,
  membersCommand,
  linkCommand,
  webCommand,
  languageCommand,
  namingCommand,
  helpCommand(() => commands),
  startCommand(() => commands),
];
