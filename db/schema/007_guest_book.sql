-- The guest book as each office asks it, service by service, and what it could not hold before.

-- What an office says of a question; what it leaves out is asked as usual (app/queue/guest_field.h).
CREATE TABLE question (
  service INTEGER NOT NULL REFERENCES service (place),
  field TEXT NOT NULL,
  asked TEXT NOT NULL CHECK (asked IN ('no', 'optional', 'required')),
  PRIMARY KEY (service, field)
) WITHOUT ROWID;

-- Codes; education is finer from now on: 1, secondary or less, is given no more.
ALTER TABLE visit ADD COLUMN dtsen INTEGER NOT NULL DEFAULT 0;

ALTER TABLE guest ADD COLUMN address TEXT;
ALTER TABLE guest ADD COLUMN birth_year TEXT;
ALTER TABLE guest ADD COLUMN institution_kind_other TEXT;
ALTER TABLE guest ADD COLUMN dtsen_other TEXT;

-- One row an item of data asked for, place 1 first; personal, as `guest` is, and goes with it.
CREATE TABLE guest_data (
  visit INTEGER NOT NULL REFERENCES guest (visit) ON DELETE CASCADE,
  place INTEGER NOT NULL CHECK (place > 0),
  note TEXT,
  PRIMARY KEY (visit, place)
) WITHOUT ROWID;
INSERT INTO guest_data (visit, place, note)
  SELECT visit, 1, data_needed FROM guest WHERE data_needed <> '';
ALTER TABLE guest DROP COLUMN data_needed;
