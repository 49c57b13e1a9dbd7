-- AlterTable
ALTER TABLE "Directive" ADD COLUMN     "mergedIntoId" INTEGER;
