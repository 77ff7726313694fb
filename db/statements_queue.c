#include "db/statements.h"

/* The day: events, tickets, calls, slips and devices. */

/* Columns in the order in which ticket_rows.c reads them; a ticket shows the segment it is in. The
 * event of its issue refers to its appointment. */
#define TICKET_SELECT                                                                                                \
	"SELECT t.id, t.service_date, t.prefix, t.sequence, t.service, t.segment, t.state,"                          \
	" t.held_from, t.priority, t.issued_ms, t.turn_ms, t.issue_event, s.from_ms,"                                \
	" s.expect_from_ms, s.expect_to_ms, t.counter, t.calls, t.recalls, s.ready_ms, s.called_ms, t.recalled_ms,"  \
	" s.served_ms, s.finished_ms, s.target_s, s.elapsed_ms, s.verdict, t.uncertain, t.boot_id, o.state,"         \
	" o.reason, t.only_counter, a.at_ms FROM ticket t JOIN segment s ON s.ticket = t.id AND s.place = t.segment" \
	" LEFT JOIN outbox o ON o.id = t.slip LEFT JOIN event e ON e.id = t.issue_event"                             \
	" LEFT JOIN appointment a ON a.id = e.refers"

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
	" AND i.from_ms >= s.from_ms AND i.to_ms <= s.finished_ms) END, s.expect_from_ms,"         \
	" s.expect_to_ms, s.target_s, s.count_ms, s.since_ms, s.high_ms, s.ready_ms, s.alone_ms,"  \
	" s.alone_since_ms, s.elapsed_ms, s.verdict, s.reason, s.reason_event"                     \
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

