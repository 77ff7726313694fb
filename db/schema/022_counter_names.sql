-- What a counter is called beside its number; '' = nothing.
ALTER TABLE counter ADD COLUMN name_id TEXT NOT NULL DEFAULT '';
ALTER TABLE counter ADD COLUMN name_en TEXT NOT NULL DEFAULT '';

-- How the consoles of the office behave (app/queue/office.h, struct office_console).
ALTER TABLE office ADD COLUMN ring_soon INTEGER NOT NULL DEFAULT 1;
ALTER TABLE office ADD COLUMN ring_late INTEGER NOT NULL DEFAULT 1;
ALTER TABLE office ADD COLUMN ring_unattended INTEGER NOT NULL DEFAULT 1;
ALTER TABLE office ADD COLUMN raise_late INTEGER NOT NULL DEFAULT 0;
ALTER TABLE office ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 10;
