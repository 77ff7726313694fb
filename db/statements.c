#include "db/statements.h"

/* Columns in the order in which ticket_rows.c reads them. */
#define TICKET_SELECT                                                                              \
	"SELECT t.id, t.service_date, t.prefix, t.sequence, t.service, t.state, t.priority,"       \
	" t.issued_ms, t.turn_ms, t.issue_event, t.counter, t.calls, s.ready_ms, s.called_ms,"     \
	" t.recalled_ms, s.served_ms, t.finished_ms, s.target_s, s.elapsed_ms, s.verdict,"         \
	" t.uncertain, o.state, o.reason"                                                          \
	" FROM ticket t JOIN segment s ON s.ticket = t.id AND s.place = 1"                         \
	" LEFT JOIN outbox o ON o.id = t.slip"

#define SLIP_SELECT                                                                                \
	"SELECT o.id, o.ticket, o.ahead, o.expected_ms, o.again, o.state, o.service_date"          \
	" FROM outbox o"

/* "interval" is a word of PostgreSQL's own, hence the quotes. */
const char *const statements[STATEMENT_COUNT] = {
	[STATEMENT_META_GET] = "SELECT value FROM meta WHERE name = $1",
	[STATEMENT_META_SET] = "INSERT INTO meta (name, value) VALUES ($1, $2)"
			       " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
	[STATEMENT_BOOT_GET] = "SELECT offset_ms FROM boot WHERE boot_id = $1",
	[STATEMENT_BOOT_SET] =
		"INSERT INTO boot (boot_id, offset_ms) VALUES ($1, $2)"
		" ON CONFLICT (boot_id) DO UPDATE SET offset_ms = excluded.offset_ms",

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
	[STATEMENT_YEAR_SET] =
		"INSERT INTO holiday_list (year, source, known_ms) VALUES ($1, $2, $3)"
		" ON CONFLICT (year) DO UPDATE SET source = excluded.source,"
		" known_ms = excluded.known_ms",
	[STATEMENT_YEAR_LIST] = "SELECT year, source FROM holiday_list ORDER BY year DESC LIMIT $1",
	[STATEMENT_HOLIDAY_INSERT] =
		"INSERT INTO holiday (day, kind, name, known_ms) VALUES ($1, $2, $3, $4)",
	[STATEMENT_HOLIDAY_REMOVE] = "DELETE FROM holiday WHERE day >= $1 AND day <= $2",
	[STATEMENT_HOLIDAY_LIST] =
		"SELECT day, kind, name, known_ms FROM holiday ORDER BY day DESC LIMIT $1",
	[STATEMENT_SEASON_INSERT] = "INSERT INTO season (name, from_day, to_day, known_ms)"
				    " VALUES ($1, $2, $3, $4) RETURNING id",
	[STATEMENT_SEASON_REMOVE] = "DELETE FROM season WHERE id = $1",
	[STATEMENT_SEASON_LIST] = "SELECT id, name, from_day, to_day, known_ms FROM season"
				  " ORDER BY from_day DESC LIMIT $1",
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
				   " ORDER BY from_ms DESC LIMIT $1",

	[STATEMENT_EVENT_INSERT] =
		"INSERT INTO event (kind, service_date, office_ms, wall_ms, boot_id, boot_ms,"
		" device, staff, counter, ticket, detail)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
	[STATEMENT_EVENT_NEWEST] =
		"SELECT office_ms, wall_ms FROM event WHERE id = (SELECT MAX(id) FROM event)",

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
		"SELECT c.counter, c.state, c.services, c.staff, p.name, c.ticket, c.since_ms,"
		" c.free_since_ms FROM counter_state c JOIN counter n ON n.number = c.counter"
		" LEFT JOIN staff p ON p.code = c.staff ORDER BY n.place",

	[STATEMENT_SEQUENCE_NEXT] =
		"INSERT INTO sequence (service, service_date, last) VALUES ($1, $2, 1)"
		" ON CONFLICT (service, service_date) DO UPDATE SET last = sequence.last + 1"
		" RETURNING last",
	[STATEMENT_VISIT_INSERT] =
		"INSERT INTO visit (service_date, arrived_ms, party, party_male, party_female, sex,"
		" age_band, education, occupation, institution_kind, purpose, needs,"
		" notice_version)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id",
	[STATEMENT_GUEST_INSERT] =
		"INSERT INTO guest (visit, name, institution, email, phone, data_needed,"
		" occupation_other, purpose_other) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
	[STATEMENT_GUEST_OF_TICKET] =
		"SELECT g.name, g.institution, g.email, g.phone, g.data_needed,"
		" g.occupation_other, g.purpose_other, v.sex, v.age_band, v.education,"
		" v.occupation, v.institution_kind, v.purpose, v.needs, v.party_male,"
		" v.party_female FROM ticket t JOIN visit v ON v.id = t.visit"
		" JOIN guest g ON g.visit = v.id WHERE t.id = $1",

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
		"UPDATE ticket SET state = $1, counter = $2, calls = $3, recalled_ms = $4,"
		" finished_ms = $5, uncertain = $6 WHERE id = $7",
	[STATEMENT_TICKET_DOUBT] = "UPDATE ticket SET uncertain = 1"
				   " WHERE id = $1 AND boot_id <> $2 AND uncertain = 0",
	[STATEMENT_TICKET_OLD_WAITING] = "SELECT id FROM ticket WHERE state = 'waiting'"
					 " AND service_date < $1 LIMIT 1",
	[STATEMENT_WAITING_LIST] =
		"SELECT t.id, t.prefix, t.sequence, t.service, t.priority, t.issued_ms, t.turn_ms,"
		" s.target_s, s.count_ms, s.since_ms, s.high_ms, s.ready_ms"
		" FROM ticket t JOIN segment s ON s.ticket = t.id AND s.place = 1"
		" WHERE t.state = 'waiting' AND t.service_date = $1"
		" ORDER BY t.turn_ms, t.issue_event LIMIT $2",
	[STATEMENT_WAITING_COUNT] = "SELECT service, COUNT(*) FROM ticket"
				    " WHERE state = 'waiting' AND service_date = $1"
				    " GROUP BY service",

	[STATEMENT_SEGMENT_INSERT] =
		"INSERT INTO segment (ticket, place, service, from_ms, target_s)"
		" VALUES ($1, 1, $2, $3, $4)",
	[STATEMENT_SEGMENT_SET] =
		"UPDATE segment SET counter = $1, called_ms = $2, served_ms = $3, finished_ms = $4,"
		" elapsed_ms = $5, verdict = $6 WHERE ticket = $7 AND place = 1",
	[STATEMENT_SEGMENT_SET_CLOCK] =
		"UPDATE segment SET count_ms = $1, since_ms = $2, high_ms = $3, ready_ms = $4"
		" WHERE ticket = $5 AND place = 1",
	[STATEMENT_SEGMENT_CLOCK] = "SELECT service, count_ms, since_ms, high_ms, ready_ms"
				    " FROM segment WHERE ticket = $1 AND place = 1",
	[STATEMENT_SERVICE_TIMES] =
		"SELECT s.finished_ms - s.served_ms FROM segment s JOIN ticket t ON t.id = s.ticket"
		" WHERE s.service = $1 AND s.served_ms IS NOT NULL AND s.finished_ms IS NOT NULL"
		" AND t.uncertain = 0 ORDER BY s.finished_ms DESC LIMIT $2",
	[STATEMENT_DAY_FIGURES] =
		"SELECT COALESCE(SUM(CASE WHEN t.state = 'done' THEN 1 ELSE 0 END), 0),"
		" COALESCE(SUM(CASE WHEN s.verdict = 'met' THEN 1 ELSE 0 END), 0),"
		" COALESCE(SUM(CASE WHEN s.verdict <> 'none' THEN 1 ELSE 0 END), 0)"
		" FROM ticket t JOIN segment s ON s.ticket = t.id WHERE t.service_date = $1",

	[STATEMENT_INTERVAL_OPEN] =
		"INSERT INTO \"interval\" (ticket, place, state, service, counter, from_ms)"
		" SELECT $1, COALESCE(MAX(place), 0) + 1, $2, $3, $4, $5"
		" FROM \"interval\" WHERE ticket = $1",
	[STATEMENT_INTERVAL_CLOSE] =
		"UPDATE \"interval\" SET to_ms = $1 WHERE ticket = $2 AND to_ms IS NULL",
	[STATEMENT_INTERVAL_LIST] = "SELECT state, service, counter, from_ms, to_ms"
				    " FROM \"interval\" WHERE ticket = $1 ORDER BY place",
	[STATEMENT_CALL_INSERT] =
		"INSERT INTO call (service_date, ticket, counter, called_ms, again)"
		" VALUES ($1, $2, $3, $4, $5)",
	[STATEMENT_CALL_LIST] =
		"SELECT c.id, t.prefix, t.sequence, c.counter, t.priority, c.called_ms, c.again"
		" FROM call c JOIN ticket t ON t.id = c.ticket"
		" WHERE c.service_date = $1 AND c.id > (SELECT COALESCE(MAX(id), 0) FROM call) - $2"
		" ORDER BY c.id DESC",

	[STATEMENT_SLIP_INSERT] =
		"INSERT INTO outbox (service_date, ticket, ahead, expected_ms, again, state,"
		" reason, since_ms) VALUES ($1, $2, $3, $4, $5, 'pending', 'ok', $6)"
		" RETURNING id",
	[STATEMENT_TICKET_SET_SLIP] = "UPDATE ticket SET slip = $1 WHERE id = $2",
	[STATEMENT_SLIP_PENDING] = SLIP_SELECT " WHERE o.state = 'pending' ORDER BY o.id LIMIT 1",
	[STATEMENT_SLIP_GET] = SLIP_SELECT " WHERE o.id = $1",
	[STATEMENT_SLIP_SENDING] =
		SLIP_SELECT " WHERE o.state = 'sending' AND o.device = $1 LIMIT 1",
	[STATEMENT_SLIP_UNSURE] = "SELECT o.id, o.ticket, t.prefix, t.sequence, o.device"
				  " FROM outbox o JOIN ticket t ON t.id = o.ticket"
				  " WHERE o.service_date = $1 AND o.state = 'unconfirmed'"
				  " AND o.id = t.slip"
				  " ORDER BY o.id",
	[STATEMENT_SLIP_SET] = "UPDATE outbox SET state = $1, reason = $2, device = $3,"
			       " since_ms = $4 WHERE id = $5",
	[STATEMENT_DEVICE_GET] =
		"SELECT name, reason, near_end, since_ms FROM device WHERE name = $1",
	[STATEMENT_DEVICE_SET] =
		"INSERT INTO device (name, reason, near_end, since_ms) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (name) DO UPDATE SET reason = excluded.reason,"
		" near_end = excluded.near_end, since_ms = excluded.since_ms",
	[STATEMENT_DEVICE_LIST] =
		"SELECT name, reason, near_end, since_ms FROM device ORDER BY name LIMIT $1",
};
