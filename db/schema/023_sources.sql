-- 1: of data that a visitor was given, the clerk is asked out of which source they came
-- (app/queue/outcome.h); what was said stands in the event.
ALTER TABLE office ADD COLUMN asks_source INTEGER NOT NULL DEFAULT 0;
