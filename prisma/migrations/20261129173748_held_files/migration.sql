-- CreateTable
CREATE TABLE "HeldFile" (
    "uploadId" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HeldFile_pkey" PRIMARY KEY ("uploadId","channel")
);

-- AddForeignKey
ALTER TABLE "HeldFile" ADD CONSTRAINT "HeldFile_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
