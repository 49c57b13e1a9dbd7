-- CreateTable
CREATE TABLE "Upload" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "keptAt" TIMESTAMPTZ(3),

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditLog_personId_at_idx" ON "AuditLog"("personId", "at");

-- CreateIndex
CREATE INDEX "AuditLog_at_id_idx" ON "AuditLog"("at", "id");

-- CreateIndex
CREATE INDEX "Upload_loose_idx" ON "Upload" ("createdAt") WHERE "keptAt" IS NULL;
CREATE INDEX "Delivery_stuck_idx" ON "Delivery" ("channel", "state") WHERE "state" IN ('uncertain', 'failed');
