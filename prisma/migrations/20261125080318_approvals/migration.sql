-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('open', 'granted', 'refused', 'overtaken');

-- CreateTable
CREATE TABLE "Approval" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "replyId" INTEGER NOT NULL,
    "personId" INTEGER,
    "state" "ApprovalState" NOT NULL DEFAULT 'open',
    "openKey" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "wishedAt" TIMESTAMPTZ(3),
    "dueBefore" TIMESTAMPTZ(3),
    "dueAfter" TIMESTAMPTZ(3),
    "word" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" INTEGER,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Approval_openKey_key" ON "Approval"("openKey");

-- CreateIndex
CREATE INDEX "Approval_assignmentId_kind_idx" ON "Approval"("assignmentId", "kind");

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
