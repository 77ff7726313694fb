-- Which event gave the reason of a broken promise: what staff wrote beside it lies in remark.
ALTER TABLE segment ADD COLUMN reason_event BIGINT;
UPDATE segment SET reason_event = said.id
FROM (SELECT ticket, refers, MAX(id) AS id FROM event WHERE kind = 'explained'
  GROUP BY ticket, refers) AS said
WHERE said.ticket = segment.ticket AND said.refers = segment.place;
