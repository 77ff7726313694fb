-- The next arrival is called to a free counter by itself, where the office allows it: since when the
-- counter stands by; NULL = it does not.
ALTER TABLE office ADD COLUMN stand_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counter_state ADD COLUMN stand_by_ms BIGINT;

-- A counter may call a ticket that is not the first in line, where the office allows it.
ALTER TABLE office ADD COLUMN call_any INTEGER NOT NULL DEFAULT 0;

-- A visitor who was sent on to one counter; NULL = to whichever serves.
ALTER TABLE ticket ADD COLUMN only_counter INTEGER;
