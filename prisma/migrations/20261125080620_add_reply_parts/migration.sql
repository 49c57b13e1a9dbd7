-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "parts" JSONB;
