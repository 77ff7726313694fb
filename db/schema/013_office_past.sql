-- The rules of the office before each event that changed them (app/queue/rules.h), so that the days
-- before can be computed again. A counter that is no more keeps its row, for the tickets that were
-- called to it, at a place from 1000 on.
CREATE TABLE office_past (
  event INTEGER PRIMARY KEY REFERENCES event (id),
  rules TEXT NOT NULL
);
