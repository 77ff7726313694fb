-- Who sends a complaint once more, because the desk had not answered, gets the receipt of the first.
ALTER TABLE complaint ADD COLUMN token TEXT;
CREATE UNIQUE INDEX complaint_token ON complaint (service_date, token) WHERE token IS NOT NULL;
