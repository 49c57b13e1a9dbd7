-- A delivery is looked up by its message, no message by its delivery, and only what is done is looked up by when.
-- Both are written with every message and every reply.
DROP INDEX "MessageRef_deliveryId_idx";
DROP INDEX "Assignment_doneAt_idx";
CREATE INDEX "Assignment_doneAt_idx" ON "Assignment" ("doneAt") WHERE "doneAt" IS NOT NULL;

-- A chat is written with every message in it, and none of what changes then has an index: with room on its page the new
-- row stays there and no index is written.
ALTER TABLE "Chat" SET (fillfactor = 75);
