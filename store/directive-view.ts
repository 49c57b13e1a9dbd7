import type { DirectiveKind } from '../core/directive-message.js';
import type { Attachment } from '../core/message.js';
import type { AnswerSpec } from '../core/reading/answer.js';
import { isSeen } from './directive-list.js';
import type { Db } from './db.js';
import type { Watcher } from './progress.js';

/** A directive that went out, whole. */
export interface ViewedDirective {
  id: number;
  number: number;
  kind: DirectiveKind;
  state: 'open' | 'closed' | 'cancelled';
  urgent: boolean;
  title: string;
  body: string;
  audience: string;
  unitIds: number[];
  issuerId: number;
  passedFromId: number | null;
  spec: AnswerSpec | null;
  attachments: number;
  /** The first of them. */
  file: Attachment | null;
  issuer: string;
  dueAt: Date | null;
  sentAt: Date;
  closedAt: Date | null;
  mergedInto: number | null;
}

/** The directive of this number; null when there is none, or none of it is for this person to see. */
export async function findViewed(db: Db, number: number, watcher: Watcher): Promise<ViewedDirective | null> {
  const rows = await db.$queryRaw<ViewedDirective[]>`
    select d.id, d.number, d.kind::text as kind, d.state::text as state, d.urgent, d.title, d.body, d.audience,
      d."unitIds", d."issuerId", d."passedFromId", d.answer as spec,
      jsonb_array_length(d.attachments) as attachments, d.attachments -> 0 as file,
      coalesce(p.name, '') as issuer, d."dueAt", d."sentAt", d."closedAt", m.number as "mergedInto"
    from "Directive" d left join "Person" p on p.id = d."issuerId" left join "Directive" m on m.id = d."mergedIntoId"
    where d.number = ${number}::int and d.state in ('open', 'closed', 'cancelled') and ${isSeen(watcher)}`;
  return rows[0] ?? null;
}

export interface ViewedVersion {
  version: number;
  title: string;
  body: string;
  dueAt: Date | null;
  change: string;
  who: string;
  createdAt: Date;
}

/** Every wording that was out, the newest first. */
export async function listVersions(db: Db, directiveId: number): Promise<ViewedVersion[]> {
  return db.$queryRaw<ViewedVersion[]>`
    select v.version, v.title, v.body, v."dueAt", v.change, coalesce(p.name, '') as who, v."createdAt"
    from "DirectiveVersion" v left join "Person" p on p.id = v."personId"
    where v."directiveId" = ${directiveId}::int order by v.version desc limit 50`;
}

/** How the directive reached the groups of one part: the worst of its newest deliveries. */
export type Reach = 'sent' | 'waiting' | 'uncertain' | 'failed';

/** What a table of units says of a part beside its state. */
export interface PartFacts {
  assignmentId: number;
  /** Null: it went to no group. */
  reach: Reach | null;
  /** The last that was said, and when. */
  words: string | null;
  saidAt: Date | null;
}

/** Last words and delivery of every part of a directive, by the part's id. */
export async function findPartFacts(db: Db, directiveId: number): Promise<Map<number, PartFacts>> {
  const rows = await db.$queryRaw<PartFacts[]>`
    with newest as (
      select distinct on (x."assignmentId", x."chatId") x."assignmentId",
        case when x.state in ('failed', 'uncertain') and x."settledAt" is null then x.state::text
          when x.state in ('queued', 'sending') then 'waiting' when x.state = 'sent' then 'sent' end as reach
      from "Delivery" x where x."directiveId" = ${directiveId}::int and x.kind = 'directive' and x."assignmentId" is not null
      order by x."assignmentId", x."chatId", x.id desc
    ), reached as (
      select "assignmentId", (array_agg(reach order by array_position(array['failed', 'uncertain', 'waiting', 'sent'], reach)))[1] as reach
      from newest where reach is not null group by 1
    ), said as (
      select distinct on (r."assignmentId") r."assignmentId", left(r.text, 300) as words, r."receivedAt" as "saidAt"
      from "Reply" r join "Assignment" a on a.id = r."assignmentId" and a."directiveId" = ${directiveId}::int
      where r.source not in ('decision', 'below') order by r."assignmentId", r."receivedAt" desc, r.id desc
    )
    select a.id as "assignmentId", reached.reach, said.words, said."saidAt" from "Assignment" a
      left join reached on reached."assignmentId" = a.id left join said on said."assignmentId" = a.id
    where a."directiveId" = ${directiveId}::int`;
  return new Map(rows.map((row) => [row.assignmentId, row]));
}
