-- DropIndex
DROP INDEX "Assignment_nextReminderAt_idx";

-- DropIndex
DROP INDEX "Assignment_nextEscalationAt_idx";

-- What Prisma's schema language cannot say: only assignments with something planned, by when for the sweeps, and by whose
-- for the jobs. A sweep reads what is due, a job what is due of one unit or directive, however much else is open.
CREATE INDEX "Assignment_reminder_idx" ON "Assignment" ("nextReminderAt", "unitId") WHERE "nextReminderAt" IS NOT NULL;
CREATE INDEX "Assignment_unit_reminder_idx" ON "Assignment" ("unitId", "nextReminderAt") WHERE "nextReminderAt" IS NOT NULL;
CREATE INDEX "Assignment_escalation_idx" ON "Assignment" ("nextEscalationAt", "directiveId") WHERE "nextEscalationAt" IS NOT NULL;
CREATE INDEX "Assignment_directive_escalation_idx" ON "Assignment" ("directiveId", "nextEscalationAt") WHERE "nextEscalationAt" IS NOT NULL;
-- What waits for one chat, however long the chat's past is.
CREATE INDEX "Delivery_chat_queued_idx" ON "Delivery" ("chatId") WHERE "state" = 'queued';
