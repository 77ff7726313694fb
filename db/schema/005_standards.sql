-- What an office publishes of its services, line by line in both languages (app/queue/standard.h):
-- the parts of each service's standard, and the office's pledge, whose lines have no service.
-- from_day, until_day: days since 1970-01-01 between which a line holds; 0 = no end on this side.

CREATE TABLE standard_line (
  place INTEGER PRIMARY KEY,
  service INTEGER REFERENCES service (place),
  part TEXT NOT NULL CHECK (part IN ('requirements', 'procedure', 'time', 'fee', 'product',
    'complaints', 'basis', 'pledge')),
  heading INTEGER NOT NULL DEFAULT 0,
  from_day INTEGER NOT NULL DEFAULT 0,
  until_day INTEGER NOT NULL DEFAULT 0,
  text_id TEXT NOT NULL,
  text_en TEXT NOT NULL,
  CHECK ((service IS NULL) = (part = 'pledge'))
);

-- Slips that failed are staff's to decide as well as the unsure ones.
DROP INDEX outbox_unconfirmed;
CREATE INDEX outbox_unsure ON outbox (service_date) WHERE state IN ('unconfirmed', 'failed');
