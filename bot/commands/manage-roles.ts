import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { takeRoleWord } from '../../core/units/role-words.js';
import { foldText } from '../../core/text/fold.js';
import { authoriseSomewhere } from '../../services/authorise.js';
import { giveRole, takeRole, type RoleChange } from '../../services/roles/change-role.js';
import { listSeenRoles } from '../../services/roles/list-seen-roles.js';
import { readGrantable, type BoundRole } from '../../services/roles/read-grantable.js';
import { sayRole } from '../../services/roles/say-role.js';
import { findByUsername, meetSpeaker } from '../../store/people.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { shownName } from '../setup/list-help.js';

const verbs = new Map<string, 'grant' | 'revoke'>([
  ['grant', 'grant'],
  ['cap', 'grant'],
  ['phan', 'grant'],
  ['revoke', 'revoke'],
  ['thuhoi', 'revoke'],
  ['thu hoi', 'revoke'],
  ['bo', 'revoke'],
  ['take', 'revoke'],
]);

interface Order extends RoleChange {
  verb: 'grant' | 'revoke';
}

/** `/roles` lists who may do what; `/roles grant|revoke ROLE [CODE] @username`, or as a reply to the person's message. */
export const rolesCommand: Command = {
  names: ['roles', 'phanquyen'],
  places: ['private', 'office', 'unit'],
  right: 'grant-lead',
  async run(ctx, args) {
    authoriseSomewhere(ctx, 'grant-lead');
    const words = args.split(/\s+/u).filter((word) => word !== '');
    if (words.length === 0) return showRoles(ctx);
    const { verb, ...change } = await readOrder(ctx, words);
    await answer(ctx, await (verb === 'grant' ? giveRole(ctx, change) : takeRole(ctx, change)));
  },
};

async function readOrder(ctx: Context, words: string[]): Promise<Order> {
  const verb = takeVerb(words);
  const kind = takeRoleWord(words);
  if (!verb || !kind || kind === 'office') throw new UserError('roles.form');
  const username = words.find((word) => word.startsWith('@'));
  const rest = words.filter((word) => word !== username);
  if (rest.length > 1) throw new UserError('roles.form');
  const role = await readGrantable(ctx, kind, rest[0], 'roles.form');
  return { verb, ...role, person: await findPerson(ctx, username, role) };
}

function takeVerb(words: string[]): 'grant' | 'revoke' | null {
  for (const count of [2, 1]) {
    const verb = verbs.get(foldText(words.slice(0, count).join(' ')));
    if (!verb) continue;
    words.splice(0, count);
    return verb;
  }
  return null;
}

/** By username, or the writer of the message that the command answers. */
async function findPerson(
  ctx: Context,
  username: string | undefined,
  role: BoundRole,
): Promise<Order['person']> {
  const { db, event, channel } = ctx;
  if (username !== undefined) {
    const found = await findByUsername(db, channel.name, username.slice(1));
    const roleWords = [ctx.t(`roles.word.${role.kind}`), ...(role.unit ? [role.unit.code] : [])].join(' ');
    if (!found) throw new UserError('roles.unknownPerson', { username, role: roleWords });
    return found;
  }
  const replied = event.kind === 'message' ? event.replyTo : undefined;
  if (!replied || replied.isOurs || !replied.author || replied.author.isAnonymous)
    throw new UserError('roles.form');
  const { externalId, name, username: theirs } = replied.author;
  return meetSpeaker(db, { channel: channel.name, externalId, name, username: theirs ?? null });
}

async function showRoles(ctx: Context): Promise<void> {
  const { t, locale } = ctx;
  const roles = await listSeenRoles(ctx);
  const lines = roles.map((role): RichText => {
    const username = role.person.accounts[0]?.username;
    const name = username ? `${role.person.name} (@${username})` : role.person.name;
    return [bold(sayRole(t, role.kind, role.unit)), plain(`: ${name}`)];
  });
  const head = t(lines.length > 0 ? 'roles.list' : 'roles.none');
  const hint = t('roles.hint', { command: shownName(rolesCommand, locale) });
  await answer(ctx, { text: joinLines([[plain(head)], ...lines, [plain(`\n${hint}`)]]) });
}
