#include "db/statements.h"

/* Whoever comes: visits, guests, opinions, and the other ways of a visitor. */

#define COMPLAINT_SELECT                                                                           \
	"SELECT c.id, c.code, c.kind, c.topic, c.service_date, c.filed_ms, c.state, c.changed_ms," \
	" x.note, x.contact FROM complaint c LEFT JOIN complaint_text x ON x.complaint = c.id"

/* Columns in the order in which visit_rows.c reads them. */
#define GUEST_SELECT                                                                               \
	"SELECT v.id, g.name, g.institution, g.email, g.phone, g.address, g.birth_year,"           \
	" g.occupation_other, g.institution_kind_other, g.purpose_other, g.dtsen_other, v.sex,"    \
	" v.age_band, v.education, v.occupation, v.institution_kind, v.purpose, v.dtsen, v.needs," \
	" v.party_male, v.party_female"

/* That its visitor has left the kiosk stands in the log alone, among the day's events. */
#define HELP_SELECT                                                                                \
	"SELECT h.id, h.service_date, h.device, h.state, h.asked_ms, h.counter, h.ticket,"         \
	" t.prefix, t.sequence, (SELECT MIN(e.office_ms) FROM day d JOIN event e"                  \
	" ON e.id >= d.first_event AND e.id <= COALESCE(d.closed_event, 9223372036854775807)"      \
	" WHERE d.service_date = h.service_date AND e.kind = 'help_left' AND e.refers = h.id)"     \
	" FROM help h LEFT JOIN ticket t ON t.id = h.ticket"

/* The other visits of whom visit $1 is of: the same name and an address or number in common. */
#define KNOWN_VISITS                                                                               \
	" FROM known_visit o JOIN known_visit k ON k.contact = o.contact AND k.person = o.person"  \
	" WHERE o.visit = $1 AND k.visit < $1"

