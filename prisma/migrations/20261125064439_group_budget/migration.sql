-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "lastCallIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
