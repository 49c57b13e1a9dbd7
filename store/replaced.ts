import { Prisma } from './db.js';

/**
 * SQL: the chat `chat`, which was to get the part `part`, is the unit's no more, and another group that is has a delivery of
 * its own on that channel.
 */
export const isReplaced = (part: Prisma.Sql, chat: Prisma.Sql): Prisma.Sql => Prisma.sql`exists (
  select 1 from "Assignment" ra
    join "Delivery" rd on rd."directiveId" = ra."directiveId" and rd.kind = 'directive' and rd."assignmentId" = ra.id
    join "Chat" rc on rc.id = rd."chatId" and rc."unitId" = ra."unitId" and rc.channel = ${chat}.channel
  where ra.id = ${part} and ${chat}."unitId" is distinct from ra."unitId" and rc.id <> ${chat}.id)`;