const char *const statements_people[STATEMENT_COUNT] = {
	[STATEMENT_VISIT_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM visit",
	[STATEMENT_VISIT_INSERT] =
		"INSERT INTO visit (id, service_date, arrived_ms, party, party_male, party_female,"
		" sex, age_band, education, occupation, institution_kind, purpose, dtsen, needs,"
		" notice_version)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
	[STATEMENT_GUEST_INSERT] =
		"INSERT INTO guest (visit, name, institution, email, phone, address, birth_year,"
		" occupation_other, institution_kind_other, purpose_other, dtsen_other)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
	[STATEMENT_GUEST_OLDEST] =
		"SELECT v.id FROM visit v WHERE v.id = (SELECT MIN(visit) FROM guest)"
		" AND v.service_date < $1",
	[STATEMENT_GUEST_BLANK] = "DELETE FROM guest WHERE visit = $1",
	[STATEMENT_GUEST_OF_TICKET] =
		GUEST_SELECT " FROM ticket t JOIN visit v ON v.id = t.visit"
			     " JOIN guest g ON g.visit = v.id WHERE t.id = $1",
	[STATEMENT_GUEST_DATA_INSERT] =
		"INSERT INTO guest_data (visit, place, note) VALUES ($1, $2, $3)",
	[STATEMENT_GUEST_DATA_LIST] =
		"SELECT note FROM guest_data WHERE visit = $1 ORDER BY place LIMIT $2",
	[STATEMENT_GUEST_ANSWER_INSERT] =
		"INSERT INTO guest_answer (visit, field, answer) VALUES ($1, $2, $3)",
	[STATEMENT_VISIT_ANSWER_INSERT] =
		"INSERT INTO visit_answer (visit, field, code) VALUES ($1, $2, $3)",
	[STATEMENT_VISIT_ANSWER_CLEAR] = "DELETE FROM visit_answer WHERE visit = $1",
	[STATEMENT_ANSWERS_OF_VISIT] =
		"SELECT field, answer, 0 FROM guest_answer WHERE visit = $1 UNION ALL"
		" SELECT field, '', code FROM visit_answer WHERE visit = $1 LIMIT $2",

	[STATEMENT_RATING_GET] = "SELECT service, instrument, version, finished_ms FROM rating"
				 " WHERE ticket = $1 AND segment = $2",
	[STATEMENT_RATING_INSERT] =
		"INSERT INTO rating (ticket, segment, service_date, service, instrument, version,"
		" started_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
	[STATEMENT_RATING_RESTART] =
		"UPDATE rating SET instrument = $1, version = $2, started_ms = $3"
		" WHERE ticket = $4 AND segment = $5",
	[STATEMENT_RATING_FINISH] =
		"UPDATE rating SET finished_ms = $1 WHERE ticket = $2 AND segment = $3",
	[STATEMENT_ANSWER_SET] =
		"INSERT INTO rating_answer (ticket, segment, item, answer) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (ticket, segment, item) DO UPDATE SET answer = excluded.answer",
	[STATEMENT_ANSWER_CLEAR] = "DELETE FROM rating_answer WHERE ticket = $1 AND segment = $2",
	[STATEMENT_ANSWER_LIST] = "SELECT item, answer FROM rating_answer"
				  " WHERE ticket = $1 AND segment = $2 ORDER BY item",
	/* By the index of what was served, service by service, in this order (CROSS JOIN): the
	 * day's other tickets are not looked at. */
	[STATEMENT_RATING_FRESH] =
		"SELECT t.prefix, t.sequence, s.finished_ms FROM service v CROSS JOIN segment s"
		" CROSS JOIN ticket t LEFT JOIN rating r ON r.ticket = s.ticket"
		" AND r.segment = s.place WHERE s.service = v.place AND v.unrated = 0"
		" AND s.served_ms IS NOT NULL"
		" AND s.finished_ms IS NOT NULL AND s.finished_ms > $1 AND t.id = s.ticket"
		" AND t.service_date = $2 AND r.finished_ms IS NULL"
		" ORDER BY s.finished_ms DESC LIMIT $3",
	[STATEMENT_RATING_TOTAL] = "SELECT COUNT(*) FROM rating WHERE finished_ms IS NOT NULL",
	[STATEMENT_RATING_SHEETS] =
		"SELECT instrument, version, COUNT(finished_ms), COUNT(*) FROM rating"
		" WHERE service_date >= $1 AND service_date <= $2 GROUP BY instrument, version"
		" ORDER BY instrument, version LIMIT $3",
	[STATEMENT_RATING_SUMS] =
		"SELECT a.item, SUM(a.answer), COUNT(a.answer) FROM rating r JOIN rating_answer a"
		" ON a.ticket = r.ticket AND a.segment = r.segment WHERE r.service_date >= $1"
		" AND r.service_date <= $2 AND r.instrument = $3 AND r.version = $4"
		" AND r.finished_ms IS NOT NULL AND a.answer IS NOT NULL GROUP BY a.item",
	[STATEMENT_RATING_SERVED] =
		"SELECT COUNT(*) FROM segment s JOIN ticket t ON t.id = s.ticket"
		" JOIN service v ON v.place = s.service LEFT JOIN rating r ON r.ticket = s.ticket"
		" AND r.segment = s.place WHERE t.service_date >= $1 AND t.service_date <= $2"
		" AND s.served_ms IS NOT NULL AND s.finished_ms IS NOT NULL"
		" AND (v.unrated = 0 OR r.finished_ms IS NOT NULL)",

	[STATEMENT_COMPLAINT_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM complaint",
	[STATEMENT_COMPLAINT_INSERT] =
		"INSERT INTO complaint (id, code, kind, topic, service_date, filed_ms,"
		" notice_version, state, changed_ms, token)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, 'new', $8, $9)",
	[STATEMENT_COMPLAINT_OF_TOKEN] =
		"SELECT code FROM complaint WHERE service_date = $1 AND token = $2",
	[STATEMENT_COMPLAINT_FIND] = COMPLAINT_SELECT " WHERE c.code = $1",
	[STATEMENT_COMPLAINT_SET] =
		"UPDATE complaint SET state = $1, changed_ms = $2 WHERE id = $3",
	[STATEMENT_COMPLAINT_LIST] = COMPLAINT_SELECT " WHERE c.id > $1 ORDER BY c.id LIMIT $2",
	[STATEMENT_COMPLAINT_COUNT_NEW] = "SELECT COUNT(*) FROM complaint WHERE state = 'new'",
	[STATEMENT_COMPLAINT_TOTAL] = "SELECT COUNT(*) FROM complaint",
	[STATEMENT_COMPLAINT_TEXT_INSERT] =
		"INSERT INTO complaint_text (complaint, note, contact) VALUES ($1, $2, $3)",
	[STATEMENT_COMPLAINT_BLANK] =
		"UPDATE complaint_text SET note = '', contact = NULL WHERE note <> ''"
		" AND complaint IN (SELECT id FROM complaint"
		" WHERE service_date < $1 AND state = 'done') RETURNING complaint",

	[STATEMENT_VISIT_SIGN] =
		"UPDATE visit SET party = $1, party_male = $2, party_female = $3, sex = $4,"
		" age_band = $5, education = $6, occupation = $7, institution_kind = $8,"
		" purpose = $9, dtsen = $10, needs = $11,"
		" notice_version = COALESCE(NULLIF($12, ''), notice_version) WHERE id = $13",
	[STATEMENT_VISIT_COUNT_SEX] = "SELECT count(*) FROM ticket t JOIN visit v ON v.id = t.visit"
				      " WHERE t.service_date = $1 AND v.sex = $2",
	[STATEMENT_VISIT_OF_TICKET] =
		"SELECT t.visit, v.party, g.visit FROM ticket t JOIN visit v ON v.id = t.visit"
		" LEFT JOIN guest g ON g.visit = t.visit WHERE t.id = $1",
	[STATEMENT_GUEST_OF_VISIT] = GUEST_SELECT
	" FROM visit v JOIN guest g ON g.visit = v.id WHERE v.id = $1 AND g.name IS NOT NULL",
	[STATEMENT_RECEPTION_INSERT] = "INSERT INTO reception (visit, service, service_date, token)"
				       " VALUES ($1, $2, $3, $4)",
	[STATEMENT_RECEPTION_OF_TOKEN] =
		"SELECT visit FROM reception WHERE service_date = $1 AND token = $2",
	[STATEMENT_RECEPTION_GET] =
		"SELECT r.service, v.party FROM reception r JOIN visit v ON v.id = r.visit"
		" WHERE r.visit = $1",
	[STATEMENT_RECEPTION_TOTAL] = "SELECT COUNT(*) FROM reception",

	[STATEMENT_HELP_INSERT] = "INSERT INTO help (service_date, device, state, asked_ms)"
				  " VALUES ($1, $2, 'asked', $3) RETURNING id",
	[STATEMENT_HELP_GET] = HELP_SELECT " WHERE h.id = $1",
	[STATEMENT_HELP_OPEN] =
		HELP_SELECT " WHERE h.device = $1 AND h.state IN ('asked', 'taken')",
	[STATEMENT_HELP_LIST] = HELP_SELECT
	" WHERE h.service_date = $1 AND h.state IN ('asked', 'taken') ORDER BY h.id LIMIT $2",
	[STATEMENT_HELP_SET] =
		"UPDATE help SET state = $1, counter = $2, ticket = $3 WHERE id = $4",
	[STATEMENT_HELP_GAVE] = "SELECT 1 FROM help WHERE ticket = $1 AND counter = $2 LIMIT 1",
	[STATEMENT_HELP_TOTAL] = "SELECT COUNT(*) FROM help",

	[STATEMENT_WITHDRAWAL_INSERT] =
		"INSERT INTO withdrawal (service_date, ticket, at_ms) VALUES ($1, $2, $3)",
	[STATEMENT_WITHDRAWAL_LIST] =
		"SELECT t.prefix, t.sequence, w.at_ms FROM withdrawal w JOIN ticket t"
		" ON t.id = w.ticket WHERE w.service_date = $1 ORDER BY w.id DESC LIMIT $2",
	[STATEMENT_WITHDRAWAL_GET] = "SELECT at_ms FROM withdrawal WHERE ticket = $1",
	[STATEMENT_WITHDRAWAL_TOTAL] = "SELECT COUNT(*) FROM withdrawal",
	[STATEMENT_ACQUAINTANCE_GET] = "SELECT person, visit FROM acquaintance WHERE contact = $1",
	[STATEMENT_ACQUAINTANCE_SET] =
		"INSERT INTO acquaintance (contact, person, visit) VALUES ($1, $2, $3)"
		" ON CONFLICT (contact) DO UPDATE SET person = excluded.person,"
		" visit = excluded.visit",
	[STATEMENT_ACQUAINTANCE_BLANK] =
		"DELETE FROM acquaintance WHERE visit = $1 AND person >= $2",
	[STATEMENT_ROSTER_CLEAR] =
		"DELETE FROM roster WHERE service_date = $1 AND (counter = $2 OR staff = $3)",
	[STATEMENT_ROSTER_INSERT] =
		"INSERT INTO roster (service_date, counter, staff) VALUES ($1, $2, $3)",
	[STATEMENT_ROSTER_LIST] =
		"SELECT r.counter, r.staff, p.name FROM roster r JOIN staff p ON p.code = r.staff"
		" JOIN counter n ON n.number = r.counter WHERE r.service_date = $1"
		" ORDER BY n.place LIMIT $2",
	[STATEMENT_KNOWN_VISIT_INSERT] =
		"INSERT INTO known_visit (contact, person, visit) VALUES ($1, $2, $3)"
		" ON CONFLICT (contact, person, visit) DO NOTHING",
	[STATEMENT_KNOWN_VISIT_BLANK] = "DELETE FROM known_visit WHERE visit = $1",
	[STATEMENT_KNOWN_VISIT_COUNT] = "SELECT COUNT(DISTINCT k.visit)" KNOWN_VISITS,
	/* By primary keys and the tickets of those days: a long log costs no more. */
	[STATEMENT_KNOWN_VISIT_LIST] =
		"SELECT v.service_date, COALESCE(t.service, r.service), t.state,"
		" (SELECT e.detail FROM event e WHERE e.id > t.issue_event"
		" AND e.id < COALESCE(d.closed_event, 9223372036854775807) AND e.ticket = t.id"
		" AND e.kind = 'outcome' ORDER BY e.id DESC LIMIT 1)"
		" FROM (SELECT DISTINCT k.visit AS id" KNOWN_VISITS
		" ORDER BY k.visit DESC LIMIT $2) x JOIN visit v ON v.id = x.id"
		" LEFT JOIN ticket t ON t.service_date = v.service_date AND t.visit = v.id"
		" LEFT JOIN reception r ON r.visit = v.id"
		" LEFT JOIN day d ON d.service_date = v.service_date ORDER BY v.id DESC",
	[STATEMENT_ATTEMPT_GET] = "SELECT since_ms, tries FROM attempt WHERE name = $1",
	[STATEMENT_ATTEMPT_SET] = "INSERT INTO attempt (name, since_ms, tries) VALUES ($1, $2, $3)"
				  " ON CONFLICT (name) DO UPDATE SET since_ms = excluded.since_ms,"
				  " tries = excluded.tries",
};
