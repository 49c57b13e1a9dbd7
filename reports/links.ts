import type { Channel } from '../channels/channel.js';
import type { Writing } from '../core/report/report-head.js';
import { recognise } from '../core/summary/recognition.js';
import type { Db } from '../store/db.js';
import { findNames, findReplyPlaces, type ReplyPlace } from '../store/reply-places.js';

/** What a report needs of the ledger and the platforms while it is written. */
export interface ReportMeans {
  db: Db;
  channels: ReadonlyMap<string, Pick<Channel, 'messageLink'>>;
  /** Where the reader can open a reply, when that is not in its chat. */
  linkTo?: (place: ReplyPlace) => string | null | undefined;
}

/**
 * Writes a report with the names of persons and the addresses of the replies behind its figures. It is written twice:
 * the first time tells which of perhaps a hundred thousand replies are to be opened at all.
 */
export async function writeLinked<T>(
  means: ReportMeans,
  writing: Writing,
  build: (writing: Writing) => T,
): Promise<T> {
  const persons = recognise(writing.content).flatMap(({ personId }) => personId ?? []);
  const names = await findNames(means.db, persons);
  const head = { ...writing.head, nameOf: (id: number) => names.get(id) ?? null };
  const asked = new Set<number>();
  const note = (replies: readonly number[]) => void asked.add(newest(replies));
  const first = build({ ...writing, head: { ...head, link: (replies) => note(replies) } });
  const links = linksOf(means, await findReplyPlaces(means.db, [...asked]));
  if (links.size === 0) return first;
  return build({ ...writing, head: { ...head, link: (replies) => links.get(newest(replies)) } });
}

/** The last reply is the one that speaks. */
const newest = (replies: readonly number[]) => replies.reduce((last, id) => Math.max(last, id), 0);

/** Addresses by reply, of those that can be opened. */
export function linksOf(
  { channels, linkTo }: ReportMeans,
  places: ReadonlyMap<number, ReplyPlace>,
): Map<number, string> {
  const inChat = ({ channel, messageId, ...to }: ReplyPlace) =>
    channels.get(channel)?.messageLink?.(to, messageId);
  const links = new Map<number, string>();
  for (const [id, place] of places) {
    const link = (linkTo ?? inChat)(place);
    if (link) links.set(id, link);
  }
  return links;
}
