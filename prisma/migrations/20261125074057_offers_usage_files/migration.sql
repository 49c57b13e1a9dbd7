-- CreateTable
CREATE TABLE "Offer" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "personId" INTEGER,
    "choices" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelUsage" (
    "channel" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "received" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ChannelUsage_pkey" PRIMARY KEY ("channel","month")
);

-- CreateTable
CREATE TABLE "SharedFile" (
    "token" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedFile_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE INDEX "Offer_chatId_id_idx" ON "Offer"("chatId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SharedFile_channel_ref_key" ON "SharedFile"("channel", "ref");
