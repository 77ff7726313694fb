-- Which device each part of a program on this computer uses (app/queue/wire.h): what its own
-- settings say, and what the head has chosen instead; '' = nothing.
CREATE TABLE wire (
  device TEXT NOT NULL,
  part TEXT NOT NULL,
  own TEXT NOT NULL,
  fixed INTEGER NOT NULL,
  own_paper TEXT NOT NULL,
  chosen TEXT NOT NULL DEFAULT '',
  paper TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (device, part)
);
