-- The guest book's lists as an office words them, and what the book could not hold before.

-- What an office says of an option (app/queue/office.h, struct office_option); place: in the order of
-- its file, in which its own ones are shown.
CREATE TABLE guest_option (
  place INTEGER PRIMARY KEY,
  field TEXT NOT NULL,
  code INTEGER NOT NULL,
  survey INTEGER NOT NULL,
  hidden INTEGER NOT NULL,
  label_id TEXT NOT NULL,
  label_en TEXT NOT NULL,
  brief_id TEXT NOT NULL,
  brief_en TEXT NOT NULL,
  UNIQUE (field, code)
);

-- Who answers for personal data at the office; one row.
CREATE TABLE privacy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  contact TEXT NOT NULL
);
INSERT INTO privacy (id, contact) VALUES (1, '');

-- 1: its visitors are not asked for a rating.
ALTER TABLE service ADD COLUMN unrated INTEGER NOT NULL DEFAULT 0;
CREATE INDEX service_unrated ON service (unrated, place);

-- Answers to the questions that have no column of their own, by the name of the field
-- (app/queue/guest_field.h). Codes that are only counted stay with the visit; texts, and what tells
-- of health, go with the guest.
CREATE TABLE visit_answer (
  visit INTEGER NOT NULL REFERENCES visit (id),
  field TEXT NOT NULL,
  code INTEGER NOT NULL,
  PRIMARY KEY (visit, field)
) WITHOUT ROWID;
CREATE TABLE guest_answer (
  visit INTEGER NOT NULL REFERENCES guest (visit) ON DELETE CASCADE,
  field TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (visit, field)
) WITHOUT ROWID;
