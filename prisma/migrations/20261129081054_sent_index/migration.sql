-- DropIndex
DROP INDEX "Delivery_chatId_createdAt_idx";

-- CreateIndex
CREATE INDEX "Delivery_chatId_claimedAt_idx" ON "Delivery"("chatId", "claimedAt");
