-- AlterTable
ALTER TABLE "Chat" ADD COLUMN     "naming" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "ChannelPace" ADD COLUMN     "failingSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "nextEscalationAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "step" TEXT;

-- CreateTable
CREATE TABLE "Escalation" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "reached" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Heartbeat" (
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Heartbeat_pkey" PRIMARY KEY ("role")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockStop" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClockStop_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_assignmentId_step_key" ON "Escalation"("assignmentId", "step");

-- CreateIndex
CREATE INDEX "Outage_endsAt_idx" ON "Outage"("endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Outage_kind_channel_startsAt_key" ON "Outage"("kind", "channel", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "ClockStop_assignmentId_reason_startsAt_key" ON "ClockStop"("assignmentId", "reason", "startsAt");

-- CreateIndex
CREATE INDEX "Assignment_nextEscalationAt_idx" ON "Assignment"("nextEscalationAt");

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClockStop" ADD CONSTRAINT "ClockStop_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
