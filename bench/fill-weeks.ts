import type pg from 'pg';

/** A week with ten directives to every unit. The ids of what belongs to it follow from `first`, its first directive. */
export interface Week {
  first: number;
  startsAt: Date;
}

const perWeek = 10;
const day = 24 * 3600_000;

/** What units write: most of it with figures of their own. */
const words = [
  ...['đã làm xong', 'đã hoàn thành, không có thiệt hại', 'đã xong %s/%s hạng mục, còn lại làm trong tuần'],
  ...['đã rà soát %s hộ vùng trũng, có %s điểm phải theo dõi', 'đã tập huấn cho %s người, %s người vắng'],
  ...[
    'đã vệ sinh %s điểm trường và %s trạm y tế',
    'đã kiểm tra %s tuyến đường, vá %s ổ gà bằng vật liệu tại chỗ',
  ],
  ...['báo cáo: đã tiêm %s liều, còn %s trẻ hẹn tiêm vét', 'đã phát %s tờ rơi tại %s thôn, bà con hưởng ứng'],
];
const hindrances = [
  ...['thiếu %s máy bơm, %s thôn còn ngập', 'đường vào %s thôn sạt lở, phải đi vòng %s km'],
  ...['chưa có kinh phí cho %s hạng mục', 'thiếu %s người trực vì ốm'],
];
const listOf = (phrases: readonly string[]) => `array[${phrases.map((phrase) => `'${phrase}'`).join(', ')}]`;
const say = (phrases: readonly string[]) =>
  `format((${listOf(phrases)})[1 + (u * 31 + d.id) % ${phrases.length}], 1 + u % 37, 1 + (u + d.id) % 11)`;

/** A share of a hundred by which a part is told from the others, the same in each run. */
const lot = '((u * 7919 + d.id * 104729) % 100)';

/**
 * The directives of a week and what came of them in it: one unit in forty never says a word, three parts in a hundred are
 * left waiting, three received, three stuck, eight under way; the others are done, a quarter of them late.
 */
export async function addWeek(client: pg.Client, units: number, { first, startsAt }: Week): Promise<void> {
  await client.query(
    `insert into "Directive" (id, number, kind, state, audience, "unitIds", title, body, "dueAt", "issuerId", "issuerChatId", "sentAt")
     select i, i, 'task', 'open', 'all', '{}', 'Việc số ' || i, '', sent + interval '3 days', 1, 1, sent
     from (select $1::int + k as i, $2::timestamptz + k * interval '1 hour' as sent from generate_series(0, $3::int - 1) k) d`,
    [first, startsAt, perWeek],
  );
  const range = [units, first, first + perWeek];
  await client.query(
    `insert into "Assignment" (id, "directiveId", "unitId", state, percent, note, difficulty, "acknowledgedAt", "answeredAt", "doneAt", "createdAt", "updatedAt")
     select (d.id - 1) * $1::int + u, d.id, u, stand::"AssignmentState", case stand when 'done' then 100 when 'in_progress' then 10 + u % 80 end,
       case when stand in ('done', 'in_progress') then ${say(words)} else '' end, case stand when 'blocked' then ${say(hindrances)} end,
       heard, heard, case stand when 'done' then at end, d."sentAt", coalesce(heard, d."sentAt")
     from "Directive" d cross join generate_series(1, $1::int) u
       cross join lateral (select case when u % 40 = 0 or ${lot} < 3 then 'waiting' when ${lot} < 6 then 'acknowledged'
         when ${lot} < 9 then 'blocked' when ${lot} < 17 then 'in_progress' else 'done' end as stand,
         d."sentAt" + (${lot} * 31 + u) % 96 * interval '1 hour' + u % 60 * interval '1 minute' as at) one
       cross join lateral (select case when stand <> 'waiting' then at end as heard) two
     where d.id >= $2::int and d.id < $3::int`,
    range,
  );
  // It takes some minutes until a directive is in every group; one group in five hundred cannot be reached.
  await client.query(
    `insert into "Delivery" (channel, "chatId", kind, state, "directiveId", "assignmentId", "createdAt", "sentAt")
     select 'telegram', a."unitId", 'directive', (case when a."unitId" % 500 = 0 then 'failed' else 'sent' end)::"DeliveryState", a."directiveId", a.id,
       a."createdAt", case when a."unitId" % 500 > 0 then a."createdAt" + a."unitId" % 300 * interval '1 second' end
     from "Assignment" a where a."directiveId" >= $1::int and a."directiveId" < $2::int`,
    range.slice(1),
  );
  await addReplies(client, first, first + perWeek);
}

const columns = `"assignmentId", "directiveId", "unitId", "chatId", "personId", "messageId", source, state, text, status, percent, difficulty, note, parts, "receivedAt"`;
const ofWeek = 'a."directiveId" >= $1::int and a."directiveId" < $2::int';
const part = `a.id, a."directiveId", a."unitId", a."unitId", 1 + a."unitId"`;

