-- DropIndex
DROP INDEX "Summary_number_key";

-- DropIndex
DROP INDEX "Summary_period_scope_key";

-- AlterTable
ALTER TABLE "Summary" DROP COLUMN "unitId",
ADD COLUMN     "issue" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'week',
ADD COLUMN     "publishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "year" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "number" DROP NOT NULL;
UPDATE "Summary" SET "year" = extract(year FROM "createdAt"), "publishedAt" = "createdAt";
ALTER TABLE "Summary" ALTER COLUMN "kind" DROP DEFAULT, ALTER COLUMN "year" DROP DEFAULT;

-- CreateTable
CREATE TABLE "UnitPlace" (
    "id" SERIAL NOT NULL,
    "unitId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnitPlace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnitPlace_unitId_until_idx" ON "UnitPlace"("unitId", "until");

-- CreateIndex
CREATE INDEX "Assignment_directiveId_doneAt_idx" ON "Assignment"("directiveId", "doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "Summary_year_number_key" ON "Summary"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Summary_period_scope_issue_key" ON "Summary"("period", "scope", "issue");

-- AddForeignKey
ALTER TABLE "UnitPlace" ADD CONSTRAINT "UnitPlace_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
