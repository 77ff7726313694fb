-- What the waiting room hears of a call: the office's own choice. No row = as usual
-- (app/queue/office.h, office_voice_usual).
CREATE TABLE voice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  speaks INTEGER NOT NULL,
  chime INTEGER NOT NULL,
  by_words INTEGER NOT NULL,
  repeats INTEGER NOT NULL,
  volume INTEGER NOT NULL
);

-- Hours of the day with a volume of their own, minutes after midnight; 0 = quiet.
CREATE TABLE voice_hour (
  place INTEGER PRIMARY KEY,
  from_min INTEGER NOT NULL,
  to_min INTEGER NOT NULL,
  volume INTEGER NOT NULL
);

-- What is said, in the order in which it is; language 0 = Indonesian, 1 = English.
CREATE TABLE wording (
  place INTEGER PRIMARY KEY,
  language INTEGER NOT NULL,
  content TEXT NOT NULL
);
