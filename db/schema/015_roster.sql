-- Who is to be at which counter on which day; nobody is bound by it.
CREATE TABLE roster (
  service_date TEXT NOT NULL,
  counter INTEGER NOT NULL REFERENCES counter (number) ON DELETE CASCADE,
  staff TEXT NOT NULL REFERENCES staff (code) ON DELETE CASCADE,
  PRIMARY KEY (service_date, counter),
  UNIQUE (service_date, staff)
) WITHOUT ROWID;
