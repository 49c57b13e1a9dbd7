-- AlterTable
ALTER TABLE "Directive" ADD COLUMN     "passedFromId" INTEGER,
ADD COLUMN     "terms" JSONB;

-- AlterTable
ALTER TABLE "Recurrence" ADD COLUMN     "terms" JSONB;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "byHand" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "claimedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "DirectiveTemplate" ADD COLUMN     "terms" JSONB;

-- CreateTable
CREATE TABLE "UnitMember" (
    "unitId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnitMember_pkey" PRIMARY KEY ("unitId","personId")
);

-- CreateIndex
CREATE INDEX "UnitMember_personId_idx" ON "UnitMember"("personId");

-- CreateIndex
CREATE INDEX "Directive_passedFromId_idx" ON "Directive"("passedFromId");

-- AddForeignKey
ALTER TABLE "UnitMember" ADD CONSTRAINT "UnitMember_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitMember" ADD CONSTRAINT "UnitMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Directive" ADD CONSTRAINT "Directive_passedFromId_fkey" FOREIGN KEY ("passedFromId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
