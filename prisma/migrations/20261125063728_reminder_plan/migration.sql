-- AlterTable
ALTER TABLE "Directive" ADD COLUMN     "reminders" JSONB;
