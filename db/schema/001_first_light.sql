-- The first line through the product: office, staff, tickets with their segments and intervals,
-- the log of events, the guest book, the outbox of slips.
--
-- Times are milliseconds since 1970 in office time unless a column says otherwise; a moment that
-- did not come is NULL. States, priorities and kinds are the words of the command line's JSON.
-- Personal data is in `guest` only. An index is one more page to write at every act (a page is two
-- writes and a checksum), so there is none that no statement needs.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Office time = boot time + offset_ms, fixed by the first event of a boot.
CREATE TABLE boot (
  boot_id TEXT PRIMARY KEY,
  offset_ms BIGINT NOT NULL
);

CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  unit_en TEXT NOT NULL,
  zone INTEGER NOT NULL,
  priority_head_start_s INTEGER NOT NULL,
  issue_before_s INTEGER NOT NULL,
  recall_limit INTEGER NOT NULL,
  recall_interval_s INTEGER NOT NULL,
  undo_s INTEGER NOT NULL,
  serve_on_call INTEGER NOT NULL,
  idle_s INTEGER NOT NULL,
  retention_months INTEGER NOT NULL,
  notice_version TEXT NOT NULL,
  running_id TEXT NOT NULL,
  running_en TEXT NOT NULL,
  online TEXT NOT NULL,
  chat TEXT NOT NULL
);

CREATE TABLE service (
  place INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  prefix TEXT NOT NULL UNIQUE,
  name_id TEXT NOT NULL,
  name_en TEXT NOT NULL,
  short_id TEXT NOT NULL,
  short_en TEXT NOT NULL,
  meaning_id TEXT NOT NULL,
  meaning_en TEXT NOT NULL,
  icon TEXT NOT NULL,
  fee INTEGER NOT NULL,
  email_required INTEGER NOT NULL,
  target_s INTEGER NOT NULL,
  typical_service_s INTEGER NOT NULL
);

-- weekday 0 = Monday; place 0 = opening hours, 1… = office-wide breaks.
CREATE TABLE hours (
  weekday INTEGER NOT NULL,
  place INTEGER NOT NULL,
  from_min INTEGER NOT NULL,
  to_min INTEGER NOT NULL,
  PRIMARY KEY (weekday, place)
);

CREATE TABLE staff (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  pin_hash TEXT,
  wrong_pins INTEGER NOT NULL DEFAULT 0,
  locked_until_ms BIGINT
);

CREATE TABLE counter (
  number INTEGER PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE,
  services BIGINT NOT NULL
);

-- What each counter is doing now; services and staff are those of the present shift.
CREATE TABLE counter_state (
  counter INTEGER PRIMARY KEY REFERENCES counter (number),
  state TEXT NOT NULL CHECK (state IN ('closed', 'free', 'called', 'serving', 'break')),
  services BIGINT NOT NULL,
  staff TEXT REFERENCES staff (code),
  ticket INTEGER UNIQUE REFERENCES ticket (id),
  since_ms BIGINT NOT NULL,
  free_since_ms BIGINT,
  CHECK ((ticket IS NOT NULL) = (state IN ('called', 'serving'))),
  CHECK ((staff IS NULL) = (state = 'closed'))
);

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  service_date TEXT NOT NULL,
  office_ms BIGINT NOT NULL,
  wall_ms BIGINT NOT NULL,
  boot_id TEXT NOT NULL,
  boot_ms BIGINT NOT NULL,
  device TEXT NOT NULL,
  staff TEXT,
  counter INTEGER,
  ticket INTEGER,
  detail TEXT
);
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER event_is_fixed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

-- One person or group coming once, in codes; 0 = not asked or not answered.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  service_date TEXT NOT NULL,
  arrived_ms BIGINT NOT NULL,
  party INTEGER NOT NULL CHECK (party > 0),
  party_male INTEGER NOT NULL,
  party_female INTEGER NOT NULL,
  sex INTEGER NOT NULL,
  age_band INTEGER NOT NULL,
  education INTEGER NOT NULL,
  occupation INTEGER NOT NULL,
  institution_kind INTEGER NOT NULL,
  purpose INTEGER NOT NULL,
  needs INTEGER NOT NULL,
  notice_version TEXT NOT NULL
);