/** Three units in ten say that they received it before they answer; half of the stuck ones ask for something. */
async function addReplies(client: pg.Client, from: number, to: number): Promise<void> {
  await client.query(
    `insert into "Reply" (${columns})
     select ${part}, 'n' || a.id, 'button', 'read', 'đã nhận', 'acknowledged', null, null, '', null,
       case a.state when 'acknowledged' then a."answeredAt" else least(a."answeredAt", a."createdAt" + interval '20 minutes') end
     from "Assignment" a where ${ofWeek} and a."answeredAt" is not null and (a.state = 'acknowledged' or a."unitId" % 10 < 3)`,
    [from, to],
  );
  await client.query(
    `insert into "Reply" (${columns})
     select ${part}, 'w' || a.id, 'text', 'read', coalesce(a.difficulty, a.note), a.state, a.percent, a.difficulty, coalesce(a.difficulty, a.note),
       case when a.state = 'blocked' and a."unitId" % 2 = 0 then '{"result": null, "proposal": "đề nghị cấp thêm vật tư", "nextStep": null}'::jsonb end, a."answeredAt"
     from "Assignment" a where ${ofWeek} and a.state in ('done', 'in_progress', 'blocked')`,
    [from, to],
  );
  await client.query(
    `insert into "Reply" (${columns})
     select ${part}, 'u' || a.id, 'text', 'unread', 'mai em gửi anh nhé', null, null, null, '', null, a."createdAt" + interval '5 hours'
     from "Assignment" a where ${ofWeek} and a.id % 100 = 7`,
    [from, to],
  );
  await client.query(
    `insert into "ReplyVersion" ("replyId", version, text, reading, "personId", at)
     select id, 1, text, ${readingOf('r')}, "personId", "receivedAt" from "Reply" r
     where "directiveId" >= $1::int and "directiveId" < $2::int`,
    [from, to],
  );
  await client.query(
    `update "Assignment" a set "lastReplyId" = r.id
     from (select "assignmentId", max(id) as id from "Reply"
       where "directiveId" >= $1::int and "directiveId" < $2::int and status is not null group by 1) r
     where a.id = r."assignmentId"`,
    [from, to],
  );
}

const readingOf = (reply: string) =>
  `jsonb_build_object('status', ${reply}.status, 'percent', ${reply}.percent, 'doneCount', null, 'totalCount', null, 'value', null,
     'difficulty', ${reply}.difficulty, 'note', ${reply}.note, 'isQuestion', false, 'moreTime', null, 'problem', null)`;

/**
 * What happens after a week's report: all but two of the directives are closed, of these half of what was under way is done;
 * one reply in a hundred is edited, one unit in two hundred moves to another branch.
 */
export async function addAftermath(client: pg.Client, { first, startsAt }: Week): Promise<void> {
  const frozenAt = new Date(startsAt.getTime() + 7 * day);
  await client.query(
    `update "Directive" set state = 'closed', "closedAt" = $3 where id >= $1::int and id < $2::int - 2`,
    [first, first + perWeek, frozenAt],
  );
  await finishLate(client, [first, first + perWeek, new Date(frozenAt.getTime() + day)]);
  await client.query(
    `with edited as (
       update "Reply" r set note = note || ' (đã kiểm tra lại)', version = 2
       where "directiveId" >= $1::int and "directiveId" < $2::int and status = 'done' and id % 100 = 0 returning r.*)
     insert into "ReplyVersion" ("replyId", version, text, reading, "personId", at)
     select id, 2, note, ${readingOf('edited')}, "personId", $3::timestamptz + interval '1 hour' from edited`,
    [first, first + perWeek, frozenAt],
  );
  await client.query(
    `insert into "UnitPlace" ("unitId", "parentId", until)
     select id, "parentId", $1::timestamptz + interval '1 day' from "Unit" where id % 200 = 150`,
    [frozenAt],
  );
  await client.query(`update "Unit" set "parentId" = 1 + ("parentId" + 1) % 100 where id % 200 = 150`);
}

/** Every second part that was under way is done the day after. */
async function finishLate(client: pg.Client, range: readonly [number, number, Date]): Promise<void> {
  const isMeant = `${ofWeek} and a.state = 'in_progress' and a."unitId" % 2 = 0
    and exists (select 1 from "Directive" d where d.id = a."directiveId" and d.state = 'open')`;
  await client.query(
    `with said as (
       insert into "Reply" (${columns})
       select ${part}, 'l' || a.id, 'text', 'read', 'nay đã xong', 'done', 100, null, 'nay đã xong', null, $3
       from "Assignment" a where ${isMeant} returning *),
     version as (insert into "ReplyVersion" ("replyId", version, text, reading, "personId", at)
       select id, 1, text, ${readingOf('said')}, "personId", "receivedAt" from said)
     update "Assignment" a set state = 'done', percent = 100, note = said.note, "doneAt" = $3, "lastReplyId" = said.id
     from said where said."assignmentId" = a.id`,
    [...range],
  );
}
