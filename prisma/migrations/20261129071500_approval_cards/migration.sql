-- Every reply to a message of the bot asks whether that is a card waiting for a decision: few are, in chats with years of messages.
CREATE INDEX "Delivery_approval_card_idx" ON "Delivery" ("chatId") WHERE "dedupKey" LIKE 'approval:%';
