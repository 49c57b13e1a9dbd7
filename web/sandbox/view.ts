import type { SandboxChat } from '../../channels/sandbox/history.js';
import { sandboxName } from '../../channels/sandbox/sandbox.js';
import type { Runtime } from '../../config/runtime.js';
import type { Translate } from '../../locales/texts.js';
import { findExampleState } from '../../store/sandbox-example.js';
import { createSandboxHistory } from '../../store/sandbox-history.js';
import { findNewestNumber, hasOwner, listStandings, type ChatStanding } from '../../store/sandbox-page.js';
import { suggestLines } from './suggest.js';

/** Enough to scroll back over an afternoon of trying. */
const shownMessages = 200;

/** The list of chats, and whether the example can still be loaded. */
export async function viewChats(runtime: Runtime) {
  const { db, clock } = runtime;
  const [chats, standings, example] = await Promise.all([
    createSandboxHistory(db, clock).listChats(),
    listStandings(db, sandboxName),
    findExampleState(db),
  ]);
  return { chats: chats.map((chat) => describe(chat, standings)), example };
}

/** One chat as its members see it, with lines to try; null when there is none. */
export async function viewChat(runtime: Runtime, externalId: string, t: Translate) {
  const { db, clock, settings } = runtime;
  const history = createSandboxHistory(db, clock);
  // The chat first: messages read after it are at least as new as its revision says.
  const chat = await history.findChat(externalId);
  if (!chat) return null;
  const [messages, standings, owned, example] = await Promise.all([
    history.listMessages(externalId, shownMessages),
    listStandings(db, sandboxName),
    hasOwner(db),
    findExampleState(db),
  ]);
  const standing = standings.find((row) => row.externalId === externalId);
  const facts = {
    standing,
    number: await findNewestNumber(db, standing?.role === 'unit' ? standing.unitCode : null),
    hasOwner: owned,
    hasExample: example === 'already',
    now: clock.now(),
    timeZone: settings.ORG_TIME_ZONE,
  };
  return { ...describe(chat, standings), toasts: chat.toasts, messages, suggestions: suggestLines(facts, t) };
}

function describe(chat: SandboxChat, standings: ChatStanding[]) {
  const { externalId: id, title, isGroup, hasBot, members, revision } = chat;
  const standing = standings.find((row) => row.externalId === id);
  const role = standing?.role ?? (isGroup ? 'none' : 'private');
  return { id, title, isGroup, hasBot, members, revision, role, unitCode: standing?.unitCode ?? null };
}
