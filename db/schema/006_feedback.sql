-- What visitors think of the service: ratings by questionnaires, suggestions and complaints.

-- The office's own choice; one row.
CREATE TABLE feedback (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  instrument TEXT NOT NULL,
  invites INTEGER NOT NULL
);
INSERT INTO feedback (id, instrument, invites) VALUES (1, 'skm-9', 1);

CREATE TABLE address (
  place INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('box', 'web', 'email', 'whatsapp', 'phone')),
  content TEXT NOT NULL
);

-- One rating a segment, kept as it is answered; finished_ms NULL = it can be taken up again. Nothing
-- of it is personal.
CREATE TABLE rating (
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  segment INTEGER NOT NULL,
  service_date TEXT NOT NULL,
  service INTEGER NOT NULL REFERENCES service (place),
  instrument TEXT NOT NULL,
  version TEXT NOT NULL,
  started_ms BIGINT NOT NULL,
  finished_ms BIGINT,
  PRIMARY KEY (ticket, segment)
) WITHOUT ROWID;

-- The answers as they were given; NULL = skipped.
CREATE TABLE rating_answer (
  ticket INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  item TEXT NOT NULL,
  answer INTEGER,
  PRIMARY KEY (ticket, segment, item),
  FOREIGN KEY (ticket, segment) REFERENCES rating (ticket, segment)
) WITHOUT ROWID;

CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('suggestion', 'complaint')),
  topic TEXT NOT NULL,
  service_date TEXT NOT NULL,
  filed_ms BIGINT NOT NULL,
  notice_version TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'work', 'done')),
  changed_ms BIGINT NOT NULL
);

-- What was typed, apart so that it can be blanked; the event holds its hash.
CREATE TABLE complaint_text (
  complaint INTEGER PRIMARY KEY REFERENCES complaint (id),
  note TEXT,
  contact TEXT
);
