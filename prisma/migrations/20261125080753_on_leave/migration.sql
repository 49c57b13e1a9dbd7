-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "onLeave" BOOLEAN NOT NULL DEFAULT false;
