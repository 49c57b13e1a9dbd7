-- CreateEnum
CREATE TYPE "RecurrenceState" AS ENUM ('draft', 'active', 'paused', 'ended');

-- CreateTable
CREATE TABLE "Recurrence" (
    "id" SERIAL NOT NULL,
    "number" INTEGER,
    "state" "RecurrenceState" NOT NULL DEFAULT 'draft',
    "kind" "DirectiveKind" NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "audience" TEXT NOT NULL,
    "rhythmWords" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "dueWords" TEXT,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "answer" JSONB,
    "reminders" JSONB,
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "issuerId" INTEGER NOT NULL,
    "issuerChatId" INTEGER NOT NULL,
    "replacesId" INTEGER,
    "nextPeriod" TEXT,
    "nextOpenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecurrencePeriod" (
    "id" SERIAL NOT NULL,
    "recurrenceId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "directiveId" INTEGER,
    "skipped" TEXT,

    CONSTRAINT "RecurrencePeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedAudience" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "fold" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedAudience_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectiveTemplate" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "fold" TEXT NOT NULL,
    "kind" "DirectiveKind" NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "audience" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "answer" JSONB,
    "reminders" JSONB,
    "hasDue" BOOLEAN NOT NULL,
    "dueWords" TEXT,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DirectiveTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Recurrence_number_key" ON "Recurrence"("number");

-- CreateIndex
CREATE INDEX "Recurrence_nextOpenAt_idx" ON "Recurrence"("nextOpenAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecurrencePeriod_directiveId_key" ON "RecurrencePeriod"("directiveId");

-- CreateIndex
CREATE UNIQUE INDEX "RecurrencePeriod_recurrenceId_period_key" ON "RecurrencePeriod"("recurrenceId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "SavedAudience_fold_key" ON "SavedAudience"("fold");

-- CreateIndex
CREATE UNIQUE INDEX "DirectiveTemplate_fold_key" ON "DirectiveTemplate"("fold");

-- AddForeignKey
ALTER TABLE "Recurrence" ADD CONSTRAINT "Recurrence_issuerId_fkey" FOREIGN KEY ("issuerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecurrencePeriod" ADD CONSTRAINT "RecurrencePeriod_recurrenceId_fkey" FOREIGN KEY ("recurrenceId") REFERENCES "Recurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecurrencePeriod" ADD CONSTRAINT "RecurrencePeriod_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE SET NULL ON UPDATE CASCADE;
