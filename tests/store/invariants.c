#include "tests/store/invariants.h"

#include "app/base/text.h"

#include <sqlite3.h>

#include <string.h>

#define LIVE "('waiting', 'called', 'serving', 'held')"
/* Not taken back, and not words about what was. */
#define COUNTS                                                                                     \
	" AND e.kind NOT IN ('undone', 'explained', 'doubted', 'rated', 'outcome')"                \
	" AND NOT EXISTS (SELECT 1 FROM event u WHERE u.ticket = e.ticket AND u.kind = 'undone'"   \
	" AND u.refers = e.id)"

/* Each query finds what must not be there. */
static const struct {
	const char *rule;
	const char *sql;
} rules[] = {
	{"the file is whole", "SELECT integrity_check FROM pragma_integrity_check"
			      " WHERE integrity_check <> 'ok'"},
	{"every reference leads somewhere", "SELECT \"table\" FROM pragma_foreign_key_check"},
	{"a live ticket has exactly one open interval, an ended one none",
		"SELECT id FROM ticket t WHERE (SELECT COUNT(*) FROM interval i"
		" WHERE i.ticket = t.id AND i.to_ms IS NULL) <> (t.state IN " LIVE ")"},
	{"the open interval is in the ticket's state and service",
		"SELECT t.id FROM ticket t JOIN interval i ON i.ticket = t.id"
		" WHERE i.to_ms IS NULL AND (i.state <> t.state OR i.service <> t.service)"},
	{"intervals follow each other without a gap but for those who were absent",
		"SELECT i.ticket FROM interval i WHERE i.from_ms <> COALESCE((SELECT p.to_ms"
		" FROM interval p WHERE p.ticket = i.ticket AND p.place < i.place"
		" ORDER BY p.place DESC LIMIT 1), (SELECT issued_ms FROM ticket WHERE id = i.ticket))"
		" AND NOT EXISTS (SELECT 1 FROM event e WHERE e.ticket = i.ticket"
		" AND e.kind = 'returned' AND e.office_ms = i.from_ms)"
		/* or a clock that was set back cut one short */
		" AND NOT (EXISTS (SELECT 1 FROM interval p WHERE p.ticket = i.ticket"
		" AND p.place = i.place - 1 AND p.to_ms = p.from_ms AND p.to_ms > i.from_ms)"
		" AND EXISTS (SELECT 1 FROM event e WHERE e.kind IN ('clock_set', 'clock_shifted')))"},
	{"numbers of a day and service run without a gap",
		"SELECT service_date || prefix FROM ticket GROUP BY service_date, prefix"
		" HAVING COUNT(*) <> MAX(sequence) OR MIN(sequence) <> 1"
		" OR COUNT(DISTINCT sequence) <> COUNT(*)"},
	{"the last number given is the last ticket's",
		"SELECT q.service FROM sequence q WHERE q.last <> (SELECT COUNT(*) FROM ticket t"
		" JOIN segment s ON s.ticket = t.id AND s.place = 1"
		" WHERE s.service = q.service AND t.service_date = q.service_date)"},
	{"every ticket has its issue event",
		"SELECT t.id FROM ticket t LEFT JOIN event e ON e.id = t.issue_event"
		" WHERE e.kind IS NOT 'issued' OR e.ticket <> t.id OR e.office_ms <> t.issued_ms"},
	{"every issue event has its ticket",
		"SELECT e.id FROM event e LEFT JOIN ticket t ON t.issue_event = e.id"
		" WHERE e.kind = 'issued' AND t.id IS NULL"},
	{"a ticket's state is what its last event made of it, when none was undone",
		"SELECT t.id FROM ticket t WHERE t.state <> (SELECT CASE e.kind"
		" WHEN 'issued' THEN 'waiting' WHEN 'recalled' THEN 'called'"
		" WHEN 'served' THEN 'serving' WHEN 'finished' THEN 'done'"
		" WHEN 'returned' THEN 'waiting' WHEN 'transferred' THEN 'waiting'"
		" WHEN 'resumed' THEN CASE WHEN e.counter IS NULL THEN 'waiting' ELSE 'serving' END"
		" ELSE e.kind END"
		" FROM event e WHERE e.ticket = t.id AND e.kind NOT LIKE 'slip%'"
		" AND e.kind NOT IN ('signed', 'guest_corrected', 'help_ended')" COUNTS
		" ORDER BY e.id DESC LIMIT 1)"},
	{"a counter's ticket is in the counter's state and knows the counter",
		"SELECT c.counter FROM counter_state c JOIN ticket t ON t.id = c.ticket"
		" WHERE t.state <> c.state OR t.counter <> c.counter"},
	{"a ticket called or served is at exactly one counter",
		"SELECT t.id FROM ticket t WHERE t.state IN ('called', 'serving')"
		" AND (SELECT COUNT(*) FROM counter_state c WHERE c.ticket = t.id) <> 1"},
	{"a counter's state is what its last event made of it",
		"SELECT c.counter FROM counter_state c WHERE c.state <> COALESCE((SELECT CASE e.kind"
		" WHEN 'counter_opened' THEN CASE WHEN c.state IN ('called', 'serving')"
		" THEN c.state ELSE 'free' END"
		" WHEN 'counter_break' THEN 'break' WHEN 'counter_closed' THEN 'closed'"
		" WHEN 'called' THEN 'called' WHEN 'recalled' THEN 'called'"
		" WHEN 'served' THEN 'serving' WHEN 'resumed' THEN 'serving'"
		/* Of a visitor who waits, and then the counter is as it was. */
		" WHEN 'held' THEN c.state WHEN 'transferred' THEN c.state"
		" WHEN 'cancelled' THEN c.state ELSE 'free' END"
		" FROM event e WHERE e.counter = c.counter"
		" AND e.kind NOT IN ('signed', 'guest_corrected', 'handed_over')" COUNTS
		" ORDER BY e.id DESC LIMIT 1), 'closed')"},
	{"calls are counted",
		"SELECT t.id FROM ticket t WHERE t.calls <> (SELECT COUNT(*) FROM call c"
		" WHERE c.ticket = t.id) OR t.calls <> (SELECT COUNT(*) FROM event e"
		" WHERE e.ticket = t.id AND e.kind IN ('called', 'recalled')" COUNTS ")"},
	{"a ticket has its first segment, with times in order unless they are in doubt",
		"SELECT t.id FROM ticket t LEFT JOIN segment s ON s.ticket = t.id AND s.place = 1"
		" WHERE s.ticket IS NULL OR s.from_ms <> t.issued_ms OR (t.uncertain = 0"
		" AND (s.called_ms < s.from_ms OR s.served_ms < s.called_ms"
		" OR s.finished_ms < s.served_ms))"
		" OR (s.served_ms IS NOT NULL AND s.called_ms IS NULL)"},
	{"a verdict is only of somebody served, and follows from the count",
		"SELECT ticket FROM segment WHERE (verdict <> 'none' AND served_ms IS NULL)"
		" OR (verdict = 'met' AND elapsed_ms / 1000 > target_s)"
		" OR (verdict = 'missed' AND elapsed_ms / 1000 <= target_s)"},
	{"the clock of the log never runs back",
		"SELECT id FROM (SELECT id, kind, office_ms, LAG(office_ms) OVER (ORDER BY id)"
		" AS before FROM event) WHERE office_ms < before"
		" AND kind NOT IN ('clock_set', 'clock_shifted')"},
	{"only one live day", "SELECT COUNT(DISTINCT service_date) FROM ticket"
			      " WHERE state IN " LIVE " HAVING COUNT(DISTINCT service_date) > 1"},
};

bool invariants_hold(const char *store, char *out_wrong, size_t size)
{
	sqlite3 *connection;
	bool right = true;
	out_wrong[0] = '\0';
	if (sqlite3_open_v2(store, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL) !=
		SQLITE_OK) {
		sqlite3_close(connection);
		text_copy(out_wrong, size, "the store cannot be opened");
		return false;
	}
	for (size_t i = 0; right && i < sizeof rules / sizeof rules[0]; i++) {
		sqlite3_stmt *found = NULL;
		int code = sqlite3_prepare_v2(connection, rules[i].sql, -1, &found, NULL);
		if (code == SQLITE_OK) {
			code = sqlite3_step(found);
		}
		if (code != SQLITE_DONE) {
			const char *what = code == SQLITE_ROW
						   ? (const char *)sqlite3_column_text(found, 0)
						   : sqlite3_errmsg(connection);
			text_format(out_wrong, size, "%s: %s", rules[i].rule,
				what == NULL ? "-" : what);
			right = false;
		}
		sqlite3_finalize(found);
	}
	sqlite3_close(connection);
	return right;
}
