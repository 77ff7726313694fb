-- The test slip that staff asked for last (app/queue/test_slip.h), one row. boot_ms is when it was
-- asked for or taken, in the boot that it holds in.
CREATE TABLE test_slip (
  id BIGINT NOT NULL,
  boot_id TEXT NOT NULL,
  boot_ms BIGINT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  device TEXT NOT NULL
);
INSERT INTO test_slip VALUES (0, '', 0, 'none', 'ok', '');
