-- AlterEnum
ALTER TYPE "InvitePurpose" ADD VALUE 'account';

-- AlterTable
ALTER TABLE "Role" ADD COLUMN     "broughtBy" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
