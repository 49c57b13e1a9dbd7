-- AlterTable
ALTER TABLE "WebhookEndpoint" ADD COLUMN     "oldSecrets" JSONB NOT NULL DEFAULT '[]';
