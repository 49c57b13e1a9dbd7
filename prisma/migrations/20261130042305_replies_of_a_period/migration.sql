-- DropIndex
DROP INDEX "Reply_receivedAt_idx";

-- CreateIndex
CREATE INDEX "Reply_receivedAt_assignmentId_idx" ON "Reply"("receivedAt", "assignmentId");

-- What Prisma's schema language cannot say: what issuers decided is a small part of all that was said, and reports ask whether
-- any came after a moment (store/items-then.ts).
CREATE INDEX "Reply_decision_idx" ON "Reply" ("assignmentId", "receivedAt") WHERE "source" = 'decision';
