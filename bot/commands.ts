import type { Command } from './command.js';
import { bindGroupCommand } from './commands/bind-group.js';
import { languageCommand } from './commands/choose-language.js';
import { inviteCommand } from './commands/invite-group.js';
import { rolesCommand } from './commands/manage-roles.js';
import { unitsCommand } from './commands/manage-units.js';
import { groupsCommand } from './commands/show-groups.js';
import { helpCommand } from './commands/show-help.js';
import { startCommand } from './commands/start.js';

/** Every command, in the order /help shows them. A new one is a file in commands/ and a line here. */
export const commands: readonly Command[] = [
  unitsCommand,
  groupsCommand,
  inviteCommand,
  bindGroupCommand,
  rolesCommand,
  languageCommand,
  helpCommand(() => commands),
  startCommand(() => commands),
];