CREATE TABLE guest (
  visit INTEGER PRIMARY KEY REFERENCES visit (id),
  name TEXT,
  institution TEXT,
  email TEXT,
  phone TEXT,
  data_needed TEXT,
  occupation_other TEXT,
  purpose_other TEXT
);

-- The last number given of a service on a date.
CREATE TABLE sequence (
  service INTEGER NOT NULL REFERENCES service (place),
  service_date TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (service, service_date)
);

CREATE TABLE ticket (
  id INTEGER PRIMARY KEY,
  service_date TEXT NOT NULL,
  prefix TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  service INTEGER NOT NULL REFERENCES service (place),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'held', 'done', 'absent',
    'cancelled', 'closed_by_system')),
  priority TEXT NOT NULL,
  issued_ms BIGINT NOT NULL,
  turn_ms BIGINT NOT NULL,
  issue_event INTEGER NOT NULL REFERENCES event (id),
  boot_id TEXT NOT NULL,
  visit INTEGER NOT NULL REFERENCES visit (id),
  token TEXT,
  counter INTEGER REFERENCES counter (number),
  calls INTEGER NOT NULL DEFAULT 0,
  recalled_ms BIGINT,
  finished_ms BIGINT,
  uncertain INTEGER NOT NULL DEFAULT 0,
  slip INTEGER REFERENCES outbox (id),
  UNIQUE (service_date, prefix, sequence)
);
CREATE INDEX ticket_waiting ON ticket (service_date, turn_ms, issue_event)
  WHERE state = 'waiting';
CREATE UNIQUE INDEX ticket_token ON ticket (service_date, token) WHERE token IS NOT NULL;

-- A ticket's life in one service, with the clock of its promise (target.h).
CREATE TABLE segment (
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  place INTEGER NOT NULL,
  service INTEGER NOT NULL REFERENCES service (place),
  from_ms BIGINT NOT NULL,
  counter INTEGER REFERENCES counter (number),
  ready_ms BIGINT,
  called_ms BIGINT,
  served_ms BIGINT,
  finished_ms BIGINT,
  target_s INTEGER NOT NULL,
  count_ms BIGINT NOT NULL DEFAULT 0,
  since_ms BIGINT,
  high_ms BIGINT,
  elapsed_ms BIGINT,
  verdict TEXT NOT NULL DEFAULT 'none',
  PRIMARY KEY (ticket, place)
) WITHOUT ROWID;
CREATE INDEX segment_served ON segment (service, finished_ms)
  WHERE served_ms IS NOT NULL AND finished_ms IS NOT NULL;

-- A stretch of a ticket's life in one state; exactly one is open until the ticket ends.
CREATE TABLE "interval" (
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  place INTEGER NOT NULL,
  state TEXT NOT NULL,
  service INTEGER NOT NULL REFERENCES service (place),
  counter INTEGER REFERENCES counter (number),
  from_ms BIGINT NOT NULL,
  to_ms BIGINT,
  PRIMARY KEY (ticket, place),
  CHECK (to_ms IS NULL OR to_ms >= from_ms)
) WITHOUT ROWID;
CREATE UNIQUE INDEX interval_open ON "interval" (ticket) WHERE to_ms IS NULL;

-- One summons of a ticket to a counter; again 0 = the first.
CREATE TABLE call (
  id INTEGER PRIMARY KEY,
  service_date TEXT NOT NULL,
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  counter INTEGER NOT NULL REFERENCES counter (number),
  called_ms BIGINT NOT NULL,
  again INTEGER NOT NULL
);

-- Slips to print. State 'none' = dropped: its ticket was called, had ended or was of another day.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  service_date TEXT NOT NULL,
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  ahead INTEGER NOT NULL,
  expected_ms BIGINT,
  again INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  device TEXT,
  since_ms BIGINT NOT NULL
);
CREATE INDEX outbox_pending ON outbox (id) WHERE state = 'pending';
CREATE INDEX outbox_unconfirmed ON outbox (service_date) WHERE state = 'unconfirmed';
CREATE INDEX outbox_sending ON outbox (device) WHERE state = 'sending';

CREATE TABLE device (
  name TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  near_end INTEGER NOT NULL,
  since_ms BIGINT NOT NULL
);
