-- The ways of a visitor beside "guest book, then number".

-- The office's own choice; one row. reception: the services (bits, as in `counter`) whose visitors
-- go to the reception desk without a number.
CREATE TABLE flow (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ticket_first INTEGER NOT NULL,
  reception BIGINT NOT NULL
);
INSERT INTO flow (id, ticket_first, reception) VALUES (1, 0, 0);

-- A visit without a number; the guest book's codes are in `visit`, as of every other.
CREATE TABLE reception (
  visit INTEGER PRIMARY KEY REFERENCES visit (id),
  service INTEGER NOT NULL REFERENCES service (place),
  service_date TEXT NOT NULL,
  token TEXT
);
CREATE UNIQUE INDEX reception_token ON reception (service_date, token) WHERE token IS NOT NULL;

-- A visitor at a kiosk has called for a clerk. One is open at each kiosk at most.
CREATE TABLE help (
  id INTEGER PRIMARY KEY,
  service_date TEXT NOT NULL,
  device TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'taken', 'done', 'withdrawn')),
  asked_ms BIGINT NOT NULL,
  counter INTEGER REFERENCES counter (number),
  ticket INTEGER REFERENCES ticket (id)
);
CREATE UNIQUE INDEX help_open ON help (device) WHERE state IN ('asked', 'taken');

-- Numbers that visitors have given up at the kiosk.
CREATE TABLE withdrawal (
  id INTEGER PRIMARY KEY,
  service_date TEXT NOT NULL,
  ticket INTEGER NOT NULL UNIQUE REFERENCES ticket (id),
  at_ms BIGINT NOT NULL
);
CREATE INDEX withdrawal_day ON withdrawal (service_date);

-- Who signed the guest book with an e-mail address or a telephone number: keyed hashes of that and
-- of the name, never the words; gone with the latest visit's guest. person '' = several people use
-- it, so nobody is recognised by it.
CREATE TABLE acquaintance (
  contact TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  visit INTEGER NOT NULL REFERENCES visit (id)
);
CREATE INDEX acquaintance_visit ON acquaintance (visit);

-- Tries of what could be guessed, at each device: how many since when.
CREATE TABLE attempt (
  name TEXT PRIMARY KEY,
  since_ms BIGINT NOT NULL,
  tries INTEGER NOT NULL
);
