-- When the waiting room was told of a call, by the first display that did; NULL = not yet. It is no
-- event: the day is right without it.
ALTER TABLE call ADD COLUMN shown_ms BIGINT;
ALTER TABLE call ADD COLUMN spoken_ms BIGINT;
ALTER TABLE call ADD COLUMN lit_ms BIGINT;
