-- Paper rolls: what each printer has fed since its roll was put in. The millimetres of a slip are
-- counted when any byte of it was sent.

-- length_mm 0 = the printer has not said yet how long a new roll is; in_doubt = the paper was out
-- since, or the cover open near its end, so that staff are asked whether there is a new roll now.
CREATE TABLE roll (
  device TEXT PRIMARY KEY,
  since_ms BIGINT NOT NULL,
  length_mm INTEGER NOT NULL DEFAULT 0 CHECK (length_mm >= 0),
  fed_mm BIGINT NOT NULL DEFAULT 0 CHECK (fed_mm >= 0),
  slips INTEGER NOT NULL DEFAULT 0 CHECK (slips >= 0),
  in_doubt INTEGER NOT NULL DEFAULT 0
);

-- What a device was before since_ms: a cured trouble is told for a while.
ALTER TABLE device ADD COLUMN was TEXT NOT NULL DEFAULT 'ok';
