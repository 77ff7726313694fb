-- The calendar of an office: holidays with the years whose list is there, seasons with their own
-- hours, closures; the promise of each service and channel; quotas. A day is the number of days
-- since 1970-01-01 in the office's zone; known_ms is the office time at which an entry was made, 0
-- = from the beginning (what that means for opening hours: app/queue/office.h).

-- Goes up with every change of the rows of the office and its calendar: programs that keep them in
-- memory read them anew when it does.
ALTER TABLE office ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

ALTER TABLE service ADD COLUMN daily_quota INTEGER NOT NULL DEFAULT 0;
ALTER TABLE service ADD COLUMN last_issue_min INTEGER NOT NULL DEFAULT -1;

CREATE TABLE standard (
  service INTEGER NOT NULL REFERENCES service (place),
  place INTEGER NOT NULL,
  channel TEXT NOT NULL,
  amount INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('minutes', 'days', 'working_days', 'at_once')),
  start TEXT NOT NULL
    CHECK (start IN ('previous_finished', 'guest_book', 'received', 'complete')),
  PRIMARY KEY (service, place),
  UNIQUE (service, channel)
);

-- What a store of an earlier version promised on site, in whole minutes.
INSERT INTO standard (service, place, channel, amount, unit, start)
  SELECT place, 0, 'onsite', target_s / 60, 'minutes', 'previous_finished' FROM service
  WHERE target_s > 0 AND target_s % 60 = 0;

CREATE TABLE holiday_list (
  year INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  known_ms BIGINT NOT NULL
);

CREATE TABLE holiday (
  day INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('LN', 'CB', 'LK')),
  name TEXT NOT NULL,
  known_ms BIGINT NOT NULL
);

CREATE TABLE season (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  known_ms BIGINT NOT NULL,
  CHECK (from_day <= to_day)
);

-- As `hours`: place 0 = opening hours, 1… = breaks.
CREATE TABLE season_hours (
  season INTEGER NOT NULL REFERENCES season (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL,
  place INTEGER NOT NULL,
  from_min INTEGER NOT NULL,
  to_min INTEGER NOT NULL,
  PRIMARY KEY (season, weekday, place)
);

CREATE TABLE closure (
  id INTEGER PRIMARY KEY,
  from_ms BIGINT NOT NULL,
  to_ms BIGINT NOT NULL,
  reason TEXT NOT NULL,
  known_ms BIGINT NOT NULL,
  CHECK (from_ms < to_ms)
);
