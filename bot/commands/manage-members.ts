import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { findByUsername, meetSpeaker } from '../../store/people.js';
import type { Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { authorise } from '../../services/authorise.js';
import type { Context } from '../context.js';
import { changeMembers } from '../quorum/change-members.js';
import { showMembers } from '../quorum/show-members.js';
import { getUnit } from '../../services/find-unit.js';

const verbs = new Map([
  ...['them', 'add'].map((word) => [word, true] as const),
  ...['bo', 'xoa', 'remove'].map((word) => [word, false] as const),
]);

/** `/members` shows the unit's list of those who answer; `/members add @binh` and `remove @binh` for its lead. */
export const membersCommand: Command = {
  names: ['members', 'danhsach'],
  places: ['unit', 'private', 'office'],
  async run(ctx, args) {
    const { unit, words } = await readUnit(ctx, args);
    if (words.length === 0) return showMembers(ctx, unit);
    const isMember = verbs.get(foldText(words[0]!));
    if (isMember === undefined) throw new UserError('quorum.members.usage');
    await authorise(ctx, 'manage-members', unit.id);
    const people = await findPeople(ctx, words.slice(1));
    await changeMembers(ctx, unit, people, isMember);
    await showMembers(ctx, unit);
  },
};

/** In its group the unit itself; elsewhere the first word is its code. */
async function readUnit(ctx: Context, args: string): Promise<{ unit: Unit; words: string[] }> {
  const words = args.split(/[\s,;]+/u).filter((word) => word !== '');
  const { role, unit } = ctx.chat;
  if (role === 'unit' && unit) return { unit, words };
  if (words[0] === undefined) throw new UserError('quorum.members.usage');
  const named = await getUnit(ctx, words[0]);
  await authorise(ctx, 'manage-members', named.id);
  return { unit: named, words: words.slice(1) };
}

/** By usernames, or the writer of the message that the command answers. */
async function findPeople(ctx: Context, usernames: string[]): Promise<number[]> {
  const { db, channel, event } = ctx;
  if (usernames.length > 0) {
    const found: number[] = [];
    for (const username of usernames) {
      const person = await findByUsername(db, channel.name, username.replace(/^@/, ''));
      if (!person) throw new UserError('quorum.members.stranger', { username });
      found.push(person.personId);
    }
    return found;
  }
  const author = event.kind === 'message' ? event.replyTo?.author : undefined;
  if (!author || author.isAnonymous) throw new UserError('quorum.members.usage');
  const { externalId, name, username = null } = author;
  return [(await meetSpeaker(db, { channel: channel.name, externalId, name, username })).personId];
}
