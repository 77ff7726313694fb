#include "db/statements.h"

/* Columns in the order in which ticket_rows.c reads them; a ticket shows the segment it is in. */
#define TICKET_SELECT                                                                                               \
	"SELECT t.id, t.service_date, t.prefix, t.sequence, t.service, t.segment, t.state,"                         \
	" t.held_from, t.priority, t.issued_ms, t.turn_ms, t.issue_event, s.from_ms,"                               \
	" s.expect_from_ms, s.expect_to_ms, t.counter, t.calls, t.recalls, s.ready_ms, s.called_ms, t.recalled_ms," \
	" s.served_ms, s.finished_ms, s.target_s, s.elapsed_ms, s.verdict, t.uncertain, t.boot_id, o.state,"        \
	" o.reason FROM ticket t JOIN segment s ON s.ticket = t.id AND s.place = t.segment"                         \
	" LEFT JOIN outbox o ON o.id = t.slip"

#define CALL_SELECT                                                                                \
	"SELECT c.id, t.prefix, t.sequence, c.counter, t.priority, c.called_ms, c.again,"          \
	" c.shown_ms, c.spoken_ms, c.lit_ms FROM call c JOIN ticket t ON t.id = c.ticket"

/* And segment_rows.c; the time in serving is that of a segment that has ended. */
#define SEGMENT_SELECT                                                                             \
	"SELECT s.ticket, t.prefix, t.sequence, s.place, s.service, s.counter, t.issued_ms,"       \
	" t.turn_ms, t.issue_event, t.priority, t.uncertain, t.segment, t.state, v.party,"         \
	" s.from_ms, s.called_ms, s.served_ms, s.finished_ms, CASE WHEN s.finished_ms IS NULL"     \
	" THEN NULL ELSE (SELECT SUM(i.to_ms - i.from_ms) FROM \"interval\" i"                     \
	" WHERE i.ticket = s.ticket AND i.state = 'serving' AND i.service = s.service"             \
	" AND i.from_ms >= s.from_ms AND i.from_ms <= s.finished_ms) END, s.expect_from_ms,"       \
	" s.expect_to_ms, s.target_s, s.count_ms, s.since_ms, s.high_ms, s.ready_ms, s.alone_ms,"  \
	" s.alone_since_ms, s.elapsed_ms, s.verdict, s.reason"                                     \
	" FROM segment s JOIN ticket t ON t.id = s.ticket JOIN visit v ON v.id = t.visit"

#define EVENT_SELECT                                                                               \
	"SELECT id, kind, service_date, office_ms, wall_ms, boot_id, boot_ms, device, staff,"      \
	" counter, ticket, detail, service, services, priority, turn_ms, low_ms, high_ms, party,"  \
	" refers, hash FROM event"

#define DAY_SELECT                                                                                 \
	"SELECT service_date, first_event, closed_event, by_hand, figures, head, signature FROM day"

#define APPOINTMENT_SELECT                                                                         \
	"SELECT id, code, service, service_date, at_ms, state, ticket FROM appointment"

#define SLIP_SELECT                                                                                \
	"SELECT o.id, o.ticket, o.ahead, o.expected_ms, o.low_ms, o.high_ms, o.again, o.state,"    \
	" o.service_date FROM outbox o"

/* "interval" is a word of PostgreSQL's own, hence the quotes. */
#define DEVICE_SELECT "SELECT name, reason, near_end, since_ms, was FROM device"
#define ROLL_SELECT "SELECT device, since_ms, length_mm, fed_mm, slips, in_doubt FROM roll"

#define COMPLAINT_SELECT                                                                           \
	"SELECT c.id, c.code, c.kind, c.topic, c.service_date, c.filed_ms, c.state, c.changed_ms," \
	" x.note, x.contact FROM complaint c LEFT JOIN complaint_text x ON x.complaint = c.id"

