-- CreateEnum
CREATE TYPE "AmendmentState" AS ENUM ('draft', 'applied', 'discarded');

-- CreateTable
CREATE TABLE "AmendmentDraft" (
    "id" SERIAL NOT NULL,
    "directiveId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "state" "AmendmentState" NOT NULL DEFAULT 'draft',
    "personId" INTEGER NOT NULL,
    "chatId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AmendmentDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AmendmentDraft_directiveId_idx" ON "AmendmentDraft"("directiveId");

-- AddForeignKey
ALTER TABLE "AmendmentDraft" ADD CONSTRAINT "AmendmentDraft_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE CASCADE ON UPDATE CASCADE;
