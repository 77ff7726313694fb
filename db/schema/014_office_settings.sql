-- What a head can set beside the office file of old: services that are not offered for now (bits, as
-- reception), staff that has left and keeps its row for the log, and what a slip shows.
ALTER TABLE flow ADD COLUMN withheld BIGINT NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN retired INTEGER NOT NULL DEFAULT 0;

-- hidden: bits of enum office_slip_line (app/queue/office.h).
CREATE TABLE slip_layout (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  hidden BIGINT NOT NULL,
  footer_id TEXT NOT NULL,
  footer_en TEXT NOT NULL
);
INSERT INTO slip_layout (id, hidden, footer_id, footer_en) VALUES (1, 0, '', '');
