-- CreateTable
CREATE TABLE "WebLink" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER,
    "accountId" INTEGER,
    "keyHash" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebSession" (
    "keyHash" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "notice" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WebSession_pkey" PRIMARY KEY ("keyHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "WebLink_chatId_key" ON "WebLink"("chatId");

-- CreateIndex
CREATE UNIQUE INDEX "WebLink_keyHash_key" ON "WebLink"("keyHash");

-- CreateIndex
CREATE INDEX "WebSession_accountId_idx" ON "WebSession"("accountId");

-- AddForeignKey
ALTER TABLE "WebLink" ADD CONSTRAINT "WebLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebSession" ADD CONSTRAINT "WebSession_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