const char *const statements_queue[STATEMENT_COUNT] = {
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
	[STATEMENT_EVENT_STOOD_BY] = EVENT_SELECT
	" WHERE counter = $1 AND id >= $2 AND kind = 'stood_by' ORDER BY id DESC LIMIT 1",
	[STATEMENT_EVENT_LATER] = EVENT_SELECT " WHERE ticket = $1 AND id > $2 ORDER BY id",
	/* Backwards to the last one that a right clock stamped, or at which the clock was set. */
	[STATEMENT_EVENT_WRONG] = "SELECT id FROM event WHERE (boot_id <> $1 AND office_ms <= $2)"
				  " OR kind = 'clock_set' ORDER BY id DESC LIMIT 1",
	[STATEMENT_REMARK_INSERT] = "INSERT INTO remark (event, note) VALUES ($1, $2)",
	[STATEMENT_REMARK_GET] = "SELECT note FROM remark WHERE event = $1",
	[STATEMENT_REMARK_BLANK] =
		"UPDATE remark SET note = NULL WHERE event IN (SELECT r.event FROM remark r"
		" JOIN event e ON e.id = r.event WHERE r.note IS NOT NULL"
		" AND e.service_date < $1 ORDER BY r.event LIMIT $2) RETURNING event",
	[STATEMENT_REMARK_TOTAL] = "SELECT COUNT(*) FROM remark",

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

	[STATEMENT_COUNTER_STATE_INSERT] =
		"INSERT INTO counter_state (counter, state, services, since_ms)"
		" VALUES ($1, 'closed', 0, $2) ON CONFLICT (counter) DO NOTHING",
	[STATEMENT_COUNTER_STATE_SET] =
		"UPDATE counter_state SET state = $1, services = $2, staff = $3, ticket = $4,"
		" since_ms = $5, free_since_ms = $6, stand_by_ms = $7 WHERE counter = $8",
	[STATEMENT_COUNTER_STATE_LIST] =
		"SELECT c.counter, c.state, c.services, c.staff, p.name, c.ticket, t.service, c.since_ms,"
		" c.free_since_ms, c.stand_by_ms FROM counter_state c JOIN counter n ON n.number = c.counter"
		" LEFT JOIN staff p ON p.code = c.staff LEFT JOIN ticket t ON t.id = c.ticket"
		" WHERE n.place < 1000 ORDER BY n.place",

	[STATEMENT_SEQUENCE_NEXT] =
		"INSERT INTO sequence (service, service_date, last) VALUES ($1, $2, 1)"
		" ON CONFLICT (service, service_date) DO UPDATE SET last = sequence.last + 1",
	[STATEMENT_TICKET_NEXT_ID] = "SELECT COALESCE(MAX(id), 0) + 1 FROM ticket",
	[STATEMENT_TICKET_INSERT] =
		"INSERT INTO ticket (id, service_date, prefix, sequence, service, state, priority,"
		" issued_ms, turn_ms, issue_event, boot_id, visit, token)"
		" VALUES ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10, $11, $12)",
	[STATEMENT_TICKET_GET] = TICKET_SELECT " WHERE t.id = $1",
	[STATEMENT_TICKET_OF_TOKEN] = TICKET_SELECT " WHERE t.service_date = $1 AND t.token = $2",
	[STATEMENT_TICKET_OF_NUMBER] =
		TICKET_SELECT " WHERE t.service_date = $1 AND t.prefix = $2 AND t.sequence = $3",
	/* Day by day backwards, each by UNIQUE (service_date, prefix, sequence). */
	[STATEMENT_TICKET_EARLIER] =
		"SELECT d.service_date FROM day d WHERE d.service_date < $1 AND EXISTS"
		" (SELECT 1 FROM ticket t WHERE t.service_date = d.service_date AND t.prefix = $2"
		" AND t.sequence = $3) ORDER BY d.service_date DESC LIMIT 1",
	[STATEMENT_TICKET_LIST_DAY] =
		TICKET_SELECT " WHERE t.service_date = $1 ORDER BY t.id DESC LIMIT $2",
	[STATEMENT_TICKET_FIRST] =
		"SELECT id FROM ticket WHERE state = 'waiting' AND service_date = $1"
		" AND ($2 >> service) & 1 = 1 AND (only_counter IS NULL OR only_counter = $3"
		" OR NOT EXISTS (SELECT 1 FROM counter_state c WHERE c.counter = only_counter"
		" AND c.state NOT IN ('closed', 'break') AND (c.services >> ticket.service) & 1 = 1))"
		" ORDER BY turn_ms, issue_event LIMIT 1",
	[STATEMENT_TICKET_SET] =
		"UPDATE ticket SET state = $1, counter = $2, calls = $3, recalls = $4,"
		" recalled_ms = $5, finished_ms = $6, uncertain = $7 WHERE id = $8",
	/* What only some acts change; a set column costs its checks and its index. */
	[STATEMENT_TICKET_MOVE] = "UPDATE ticket SET service = $1, segment = $2, turn_ms = $3,"
				  " held_from = $4, only_counter = $5 WHERE id = $6",
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
		" t.issue_event, t.only_counter, s.from_ms, s.target_s, s.count_ms, s.since_ms, s.high_ms,"
		" s.ready_ms, s.alone_ms, s.alone_since_ms, a.at_ms"
		" FROM ticket t JOIN segment s ON s.ticket = t.id AND s.place = t.segment"
		" LEFT JOIN event e ON e.id = t.issue_event LEFT JOIN appointment a ON a.id = e.refers"
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
		"SELECT last, last - skipped FROM sequence WHERE service = $1 AND service_date = $2",
	[STATEMENT_SEQUENCE_SKIP] =
		"INSERT INTO sequence (service, service_date, last, skipped) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (service, service_date) DO UPDATE SET last = $3, skipped = $4",

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
		"SELECT t.service, t.turn_ms, t.issue_event, t.only_counter, s.count_ms, s.since_ms, s.high_ms,"
		" s.ready_ms, s.alone_ms, s.alone_since_ms FROM ticket t"
		" JOIN segment s ON s.ticket = t.id AND s.place = t.segment WHERE t.id = $1",
	[STATEMENT_SEGMENT_PUT] =
		"INSERT INTO segment (ticket, place, service, counter, from_ms, ready_ms,"
		" called_ms, served_ms, finished_ms, target_s, count_ms, since_ms, high_ms,"
		" elapsed_ms, verdict, alone_ms, alone_since_ms, expect_from_ms, expect_to_ms,"
		" reason, reason_event) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
		" $13, $14, $15, $16, $17, $18, $19, $20, $21)",
	[STATEMENT_SEGMENT_CUT] = "DELETE FROM segment WHERE ticket = $1",
	[STATEMENT_SEGMENT_REASON] =
		"UPDATE segment SET reason = $1, reason_event = $2 WHERE ticket = $3 AND place = $4",
	[STATEMENT_SEGMENT_LIST] = SEGMENT_SELECT " WHERE s.ticket = $1 ORDER BY s.place",
	[STATEMENT_SEGMENT_LIST_DAY] =
		SEGMENT_SELECT " WHERE t.service_date = $1 ORDER BY s.ticket, s.place",
	[STATEMENT_SEGMENT_UNEXPLAINED] =
		"SELECT t.id, t.prefix, t.sequence, s.place, s.service FROM ticket t"
		" JOIN segment s ON s.ticket = t.id WHERE t.service_date = $1 AND s.counter = $2"
		" AND s.finished_ms IS NOT NULL AND s.reason IS NULL AND s.verdict = 'missed'"
		" ORDER BY t.id, s.place LIMIT 1",
	/* Who served it says the event of its day that served it: few are late, and its day's
	 * events are few. */
	[STATEMENT_SEGMENT_LATE] =
		"SELECT t.id, t.prefix, t.sequence, s.place, s.service, t.service_date FROM ticket t"
		" JOIN segment s ON s.ticket = t.id JOIN day d ON d.service_date = t.service_date"
		" WHERE t.service_date IN (SELECT service_date FROM day p WHERE service_date < $1"
		" AND EXISTS (SELECT 1 FROM ticket v WHERE v.service_date = p.service_date)"
		" ORDER BY service_date DESC LIMIT $2)"
		" AND s.finished_ms IS NOT NULL AND s.reason IS NULL AND s.verdict = 'missed'"
		" AND (CAST($3 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM event e"
		" WHERE e.id > t.issue_event AND e.id <= d.closed_event AND e.ticket = t.id"
		" AND e.kind = 'served' AND e.office_ms = s.served_ms AND e.staff = $3))"
		" ORDER BY t.id, s.place LIMIT $4",
	[STATEMENT_TICKET_UNSAID] =
		"SELECT id, prefix, sequence, finished_ms FROM ticket WHERE service_date = $1"
		" AND counter = $2 AND state = 'done' AND id NOT IN (SELECT ticket FROM event"
		" WHERE id >= $3 AND kind IN ('finished', 'outcome') AND ticket IS NOT NULL"
		" GROUP BY ticket HAVING MAX(CASE kind WHEN 'outcome' THEN id END)"
		" > MAX(CASE kind WHEN 'finished' THEN id END))"
		" ORDER BY finished_ms DESC, id DESC LIMIT 1",
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
	/* Of some days at most (an id is an event's): that no display is there must cost little. */
	[STATEMENT_CALL_HEARD] =
		"SELECT id FROM call WHERE id > (SELECT MAX(id) FROM call) - 2000"
		" AND (shown_ms IS NOT NULL OR spoken_ms IS NOT NULL OR lit_ms IS NOT NULL)"
		" ORDER BY id DESC LIMIT 1",
	[STATEMENT_CALL_SHOWN] =
		"SELECT shown_ms FROM call WHERE id > (SELECT MAX(id) FROM call) - 500"
		" AND shown_ms IS NOT NULL ORDER BY id DESC LIMIT 1",
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
	[STATEMENT_TEST_SLIP_GET] =
		"SELECT id, boot_id, boot_ms, state, reason, device FROM test_slip",
	[STATEMENT_TEST_SLIP_SET] = "UPDATE test_slip SET id = $1, boot_id = $2, boot_ms = $3,"
				    " state = $4, reason = $5, device = $6",
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
	[STATEMENT_WIRE_LIST] = "SELECT device, part, own, fixed, own_paper, chosen, paper"
				" FROM wire ORDER BY device, part",
	[STATEMENT_WIRE_SET_OWN] =
		"INSERT INTO wire (device, part, own, fixed, own_paper) VALUES ($1, $2, $3, $4, $5)"
		" ON CONFLICT (device, part) DO UPDATE SET own = excluded.own,"
		" fixed = excluded.fixed, own_paper = excluded.own_paper",
	[STATEMENT_WIRE_CHOOSE] =
		"UPDATE wire SET chosen = $1, paper = $2 WHERE device = $3 AND part = $4",
};
