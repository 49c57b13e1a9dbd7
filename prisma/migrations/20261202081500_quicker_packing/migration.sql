-- The content of a report on thousands of units has several megabytes, and packing it is most of what storing it takes: lz4
-- does it in about half the time. A server older than PostgreSQL 14, or built without lz4, packs as before.
-- The driver adapter splits a script at every semicolon, quoted or not, so those of the block are written \x3b.
-- https://www.postgresql.org/docs/current/sql-altertable.html (SET COMPRESSION)
DO E'BEGIN
  EXECUTE ''ALTER TABLE "Summary" ALTER COLUMN "content" SET COMPRESSION lz4''\x3b
EXCEPTION
  WHEN feature_not_supported OR syntax_error THEN NULL\x3b
END';