/* And visit_rows.c. */
#define GUEST_SELECT                                                                               \
	"SELECT v.id, g.name, g.institution, g.email, g.phone, g.address, g.birth_year,"           \
	" g.occupation_other, g.institution_kind_other, g.purpose_other, g.dtsen_other, v.sex,"    \
	" v.age_band, v.education, v.occupation, v.institution_kind, v.purpose, v.dtsen, v.needs," \
	" v.party_male, v.party_female"

#define HELP_SELECT                                                                                \
	"SELECT h.id, h.service_date, h.device, h.state, h.asked_ms, h.counter, h.ticket,"         \
	" t.prefix, t.sequence FROM help h LEFT JOIN ticket t ON t.id = h.ticket"

const char *const statements[STATEMENT_COUNT] = {
	[STATEMENT_META_GET] = "SELECT value FROM meta WHERE name = $1",
	[STATEMENT_META_SET] = "INSERT INTO meta (name, value) VALUES ($1, $2)"
			       " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
	[STATEMENT_BOOT_GET] = "SELECT offset_ms, suspect FROM boot WHERE boot_id = $1",
	[STATEMENT_BOOT_SET] =
		"INSERT INTO boot (boot_id, offset_ms, suspect) VALUES ($1, $2, $3)"
		" ON CONFLICT (boot_id) DO UPDATE SET offset_ms = excluded.offset_ms,"
		" suspect = excluded.suspect",

	[STATEMENT_OFFICE_INSERT] =
		"INSERT INTO office (id, code, name, unit_id, unit_en, zone, priority_head_start_s,"
		" issue_before_s, recall_limit, recall_interval_s, undo_s, serve_on_call, idle_s,"
		" retention_months, notice_version, running_id, running_en, online, chat)"
		" VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,"
		" $16, $17, $18)",
	[STATEMENT_OFFICE_GET] =
		"SELECT code, name, unit_id, unit_en, zone, priority_head_start_s, issue_before_s,"
		" recall_limit, recall_interval_s, undo_s, serve_on_call, idle_s, retention_months,"
		" notice_version, running_id, running_en, online, chat FROM office WHERE id = 1",
	[STATEMENT_SERVICE_INSERT] =
		"INSERT INTO service (place, code, prefix, name_id, name_en, short_id, short_en,"
		" meaning_id, meaning_en, icon, fee, email_required, target_s, typical_service_s,"
		" daily_quota, last_issue_min)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
	[STATEMENT_SERVICE_LIST] =
		"SELECT place, code, prefix, name_id, name_en, short_id, short_en, meaning_id,"
		" meaning_en, icon, fee, email_required, target_s, typical_service_s, daily_quota,"
		" last_issue_min FROM service ORDER BY place",
	[STATEMENT_HOURS_INSERT] = "INSERT INTO hours (weekday, place, from_min, to_min)"
				   " VALUES ($1, $2, $3, $4)",
	[STATEMENT_HOURS_LIST] = "SELECT weekday, place, from_min, to_min FROM hours"
				 " ORDER BY weekday, place",
	[STATEMENT_COUNTER_INSERT] =
		"INSERT INTO counter (number, place, services) VALUES ($1, $2, $3)",
	[STATEMENT_COUNTER_LIST] = "SELECT number, place, services FROM counter ORDER BY place",

	[STATEMENT_REVISION_GET] = "SELECT revision FROM office WHERE id = 1",
	[STATEMENT_REVISION_BUMP] = "UPDATE office SET revision = revision + 1 WHERE id = 1",
	[STATEMENT_STANDARD_INSERT] =
		"INSERT INTO standard (service, place, channel, amount, unit, start)"
		" VALUES ($1, $2, $3, $4, $5, $6)",
	[STATEMENT_STANDARD_LIST] = "SELECT service, channel, amount, unit, start FROM standard"
				    " ORDER BY service, place",
	[STATEMENT_STANDARD_LINE_INSERT] =
		"INSERT INTO standard_line (place, service, part, heading, from_day, until_day,"
		" text_id, text_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	[STATEMENT_STANDARD_LINE_CLEAR] = "DELETE FROM standard_line",
	[STATEMENT_STANDARD_LINE_LIST] =
		"SELECT part, service, heading, from_day, until_day, text_id, text_en"
		" FROM standard_line ORDER BY place LIMIT $1",
	[STATEMENT_QUESTION_INSERT] =
		"INSERT INTO question (service, field, asked) VALUES ($1, $2, $3)",
	[STATEMENT_QUESTION_CLEAR] = "DELETE FROM question",
	[STATEMENT_QUESTION_LIST] =
		"SELECT service, field, asked FROM question ORDER BY service, field LIMIT $1",
	[STATEMENT_YEAR_SET] =
		"INSERT INTO holiday_list (year, source, known_ms) VALUES ($1, $2, $3)"
		" ON CONFLICT (year) DO UPDATE SET source = excluded.source,"
		" known_ms = excluded.known_ms",
	[STATEMENT_YEAR_LIST] = "SELECT year, source FROM holiday_list ORDER BY year DESC LIMIT $1",
	[STATEMENT_HOLIDAY_INSERT] =
		"INSERT INTO holiday (day, kind, name, known_ms) VALUES ($1, $2, $3, $4)",
	[STATEMENT_HOLIDAY_REMOVE] = "DELETE FROM holiday WHERE day >= $1 AND day <= $2",
	[STATEMENT_HOLIDAY_LIST] = "SELECT day, kind, name, known_ms FROM holiday WHERE day <= $1"
				   " ORDER BY day DESC LIMIT $2",
	[STATEMENT_SEASON_INSERT] = "INSERT INTO season (name, from_day, to_day, known_ms)"
				    " VALUES ($1, $2, $3, $4) RETURNING id",
	[STATEMENT_SEASON_REMOVE] = "DELETE FROM season WHERE id = $1",
	[STATEMENT_SEASON_LIST] = "SELECT id, name, from_day, to_day, known_ms FROM season"
				  " WHERE from_day <= $1 ORDER BY from_day DESC LIMIT $2",
	[STATEMENT_SEASON_HOURS_INSERT] =
		"INSERT INTO season_hours (season, weekday, place, from_min, to_min)"
		" VALUES ($1, $2, $3, $4, $5)",
	[STATEMENT_SEASON_HOURS_LIST] =
		"SELECT season, weekday, place, from_min, to_min FROM season_hours"
		" ORDER BY season, weekday, place",
	[STATEMENT_CLOSURE_INSERT] = "INSERT INTO closure (from_ms, to_ms, reason, known_ms)"
				     " VALUES ($1, $2, $3, $4) RETURNING id",
	[STATEMENT_CLOSURE_REMOVE] = "DELETE FROM closure WHERE id = $1",
	[STATEMENT_CLOSURE_LIST] = "SELECT id, from_ms, to_ms, reason, known_ms FROM closure"
				   " WHERE from_ms <= $1 ORDER BY from_ms DESC LIMIT $2",

	[STATEMENT_EVENT_INSERT] =
		"INSERT INTO event (id, kind, service_date, office_ms, wall_ms, boot_id, boot_ms,"
		" device, staff, counter, ticket, detail, service, services, priority, turn_ms,"
		" low_ms, high_ms, party, refers, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
		" $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
	[STATEMENT_EVENT_NEWEST] = "SELECT id, office_ms, wall_ms, hash FROM event"
				   " WHERE id = (SELECT MAX(id) FROM event)",
	[STATEMENT_EVENT_LIST] = EVENT_SELECT " WHERE id >= $1 AND id <= $2 ORDER BY id",
	[STATEMENT_EVENT_GET] = EVENT_SELECT " WHERE id = $1",
	/* Backwards from the newest, so that the last of a counter is soon found. */
	[STATEMENT_EVENT_LAST_OF_COUNTER] = EVENT_SELECT
	" WHERE counter = $1 AND id >= $2 AND kind NOT IN ('help_taken', 'help_ended', 'signed',"
	" 'guest_corrected', 'outcome') ORDER BY id DESC LIMIT 1",
	[STATEMENT_EVENT_LATER] = EVENT_SELECT " WHERE ticket = $1 AND id > $2 ORDER BY id",
	/* Backwards to the last one that a right clock stamped, or at which the clock was set. */
	[STATEMENT_EVENT_WRONG] = "SELECT id FROM event WHERE (boot_id <> $1 AND office_ms <= $2)"
				  " OR kind = 'clock_set' ORDER BY id DESC LIMIT 1",
	[STATEMENT_REMARK_INSERT] = "INSERT INTO remark (event, note) VALUES ($1, $2)",
	[STATEMENT_REMARK_GET] = "SELECT note FROM remark WHERE event = $1",

	[STATEMENT_DAY_GET] = DAY_SELECT " WHERE service_date = $1",
	[STATEMENT_DAY_STALE] = DAY_SELECT " WHERE closed_event IS NULL AND service_date <> $1"
					   " ORDER BY service_date LIMIT 1",
	[STATEMENT_DAY_INSERT] = "INSERT INTO day (service_date, first_event) VALUES ($1, $2)",
	[STATEMENT_DAY_CLOSE] = "UPDATE day SET closed_event = $1, by_hand = $2, figures = $3,"
				" head = $4, signature = $5 WHERE service_date = $6",
	[STATEMENT_DAY_REOPEN] = "UPDATE day SET closed_event = NULL, figures = NULL, head = NULL,"
				 " signature = NULL WHERE service_date = $1",
	[STATEMENT_DAY_LIST] = DAY_SELECT " WHERE service_date >= $1 AND service_date <= $2"
					  " ORDER BY service_date LIMIT $3",
	[STATEMENT_PACE_LIST] = "SELECT service, visits, mean_ms, deviation_ms FROM pace"
				" WHERE hour = $1",
	[STATEMENT_PACE_SET] =
		"INSERT INTO pace (service, hour, visits, mean_ms, deviation_ms)"
		" VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hour, service) DO UPDATE SET"
		" visits = excluded.visits, mean_ms = excluded.mean_ms,"
		" deviation_ms = excluded.deviation_ms",
	[STATEMENT_APPOINTMENT_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM appointment",
	[STATEMENT_APPOINTMENT_INSERT] =
		"INSERT INTO appointment (id, code, service, service_date, at_ms, state)"
		" VALUES ($1, $2, $3, $4, $5, 'booked')",
	[STATEMENT_APPOINTMENT_FIND] = APPOINTMENT_SELECT " WHERE code = $1",
	[STATEMENT_APPOINTMENT_SET] =
		"UPDATE appointment SET state = $1, ticket = $2 WHERE id = $3",
	[STATEMENT_APPOINTMENT_LIST] =
		APPOINTMENT_SELECT " WHERE service_date = $1 ORDER BY at_ms, id LIMIT $2",

	[STATEMENT_STAFF_INSERT] =
		"INSERT INTO staff (code, name, role, pin_hash) VALUES ($1, $2, $3, $4)",
	[STATEMENT_STAFF_GET] = "SELECT code, name, role, pin_hash, wrong_pins, locked_until_ms"
				" FROM staff WHERE code = $1",
	[STATEMENT_STAFF_LIST] = "SELECT code, name, role, pin_hash, wrong_pins, locked_until_ms"
				 " FROM staff ORDER BY name, code",
	[STATEMENT_STAFF_SET_PIN] = "UPDATE staff SET pin_hash = $1 WHERE code = $2",
	[STATEMENT_STAFF_SET_WRONG] =
		"UPDATE staff SET wrong_pins = $1, locked_until_ms = $2 WHERE code = $3",

	[STATEMENT_COUNTER_STATE_INSERT] =
		"INSERT INTO counter_state (counter, state, services, since_ms)"
		" VALUES ($1, 'closed', 0, $2)",
	[STATEMENT_COUNTER_STATE_SET] =
		"UPDATE counter_state SET state = $1, services = $2, staff = $3, ticket = $4,"
		" since_ms = $5, free_since_ms = $6 WHERE counter = $7",
	[STATEMENT_COUNTER_STATE_LIST] =
		"SELECT c.counter, c.state, c.services, c.staff, p.name, c.ticket, t.service, c.since_ms,"
		" c.free_since_ms FROM counter_state c JOIN counter n ON n.number = c.counter"
		" LEFT JOIN staff p ON p.code = c.staff LEFT JOIN ticket t ON t.id = c.ticket"
		" ORDER BY n.place",

	[STATEMENT_SEQUENCE_NEXT] =
		"INSERT INTO sequence (service, service_date, last) VALUES ($1, $2, 1)"
		" ON CONFLICT (service, service_date) DO UPDATE SET last = sequence.last + 1",
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

	[STATEMENT_TICKET_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM ticket",
	[STATEMENT_TICKET_INSERT] =
		"INSERT INTO ticket (id, service_date, prefix, sequence, service, state, priority,"
		" issued_ms, turn_ms, issue_event, boot_id, visit, token)"
		" VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10, $11, $12)",
	[STATEMENT_TICKET_GET] = TICKET_SELECT " WHERE t.id = $1",
	[STATEMENT_TICKET_OF_TOKEN] = TICKET_SELECT " WHERE t.service_date = $1 AND t.token = $2",
	[STATEMENT_TICKET_OF_NUMBER] =
		TICKET_SELECT " WHERE t.service_date = $1 AND t.prefix = $2 AND t.sequence = $3",
	[STATEMENT_TICKET_FIRST] =
		"SELECT id FROM ticket WHERE state = 'waiting' AND service_date = $1"
		" AND ($2 >> service) & 1 = 1 ORDER BY turn_ms, issue_event LIMIT 1",
	[STATEMENT_TICKET_SET] =
		"UPDATE ticket SET state = $1, counter = $2, calls = $3, recalls = $4,"
		" recalled_ms = $5, finished_ms = $6, uncertain = $7 WHERE id = $8",
	/* What only some acts change; a set column costs its checks and its index. */
	[STATEMENT_TICKET_MOVE] = "UPDATE ticket SET service = $1, segment = $2, turn_ms = $3,"
				  " held_from = $4 WHERE id = $5",
	[STATEMENT_TICKET_DOUBT] = "UPDATE ticket SET uncertain = 1 WHERE id = $1",
	[STATEMENT_TICKET_UNJUDGE] = "UPDATE segment SET verdict = 'none' WHERE ticket = $1",
	[STATEMENT_TICKET_DOUBT_AFTER] =
		"SELECT id FROM ticket WHERE uncertain = 0 AND id IN"
		" (SELECT ticket FROM event WHERE id > $1 AND ticket IS NOT NULL AND kind <> 'rated')",
	[STATEMENT_TICKET_OPEN] =
		"SELECT id FROM ticket WHERE service_date = $1"
		" AND state IN ('waiting', 'called', 'serving', 'held') ORDER BY id LIMIT 1",
	[STATEMENT_WAITING_LIST] =
		"SELECT t.id, t.prefix, t.sequence, t.service, t.priority, t.issued_ms, t.turn_ms,"
		" t.issue_event, s.target_s, s.count_ms, s.since_ms, s.high_ms, s.ready_ms,"
		" s.alone_ms, s.alone_since_ms FROM ticket t JOIN segment s ON s.ticket = t.id AND s.place = t.segment"
		" WHERE t.state = 'waiting' AND t.service_date = $1"
		" ORDER BY t.turn_ms, t.issue_event LIMIT $2",
	[STATEMENT_WAITING_COUNT] = "SELECT service, COUNT(*) FROM ticket"
				    " WHERE state = 'waiting' AND service_date = $1"
				    " GROUP BY service",
	/* A day's tickets are found by UNIQUE (service_date, …), their intervals by their key. */
	[STATEMENT_ASIDE_LIST] = "SELECT t.id, t.prefix, t.sequence, t.service, t.state,"
				 " (SELECT MAX(COALESCE(i.to_ms, i.from_ms)) FROM \"interval\" i"
				 " WHERE i.ticket = t.id) AS since_ms FROM ticket t"
				 " WHERE t.service_date = $1 AND t.state IN ('held', 'absent')"
				 " ORDER BY since_ms DESC, t.id DESC LIMIT $2",
	[STATEMENT_SEQUENCE_GET] =
		"SELECT last FROM sequence WHERE service = $1 AND service_date = $2",

	[STATEMENT_SEGMENT_INSERT] =
		"INSERT INTO segment (ticket, place, service, from_ms, target_s, expect_from_ms,"
		" expect_to_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
	[STATEMENT_SEGMENT_SET] =
		"UPDATE segment SET counter = $1, called_ms = $2, served_ms = $3, finished_ms = $4,"
		" elapsed_ms = $5, verdict = $6 WHERE ticket = $7 AND place = $8",
	[STATEMENT_SEGMENT_SET_CLOCK] =
		"UPDATE segment SET count_ms = $1, since_ms = $2, high_ms = $3, ready_ms = $4,"
		" alone_ms = $5, alone_since_ms = $6 WHERE ticket = $7"
		" AND place = (SELECT segment FROM ticket WHERE id = $7)",
	[STATEMENT_SEGMENT_CLOCK] =
		"SELECT t.service, t.turn_ms, t.issue_event, s.count_ms, s.since_ms, s.high_ms,"
		" s.ready_ms, s.alone_ms, s.alone_since_ms FROM ticket t"
		" JOIN segment s ON s.ticket = t.id AND s.place = t.segment WHERE t.id = $1",
	[STATEMENT_SEGMENT_PUT] =
		"INSERT INTO segment (ticket, place, service, counter, from_ms, ready_ms,"
		" called_ms, served_ms, finished_ms, target_s, count_ms, since_ms, high_ms,"
		" elapsed_ms, verdict, alone_ms, alone_since_ms, expect_from_ms, expect_to_ms,"
		" reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,"
		" $16, $17, $18, $19, $20)",
	[STATEMENT_SEGMENT_CUT] = "DELETE FROM segment WHERE ticket = $1",
	[STATEMENT_SEGMENT_REASON] =
		"UPDATE segment SET reason = $1 WHERE ticket = $2 AND place = $3",
	[STATEMENT_SEGMENT_LIST] = SEGMENT_SELECT " WHERE s.ticket = $1 ORDER BY s.place",
	[STATEMENT_SEGMENT_LIST_DAY] =
		SEGMENT_SELECT " WHERE t.service_date = $1 ORDER BY s.ticket, s.place",
	[STATEMENT_SEGMENT_UNEXPLAINED] =
		"SELECT t.id, t.prefix, t.sequence FROM ticket t JOIN segment s ON s.ticket = t.id"
		" WHERE t.service_date = $1 AND s.counter = $2 AND s.finished_ms IS NOT NULL"
		" AND s.reason IS NULL AND s.place = (SELECT MAX(place) FROM segment"
		" WHERE ticket = t.id AND verdict = 'missed') ORDER BY t.id LIMIT 1",
	[STATEMENT_DAY_FIGURES] =
		"SELECT COALESCE(SUM(CASE WHEN s.finished_ms IS NOT NULL"
		" AND t.state <> 'closed_by_system' THEN 1 ELSE 0 END), 0),"
		" COALESCE(SUM(CASE WHEN s.verdict = 'met' THEN 1 ELSE 0 END), 0),"
		" COALESCE(SUM(CASE WHEN s.verdict <> 'none' THEN 1 ELSE 0 END), 0)"
		" FROM ticket t JOIN segment s ON s.ticket = t.id WHERE t.service_date = $1",

	[STATEMENT_INTERVAL_OPEN] =
		"INSERT INTO \"interval\" (ticket, place, state, service, counter, from_ms)"
		" VALUES ($1, (SELECT COALESCE(MAX(place), 0) + 1 FROM \"interval\""
		" WHERE ticket = $1), $2, $3, $4, $5)",
	[STATEMENT_INTERVAL_CLOSE] =
		"UPDATE \"interval\" SET to_ms = CASE WHEN $1 > from_ms THEN $1 ELSE from_ms END"
		" WHERE ticket = $2 AND to_ms IS NULL",
	[STATEMENT_INTERVAL_LIST] = "SELECT state, service, counter, from_ms, to_ms"
				    " FROM \"interval\" WHERE ticket = $1 ORDER BY place",
	[STATEMENT_INTERVAL_CLEAR] = "DELETE FROM \"interval\" WHERE ticket = $1",
	[STATEMENT_INTERVAL_PUT] =
		"INSERT INTO \"interval\" (ticket, place, state, service, counter, from_ms, to_ms)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7)",
	[STATEMENT_CALL_INSERT] =
		"INSERT INTO call (id, service_date, ticket, counter, called_ms, again)"
		" VALUES ($1, $2, $3, $4, $5, $6)",
	[STATEMENT_CALL_UNDO] = "DELETE FROM call WHERE id = $1",
	[STATEMENT_CALL_GET] = CALL_SELECT " WHERE c.id = $1",
	[STATEMENT_CALL_ANNOUNCE] =
		"UPDATE call SET shown_ms = COALESCE(shown_ms, $1),"
		" spoken_ms = COALESCE(spoken_ms, $2), lit_ms = COALESCE(lit_ms, $3) WHERE id = $4",
	[STATEMENT_CALL_LIST] =
		CALL_SELECT " WHERE c.service_date = $1"
			    " AND c.id >= (SELECT first_event FROM day WHERE service_date = $1)"
			    " ORDER BY c.id DESC LIMIT $2",

	[STATEMENT_SLIP_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM outbox",
	[STATEMENT_SLIP_INSERT] =
		"INSERT INTO outbox (id, service_date, ticket, ahead, expected_ms, low_ms, high_ms,"
		" again, state, reason, since_ms)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', 'ok', $9)",
	[STATEMENT_TICKET_SET_SLIP] = "UPDATE ticket SET slip = $1 WHERE id = $2",
	[STATEMENT_SLIP_PENDING] = SLIP_SELECT " WHERE o.state = 'pending' ORDER BY o.id LIMIT 1",
	[STATEMENT_SLIP_GET] = SLIP_SELECT " WHERE o.id = $1",
	[STATEMENT_SLIP_SENDING] =
		SLIP_SELECT " WHERE o.state = 'sending' AND o.device = $1 LIMIT 1",
	[STATEMENT_SLIP_UNSURE] =
		"SELECT o.id, o.ticket, t.prefix, t.sequence, o.device"
		" FROM outbox o JOIN ticket t ON t.id = o.ticket"
		" WHERE o.service_date = $1 AND o.state IN ('unconfirmed', 'failed')"
		" AND o.id = t.slip ORDER BY o.id",
	[STATEMENT_SLIP_SET] = "UPDATE outbox SET state = $1, reason = $2, device = $3,"
			       " since_ms = $4 WHERE id = $5",
	[STATEMENT_DEVICE_GET] = DEVICE_SELECT " WHERE name = $1",
	[STATEMENT_DEVICE_SET] =
		"INSERT INTO device (name, reason, near_end, since_ms, was)"
		" VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (name) DO UPDATE SET reason = excluded.reason,"
		" near_end = excluded.near_end, since_ms = excluded.since_ms, was = excluded.was",
	/* Those with trouble first: a list that is cut hides none of them. */
	[STATEMENT_DEVICE_LIST] =
		DEVICE_SELECT " ORDER BY CASE WHEN reason = 'ok' THEN 1 ELSE 0 END, name LIMIT $1",
	[STATEMENT_ROLL_GET] = ROLL_SELECT " WHERE device = $1",
	[STATEMENT_ROLL_SET] =
		"INSERT INTO roll (device, since_ms, length_mm, fed_mm, slips, in_doubt)"
		" VALUES ($1, $2, $3, $4, $5, $6)"
		" ON CONFLICT (device) DO UPDATE SET since_ms = excluded.since_ms,"
		" length_mm = excluded.length_mm, fed_mm = excluded.fed_mm,"
		" slips = excluded.slips, in_doubt = excluded.in_doubt",
	[STATEMENT_ROLL_LIST] = ROLL_SELECT " ORDER BY device LIMIT $1",

	[STATEMENT_FEEDBACK_SET] =
		"INSERT INTO feedback (id, instrument, invites) VALUES (1, $1, $2)"
		" ON CONFLICT (id) DO UPDATE SET instrument = excluded.instrument,"
		" invites = excluded.invites",
	[STATEMENT_FEEDBACK_GET] = "SELECT instrument, invites FROM feedback WHERE id = 1",
	[STATEMENT_ADDRESS_INSERT] =
		"INSERT INTO address (place, kind, content) VALUES ($1, $2, $3)",
	[STATEMENT_ADDRESS_LIST] = "SELECT kind, content FROM address ORDER BY place LIMIT $1",

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
		" AND r.segment = s.place WHERE s.service = v.place AND s.served_ms IS NOT NULL"
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
		" WHERE t.service_date >= $1 AND t.service_date <= $2"
		" AND s.served_ms IS NOT NULL AND s.finished_ms IS NOT NULL",

	[STATEMENT_COMPLAINT_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM complaint",
	[STATEMENT_COMPLAINT_INSERT] =
		"INSERT INTO complaint (id, code, kind, topic, service_date, filed_ms,"
		" notice_version, state, changed_ms)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, 'new', $8)",
	[STATEMENT_COMPLAINT_FIND] = COMPLAINT_SELECT " WHERE c.code = $1",
	[STATEMENT_COMPLAINT_SET] =
		"UPDATE complaint SET state = $1, changed_ms = $2 WHERE id = $3",
	[STATEMENT_COMPLAINT_LIST] = COMPLAINT_SELECT " WHERE c.id > $1 ORDER BY c.id LIMIT $2",
	[STATEMENT_COMPLAINT_TEXT_INSERT] =
		"INSERT INTO complaint_text (complaint, note, contact) VALUES ($1, $2, $3)",
	[STATEMENT_COMPLAINT_BLANK] =
		"UPDATE complaint_text SET note = '', contact = NULL WHERE note <> ''"
		" AND complaint IN (SELECT id FROM complaint"
		" WHERE service_date < $1 AND state = 'done') RETURNING complaint",

	[STATEMENT_FLOW_SET] = "INSERT INTO flow (id, ticket_first, reception) VALUES (1, $1, $2)"
			       " ON CONFLICT (id) DO UPDATE SET"
			       " ticket_first = excluded.ticket_first,"
			       " reception = excluded.reception",
	[STATEMENT_FLOW_GET] = "SELECT ticket_first, reception FROM flow WHERE id = 1",
	[STATEMENT_VISIT_SIGN] =
		"UPDATE visit SET party = $1, party_male = $2, party_female = $3, sex = $4,"
		" age_band = $5, education = $6, occupation = $7, institution_kind = $8,"
		" purpose = $9, dtsen = $10, needs = $11,"
		" notice_version = COALESCE(NULLIF($12, ''), notice_version) WHERE id = $13",
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
	[STATEMENT_ATTEMPT_GET] = "SELECT since_ms, tries FROM attempt WHERE name = $1",
	[STATEMENT_ATTEMPT_SET] = "INSERT INTO attempt (name, since_ms, tries) VALUES ($1, $2, $3)"
				  " ON CONFLICT (name) DO UPDATE SET since_ms = excluded.since_ms,"
				  " tries = excluded.tries",
};
