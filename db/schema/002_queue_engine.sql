-- The whole queue engine: every act of a ticket's life, appointments, days that are closed and
-- signed, and a log from which all of it can be computed again.

-- What each event was about, in columns of their own, so that the log alone tells the day; and the
-- hash that chains it to the event before. Events of version 1 have no hash: the chain begins after
-- them.
ALTER TABLE event ADD COLUMN service INTEGER;
ALTER TABLE event ADD COLUMN services BIGINT;
ALTER TABLE event ADD COLUMN priority TEXT;
ALTER TABLE event ADD COLUMN turn_ms BIGINT;
ALTER TABLE event ADD COLUMN low_ms BIGINT;
ALTER TABLE event ADD COLUMN high_ms BIGINT;
ALTER TABLE event ADD COLUMN party INTEGER;
ALTER TABLE event ADD COLUMN refers BIGINT;
ALTER TABLE event ADD COLUMN hash TEXT;

-- A program of version 1 that still runs must not break the chain.
CREATE TRIGGER event_is_chained BEFORE INSERT ON event WHEN NEW.hash IS NULL
BEGIN SELECT RAISE(ABORT, 'events are chained'); END;

-- Free text of an event (why a promise was broken), apart so that it can be blanked; the event
-- holds its hash.
CREATE TABLE remark (
  event INTEGER PRIMARY KEY REFERENCES event (id),
  note TEXT
);

-- A service day: from its first event on; closed by hand or by the system, with the figures as
-- published and the head of the log signed.
CREATE TABLE day (
  service_date TEXT PRIMARY KEY,
  first_event BIGINT NOT NULL,
  closed_event BIGINT,
  by_hand INTEGER NOT NULL DEFAULT 0,
  figures TEXT,
  head TEXT,
  signature TEXT
);
CREATE INDEX day_open ON day (service_date) WHERE closed_event IS NULL;
INSERT INTO day (service_date, first_event, closed_event)
  SELECT e.service_date, MIN(e.id),
    CASE WHEN e.service_date = (SELECT MAX(service_date) FROM event) THEN NULL ELSE MAX(e.id) END
  FROM event e GROUP BY e.service_date;

-- segment = the place of the segment the ticket is in; recalls = since the call that holds;
-- held_from = what a held ticket goes back to.
ALTER TABLE ticket ADD COLUMN segment INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ticket ADD COLUMN recalls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ticket ADD COLUMN held_from TEXT;
UPDATE ticket SET recalls = calls - 1 WHERE calls > 0;

-- alone: how long the clock ran because no open counter served the service; expect: the call was
-- expected between the two when the segment began; reason: the staff's, for a broken promise.
ALTER TABLE segment ADD COLUMN alone_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE segment ADD COLUMN alone_since_ms BIGINT;
ALTER TABLE segment ADD COLUMN expect_from_ms BIGINT;
ALTER TABLE segment ADD COLUMN expect_to_ms BIGINT;
ALTER TABLE segment ADD COLUMN reason TEXT;

-- A call's id is that of its event, so that an undone call is one no more and the next is newer.
-- (Calls of version 1 have smaller ids than any event after them.)

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  service INTEGER NOT NULL REFERENCES service (place),
  service_date TEXT NOT NULL,
  at_ms BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('booked', 'arrived', 'cancelled')),
  ticket INTEGER REFERENCES ticket (id)
);
CREATE INDEX appointment_day ON appointment (service_date, at_ms);

-- What the office has learned of its service times, by service and hour of the day (-1 = any):
-- moving mean and mean deviation, from each day at its close.
CREATE TABLE pace (
  hour INTEGER NOT NULL,
  service INTEGER NOT NULL REFERENCES service (place),
  visits INTEGER NOT NULL,
  mean_ms BIGINT NOT NULL,
  deviation_ms BIGINT NOT NULL,
  PRIMARY KEY (hour, service)
) WITHOUT ROWID;

-- What the slip says of its call: between the two.
ALTER TABLE outbox ADD COLUMN low_ms BIGINT;
ALTER TABLE outbox ADD COLUMN high_ms BIGINT;

-- The wall clock was far ahead when the boot was anchored, and the head has not confirmed it.
ALTER TABLE boot ADD COLUMN suspect INTEGER NOT NULL DEFAULT 0;
