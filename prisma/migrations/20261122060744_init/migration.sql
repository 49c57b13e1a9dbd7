-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ChatRole" AS ENUM ('unit', 'office', 'private', 'none');

-- CreateEnum
CREATE TYPE "ChatState" AS ENUM ('active', 'unreachable');

-- CreateEnum
CREATE TYPE "RoleKind" AS ENUM ('owner', 'admin', 'issuer', 'lead', 'viewer');

-- CreateEnum
CREATE TYPE "InvitePurpose" AS ENUM ('owner', 'office', 'unit', 'role');

-- CreateEnum
CREATE TYPE "DirectiveKind" AS ENUM ('task', 'acknowledge', 'collect', 'notice');

-- CreateEnum
CREATE TYPE "DirectiveState" AS ENUM ('draft', 'scheduled', 'open', 'closed', 'cancelled', 'discarded');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('waiting', 'acknowledged', 'in_progress', 'blocked', 'done', 'accepted', 'returned');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('queued', 'sending', 'sent', 'uncertain', 'failed', 'skipped');

-- CreateEnum
CREATE TYPE "InboxState" AS ENUM ('new', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ReplyState" AS ENUM ('read', 'asked', 'corrected', 'unread');

-- CreateTable
CREATE TABLE "Unit" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" INTEGER,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "timeZone" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chat" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL DEFAULT '',
    "role" "ChatRole" NOT NULL DEFAULT 'none',
    "unitId" INTEGER,
    "personId" INTEGER,
    "title" TEXT NOT NULL DEFAULT '',
    "locale" TEXT,
    "hearsAll" BOOLEAN NOT NULL DEFAULT false,
    "state" "ChatState" NOT NULL DEFAULT 'active',
    "unreachableReason" TEXT,
    "unreachableAt" TIMESTAMPTZ(3),
    "boundAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "nextSendAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "paceAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Chat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatAlias" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL DEFAULT '',
    "chatId" INTEGER NOT NULL,

    CONSTRAINT "ChatAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelPace" (
    "channel" TEXT NOT NULL,
    "nextSendAt" TIMESTAMPTZ(6) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "pausedUntil" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',

    CONSTRAINT "ChannelPace_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT,
    "erasedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "username" TEXT,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" "RoleKind" NOT NULL,
    "unitId" INTEGER,
    "grantedById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "purpose" "InvitePurpose" NOT NULL,
    "unitId" INTEGER,
    "role" "RoleKind",
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "usedById" INTEGER,
    "usedChatId" INTEGER,

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Directive" (
    "id" SERIAL NOT NULL,
    "number" INTEGER,
    "kind" "DirectiveKind" NOT NULL,
    "state" "DirectiveState" NOT NULL DEFAULT 'draft',
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "audience" TEXT NOT NULL,
    "unitIds" INTEGER[],
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "answer" JSONB,
    "dueAt" TIMESTAMPTZ(3),
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "issuerId" INTEGER NOT NULL,
    "issuerChatId" INTEGER NOT NULL,
    "sendAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Directive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DirectiveVersion" (
    "id" SERIAL NOT NULL,
    "directiveId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "change" TEXT NOT NULL DEFAULT '',
    "personId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DirectiveVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" SERIAL NOT NULL,
    "directiveId" INTEGER NOT NULL,
    "unitId" INTEGER NOT NULL,
    "state" "AssignmentState" NOT NULL DEFAULT 'waiting',
    "percent" INTEGER,
    "doneCount" INTEGER,
    "totalCount" INTEGER,
    "value" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "difficulty" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "lastReplyId" INTEGER,
    "excused" BOOLEAN NOT NULL DEFAULT false,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "nextReminderAt" TIMESTAMPTZ(3),
    "reminderStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "chatId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupKey" TEXT,
    "state" "DeliveryState" NOT NULL DEFAULT 'queued',
    "priority" INTEGER NOT NULL DEFAULT 5,
    "directiveId" INTEGER,
    "assignmentId" INTEGER,
    "assignmentIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "version" INTEGER,
    "content" JSONB,
    "replyTo" TEXT,
    "messageIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "errorCode" TEXT,
    "reason" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageRef" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "deliveryId" INTEGER NOT NULL,
    "directiveId" INTEGER,
    "assignmentId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MessageRef_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Card" (
    "directiveId" INTEGER NOT NULL,
    "chatId" INTEGER NOT NULL,
    "groups" INTEGER NOT NULL DEFAULT 0,
    "messageId" TEXT,
    "shown" TEXT NOT NULL DEFAULT '',
    "dirtyAt" TIMESTAMPTZ(3),
    "finalAt" TIMESTAMPTZ(3),

    CONSTRAINT "Card_pkey" PRIMARY KEY ("directiveId")
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER,
    "directiveId" INTEGER,
    "unitId" INTEGER,
    "chatId" INTEGER NOT NULL,
    "personId" INTEGER,
    "messageId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" "ReplyState" NOT NULL DEFAULT 'read',
    "version" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "status" "AssignmentState",
    "percent" INTEGER,
    "doneCount" INTEGER,
    "totalCount" INTEGER,
    "value" JSONB,
    "difficulty" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "directiveVersion" INTEGER,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "forgottenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyVersion" (
    "id" SERIAL NOT NULL,
    "replyId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reading" JSONB NOT NULL,
    "personId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReplyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" SERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "chatKey" TEXT NOT NULL,
    "event" JSONB NOT NULL,
    "state" "InboxState" NOT NULL DEFAULT 'new',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "retryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00 +00:00',
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dialogue" (
    "id" SERIAL NOT NULL,
    "chatId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Dialogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "claimedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Summary" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "unitId" INTEGER,
    "scope" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Summary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditLog" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" INTEGER,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxChat" (
    "externalId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "isGroup" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "hasBot" BOOLEAN NOT NULL DEFAULT true,
    "members" JSONB NOT NULL DEFAULT '[]',
    "toasts" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SandboxChat_pkey" PRIMARY KEY ("externalId")
);

-- CreateTable
CREATE TABLE "SandboxMessage" (
    "id" SERIAL NOT NULL,
    "chatId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "isBot" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "replyTo" INTEGER,
    "reaction" TEXT,
    "editedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE INDEX "Chat_unitId_idx" ON "Chat"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Chat_channel_externalId_threadId_key" ON "Chat"("channel", "externalId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatAlias_channel_externalId_threadId_key" ON "ChatAlias"("channel", "externalId", "threadId");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_channel_externalId_key" ON "Account"("channel", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Role_personId_kind_unitId_key" ON "Role"("personId", "kind", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_code_key" ON "Invite"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Directive_number_key" ON "Directive"("number");

-- CreateIndex
CREATE INDEX "Directive_state_sendAt_idx" ON "Directive"("state", "sendAt");

-- CreateIndex
CREATE UNIQUE INDEX "DirectiveVersion_directiveId_version_key" ON "DirectiveVersion"("directiveId", "version");

-- CreateIndex
CREATE INDEX "Assignment_unitId_state_idx" ON "Assignment"("unitId", "state");

-- CreateIndex
CREATE INDEX "Assignment_nextReminderAt_idx" ON "Assignment"("nextReminderAt");

-- CreateIndex
CREATE INDEX "Assignment_doneAt_idx" ON "Assignment"("doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_directiveId_unitId_key" ON "Assignment"("directiveId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_dedupKey_key" ON "Delivery"("dedupKey");

-- CreateIndex
CREATE INDEX "Delivery_directiveId_kind_state_idx" ON "Delivery"("directiveId", "kind", "state");

-- CreateIndex
CREATE INDEX "Delivery_chatId_createdAt_idx" ON "Delivery"("chatId", "createdAt");

-- CreateIndex
CREATE INDEX "MessageRef_deliveryId_idx" ON "MessageRef"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "MessageRef_chatId_messageId_key" ON "MessageRef"("chatId", "messageId");

-- CreateIndex
CREATE INDEX "Reply_chatId_messageId_idx" ON "Reply"("chatId", "messageId");

-- CreateIndex
CREATE INDEX "Reply_assignmentId_receivedAt_idx" ON "Reply"("assignmentId", "receivedAt");

-- CreateIndex
CREATE INDEX "Reply_receivedAt_idx" ON "Reply"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyVersion_replyId_version_key" ON "ReplyVersion"("replyId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_channel_eventKey_key" ON "Inbox"("channel", "eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "Dialogue_chatId_personId_key" ON "Dialogue"("chatId", "personId");

-- CreateIndex
CREATE INDEX "Occurrence_doneAt_dueAt_idx" ON "Occurrence"("doneAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Summary_number_key" ON "Summary"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Summary_period_scope_key" ON "Summary"("period", "scope");

-- CreateIndex
CREATE INDEX "AuditLog_target_at_idx" ON "AuditLog"("target", "at");

-- CreateIndex
CREATE INDEX "SandboxMessage_chatId_id_idx" ON "SandboxMessage"("chatId", "id");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chat" ADD CONSTRAINT "Chat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAlias" ADD CONSTRAINT "ChatAlias_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectiveVersion" ADD CONSTRAINT "DirectiveVersion_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "Chat"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_directiveId_fkey" FOREIGN KEY ("directiveId") REFERENCES "Directive"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyVersion" ADD CONSTRAINT "ReplyVersion_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dialogue" ADD CONSTRAINT "Dialogue_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SandboxMessage" ADD CONSTRAINT "SandboxMessage_chatId_fkey" FOREIGN KEY ("chatId") REFERENCES "SandboxChat"("externalId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say: the sweeps' indexes hold only rows that are not final,
-- and a role without a branch is unique too.
CREATE INDEX "Delivery_queued_idx" ON "Delivery" ("channel", "priority", "id") WHERE "state" = 'queued';
CREATE INDEX "Delivery_sending_idx" ON "Delivery" ("channel", "claimedAt") WHERE "state" = 'sending';
CREATE INDEX "Inbox_new_idx" ON "Inbox" ("id") WHERE "state" = 'new';
CREATE UNIQUE INDEX "Role_branchless_key" ON "Role" ("personId", "kind") WHERE "unitId" IS NULL;
CREATE INDEX "Card_dirty_idx" ON "Card" ("dirtyAt") WHERE "dirtyAt" IS NOT NULL;
CREATE INDEX "Reply_kept_idx" ON "Reply" ("receivedAt") WHERE "forgottenAt" IS NULL;
CREATE INDEX "Inbox_failed_idx" ON "Inbox" ("receivedAt") WHERE "state" = 'failed';
CREATE INDEX "Account_username_idx" ON "Account" ("channel", "username") WHERE "username" IS NOT NULL;
