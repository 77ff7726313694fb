-- Which visits were of the same guest, for the clerk in front of whom the guest sits: the keyed
-- hashes of an address or number and of the name (as in `acquaintance`), a row a visit and contact.
-- They go with the visit's guest. Of the past only the latest visit of each contact is known.
CREATE TABLE known_visit (
  contact TEXT NOT NULL,
  person TEXT NOT NULL,
  visit INTEGER NOT NULL REFERENCES visit (id),
  PRIMARY KEY (contact, person, visit)
) WITHOUT ROWID;
CREATE INDEX known_visit_visit ON known_visit (visit);
INSERT INTO known_visit (contact, person, visit)
  SELECT contact, person, visit FROM acquaintance WHERE person <> '';
