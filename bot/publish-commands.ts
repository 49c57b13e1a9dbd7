import type { Runtime } from '../config/runtime.js';
import { locales, texts } from '../locales/texts.js';
import { commands } from './commands.js';
import { shownName } from './setup/list-help.js';

/** Tells every channel that has a menu which commands exist. A courtesy: a fault is logged and no more. */
export async function publishCommands(runtime: Runtime): Promise<void> {
  for (const channel of runtime.channels.values()) {
    try {
      const menu = locales.flatMap((locale) =>
        commands.map((command) => ({
          locale,
          command: shownName(command, locale),
          description: texts[locale](`help.commands.${command.names[0]}`),
        })),
      );
      await channel.publishCommands?.(menu);
    } catch (error) {
      runtime.log.warn({ channel: channel.name, error: (error as Error).message }, 'menu not published');
    }
  }
}
