-- An endpoint that is there has heard of everything since it was made.
ALTER TABLE "WebhookEndpoint" ADD COLUMN "onSince" TIMESTAMPTZ(3);
UPDATE "WebhookEndpoint" SET "onSince" = "createdAt";
ALTER TABLE "WebhookEndpoint" ALTER COLUMN "onSince" SET NOT NULL;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "overdueFor" TIMESTAMPTZ(3);

-- What Prisma's schema language cannot say: parts whose deadline was not looked at, however many are overdue, and the few
-- without a deadline of their own. As store/overdue-calls.ts asks for them.
CREATE INDEX "Assignment_overdue_idx" ON "Assignment" ("dueAt") WHERE "doneAt" IS NULL AND "state" <> 'done' AND NOT "cancelled"
  AND NOT "excused" AND "overdueFor" IS DISTINCT FROM "dueAt";
CREATE INDEX "Assignment_undated_idx" ON "Assignment" ("directiveId") WHERE "doneAt" IS NULL AND "dueAt" IS NULL;
