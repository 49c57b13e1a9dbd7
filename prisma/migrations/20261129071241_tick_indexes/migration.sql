-- CreateIndex
CREATE INDEX "Chat_personId_idx" ON "Chat"("personId");

-- CreateIndex
CREATE INDEX "Role_unitId_idx" ON "Role"("unitId");

-- CreateIndex
CREATE INDEX "Dialogue_expiresAt_idx" ON "Dialogue"("expiresAt");

-- CreateIndex
CREATE INDEX "SharedFile_createdAt_idx" ON "SharedFile"("createdAt");
