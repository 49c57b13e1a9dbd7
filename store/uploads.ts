import { uploads } from '../core/files/upload-ref.js';
import type { Attachment } from '../core/message.js';
import type { Db } from './db.js';

export interface NewUpload {
  personId: number;
  kind: Attachment['kind'];
  name: string;
  bytes: Uint8Array;
  createdAt: Date;
}

/** Keeps a file. Returns its id. */
export async function createUpload(db: Db, { bytes, ...file }: NewUpload): Promise<number> {
  const data = { ...file, bytes: new Uint8Array(bytes) };
  return (await db.upload.create({ data, select: { id: true } })).id;
}

/** A file that is kept; null when it is not, any more. */
export async function findUpload(db: Db, id: number): Promise<{ name: string; bytes: Uint8Array } | null> {
  return db.upload.findUnique({ where: { id }, select: { name: true, bytes: true } });
}

/** What a message says of a file. */
export type UploadFacts = Pick<NewUpload, 'kind' | 'name'> & { id: number; size: number };

/**
 * A file of this person's, to go along with something; null when they have none with this id. Its time begins anew: a
 * sweep that looks at it just now sees the row changed and leaves it.
 */
export async function takeUpload(
  db: Db,
  { id, personId }: { id: number; personId: number },
  now: Date,
): Promise<UploadFacts | null> {
  const rows = await db.$queryRaw<UploadFacts[]>`
    update "Upload" set "createdAt" = ${now}::timestamptz where id = ${id}::int and "personId" = ${personId}::int
    returning id, kind, name, length(bytes) as size`;
  return rows[0] ?? null;
}

/** Rows a run takes at most: the next tick goes on. */
const atOnce = 100;

/**
 * Lets go of files from before `before` that no directive has; what went out is kept for good, what waits is looked at
 * again. A draft that was dropped has none. Returns how many are gone.
 */
export async function forgetLooseUploads(db: Db, before: Date, now: Date): Promise<number> {
  const rows = await db.$queryRaw<{ gone: number }[]>`
    with old as materialized (
      select u.id, use.any, use.out
      from "Upload" u cross join lateral (
        select count(*) > 0 as any, coalesce(bool_or(d.state in ('open', 'closed', 'cancelled')), false) as out
        from "Directive" d where d.state <> 'discarded'
          and d.attachments @> jsonb_build_array(jsonb_build_object('channel', ${uploads}::text, 'ref', u.id::text))
      ) use
      where u."keptAt" is null and u."createdAt" < ${before}::timestamptz
      order by u."createdAt" limit ${atOnce}::int for update of u skip locked
    ), kept as (
      update "Upload" u set "keptAt" = ${now}::timestamptz from old where old.id = u.id and old.out
    ), gone as (
      delete from "Upload" u using old where old.id = u.id and not old.any returning u.id
    )
    select count(*)::int as gone from gone`;
  return rows[0]?.gone ?? 0;
}
