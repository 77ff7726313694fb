-- Numbers that a restored store leaves out, because the lost one may have given them.
ALTER TABLE sequence ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
