-- Calls are said briefly when so many of them wait (0 = never), in the office's words or, '', the usual.
ALTER TABLE voice ADD COLUMN brief_from INTEGER NOT NULL DEFAULT 3;
ALTER TABLE voice ADD COLUMN brief TEXT NOT NULL DEFAULT '';
