import type { Db } from './db.js';

/** Rows a run takes at most: the next tick goes on, and no run holds the database up. */
const atOnce = 500;

/**
 * Takes the wording out of replies that are older than `before`: the text, note, difficulty and parts of every version and
 * of the part they answered, the author and attachments. Figures and states stay, so that reports remain right.
 * Returns how many replies lost their wording.
 */
export async function forgetWording(db: Db, before: Date): Promise<number> {
  return db.$executeRaw`
    with old as materialized (
      select id, "assignmentId" from "Reply"
      where "receivedAt" < ${before}::timestamptz and "forgottenAt" is null order by "receivedAt" limit ${atOnce}::int
    ), version as (
      update "ReplyVersion" v set text = '', "personId" = null,
        reading = v.reading || '{"note": "", "difficulty": null, "parts": null}'::jsonb
      from old where v."replyId" = old.id
    ), assignment as (
      update "Assignment" a set note = '', difficulty = null
      from old where a.id = old."assignmentId" and a."lastReplyId" = old.id
    )
    update "Reply" r set text = '', note = '', difficulty = null, parts = null, attachments = '[]', "personId" = null, "forgottenAt" = now()
    from old where r.id = old.id`;
}

/** Events that failed for good say nothing any more once nobody can still look into them. Returns how many. */
export async function forgetFailedEvents(db: Db, before: Date): Promise<number> {
  // Written out, or the index of what failed is not used.
  return db.$executeRaw`delete from "Inbox" where state = 'failed' and "receivedAt" < ${before}::timestamptz`;
}
