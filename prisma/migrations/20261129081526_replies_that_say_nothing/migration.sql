-- What needs somebody's eye is found among the replies that say nothing of how the work stands: questions and what nobody could
-- read. They are few among years of answers.
CREATE INDEX "Reply_says_nothing_idx" ON "Reply" ("assignmentId") WHERE "status" IS NULL AND "value" IS NULL;
