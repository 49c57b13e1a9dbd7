-- Answers have no key, and each delivery is written three times on its way out: only the keys that there are need an entry.
DROP INDEX "Delivery_dedupKey_key";
CREATE UNIQUE INDEX "Delivery_dedupKey_key" ON "Delivery" ("dedupKey") WHERE "dedupKey" IS NOT NULL;
