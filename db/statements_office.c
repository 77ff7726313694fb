#include "db/statements.h"

/* The office as it was set up, and who works there. */

const char *const statements_office[STATEMENT_COUNT] = {
	[STATEMENT_META_GET] = "SELECT value FROM meta WHERE name = $1",
	[STATEMENT_META_SET] = "INSERT INTO meta (name, value) VALUES ($1, $2)"
			       " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
	[STATEMENT_BOOT_GET] = "SELECT offset_ms, suspect FROM boot WHERE boot_id = $1",
	[STATEMENT_BOOT_SET] =
		"INSERT INTO boot (boot_id, offset_ms, suspect) VALUES ($1, $2, $3)"
		" ON CONFLICT (boot_id) DO UPDATE SET offset_ms = excluded.offset_ms,"
		" suspect = excluded.suspect",

	[STATEMENT_OFFICE_INSERT] =
		"INSERT INTO office (id, code, zone, name, unit_id, unit_en, priority_head_start_s,"
		" issue_before_s, recall_limit, recall_interval_s, undo_s, serve_on_call, idle_s,"
		" retention_months, notice_version, running_id, running_en, online, chat, stand_by,"
		" call_any, ring_soon, ring_late, ring_unattended, raise_late, lock_minutes,"
		" asks_source)"
		" VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,"
		" $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)",
	[STATEMENT_OFFICE_GET] =
		"SELECT code, name, unit_id, unit_en, zone, priority_head_start_s, issue_before_s,"
		" recall_limit, recall_interval_s, undo_s, serve_on_call, idle_s, retention_months,"
		" notice_version, running_id, running_en, online, chat, stand_by, call_any,"
		" ring_soon, ring_late, ring_unattended, raise_late, lock_minutes, asks_source"
		" FROM office WHERE id = 1",
	[STATEMENT_SERVICE_LIST] =
		"SELECT place, code, prefix, name_id, name_en, short_id, short_en, meaning_id,"
		" meaning_en, icon, fee, email_required, target_s, typical_service_s, daily_quota,"
		" last_issue_min, unrated FROM service ORDER BY place",
	[STATEMENT_HOURS_INSERT] = "INSERT INTO hours (weekday, place, from_min, to_min)"
				   " VALUES ($1, $2, $3, $4)",
	[STATEMENT_HOURS_LIST] = "SELECT weekday, place, from_min, to_min FROM hours"
				 " ORDER BY weekday, place",
	[STATEMENT_COUNTER_LIST] = "SELECT number, services, name_id, name_en FROM counter"
				   " WHERE place < 1000 ORDER BY place",

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
	[STATEMENT_GUEST_OPTION_INSERT] =
		"INSERT INTO guest_option (place, field, code, survey, hidden, label_id, label_en,"
		" brief_id, brief_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
	[STATEMENT_GUEST_OPTION_CLEAR] = "DELETE FROM guest_option",
	[STATEMENT_GUEST_OPTION_LIST] =
		"SELECT field, code, survey, hidden, label_id, label_en, brief_id, brief_en"
		" FROM guest_option ORDER BY place LIMIT $1",
	[STATEMENT_PRIVACY_SET] = "UPDATE privacy SET contact = $1 WHERE id = 1",
	[STATEMENT_PRIVACY_GET] = "SELECT contact FROM privacy WHERE id = 1",
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

	[STATEMENT_STAFF_INSERT] =
		"INSERT INTO staff (code, name, role, pin_hash) VALUES ($1, $2, $3, $4)"
		" ON CONFLICT (code) DO UPDATE SET name = excluded.name, role = excluded.role,"
		" pin_hash = excluded.pin_hash, wrong_pins = 0, locked_until_ms = NULL,"
		" retired = 0",
	[STATEMENT_STAFF_GET] = "SELECT code, name, role, pin_hash, wrong_pins, locked_until_ms"
				" FROM staff WHERE code = $1 AND retired = 0",
	[STATEMENT_STAFF_LIST] = "SELECT code, name, role, pin_hash, wrong_pins, locked_until_ms"
				 " FROM staff WHERE retired = 0 ORDER BY name, code",
	[STATEMENT_STAFF_SET_PIN] = "UPDATE staff SET pin_hash = $1 WHERE code = $2",
	[STATEMENT_STAFF_SET_WRONG] =
		"UPDATE staff SET wrong_pins = $1, locked_until_ms = $2 WHERE code = $3",

	[STATEMENT_FEEDBACK_SET] =
		"INSERT INTO feedback (id, instrument, invites) VALUES (1, $1, $2)"
		" ON CONFLICT (id) DO UPDATE SET instrument = excluded.instrument,"
		" invites = excluded.invites",
	[STATEMENT_FEEDBACK_GET] = "SELECT instrument, invites FROM feedback WHERE id = 1",
	[STATEMENT_ADDRESS_INSERT] =
		"INSERT INTO address (place, kind, content) VALUES ($1, $2, $3)",
	[STATEMENT_ADDRESS_LIST] = "SELECT kind, content FROM address ORDER BY place LIMIT $1",

	[STATEMENT_FLOW_SET] = "INSERT INTO flow (id, ticket_first, reception, withheld)"
			       " VALUES (1, $1, $2, $3)"
			       " ON CONFLICT (id) DO UPDATE SET"
			       " ticket_first = excluded.ticket_first,"
			       " reception = excluded.reception,"
			       " withheld = excluded.withheld",
	[STATEMENT_FLOW_GET] = "SELECT ticket_first, reception, withheld FROM flow WHERE id = 1",

	[STATEMENT_VOICE_SET] =
		"INSERT INTO voice (id, speaks, chime, by_words, repeats, volume, brief_from,"
		" brief) VALUES (1, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET"
		" speaks = excluded.speaks, chime = excluded.chime, by_words = excluded.by_words,"
		" repeats = excluded.repeats, volume = excluded.volume,"
		" brief_from = excluded.brief_from, brief = excluded.brief",
	[STATEMENT_VOICE_GET] = "SELECT speaks, chime, by_words, repeats, volume, brief_from, brief"
				" FROM voice WHERE id = 1",
	[STATEMENT_VOICE_HOUR_INSERT] =
		"INSERT INTO voice_hour (place, from_min, to_min, volume) VALUES ($1, $2, $3, $4)",
	[STATEMENT_VOICE_HOUR_CLEAR] = "DELETE FROM voice_hour",
	[STATEMENT_VOICE_HOUR_LIST] =
		"SELECT from_min, to_min, volume FROM voice_hour ORDER BY place LIMIT $1",
	[STATEMENT_WORDING_INSERT] =
		"INSERT INTO wording (place, language, content) VALUES ($1, $2, $3)",
	[STATEMENT_WORDING_CLEAR] = "DELETE FROM wording",
	[STATEMENT_WORDING_LIST] = "SELECT language, content FROM wording ORDER BY place LIMIT $1",
	/* The office changed: places of services never change, those of counters may; between the
	 * two of each pair nothing stands in the way of a letter or a place that moves. */
	[STATEMENT_OFFICE_SET] =
		"UPDATE office SET name = $1, unit_id = $2, unit_en = $3,"
		" priority_head_start_s = $4, issue_before_s = $5, recall_limit = $6,"
		" recall_interval_s = $7, undo_s = $8, serve_on_call = $9, idle_s = $10,"
		" retention_months = $11, notice_version = $12, running_id = $13,"
		" running_en = $14, online = $15, chat = $16, stand_by = $17, call_any = $18,"
		" ring_soon = $19, ring_late = $20, ring_unattended = $21, raise_late = $22,"
		" lock_minutes = $23, asks_source = $24"
		" WHERE id = 1",
	[STATEMENT_SERVICE_FREE] = "UPDATE service SET prefix = '-' || place",
	[STATEMENT_SERVICE_SET] =
		"INSERT INTO service (place, code, prefix, name_id, name_en, short_id, short_en,"
		" meaning_id, meaning_en, icon, fee, email_required, target_s, typical_service_s,"
		" daily_quota, last_issue_min, unrated)"
		" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,"
		" $17)"
		" ON CONFLICT (place) DO UPDATE SET prefix = excluded.prefix,"
		" name_id = excluded.name_id, name_en = excluded.name_en,"
		" short_id = excluded.short_id, short_en = excluded.short_en,"
		" meaning_id = excluded.meaning_id, meaning_en = excluded.meaning_en,"
		" icon = excluded.icon, fee = excluded.fee,"
		" email_required = excluded.email_required, target_s = excluded.target_s,"
		" typical_service_s = excluded.typical_service_s,"
		" daily_quota = excluded.daily_quota, last_issue_min = excluded.last_issue_min,"
		" unrated = excluded.unrated",
	[STATEMENT_HOURS_CLEAR] = "DELETE FROM hours",
	[STATEMENT_COUNTER_FREE] = "UPDATE counter SET place = number + 1000 WHERE place < 1000",
	[STATEMENT_COUNTER_SET] = "INSERT INTO counter (number, place, services, name_id, name_en)"
				  " VALUES ($1, $2, $3, $4, $5)"
				  " ON CONFLICT (number) DO UPDATE SET place = excluded.place,"
				  " services = excluded.services, name_id = excluded.name_id,"
				  " name_en = excluded.name_en",
	[STATEMENT_STANDARD_CLEAR] = "DELETE FROM standard",
	[STATEMENT_ADDRESS_CLEAR] = "DELETE FROM address",
	[STATEMENT_STAFF_SET] = "UPDATE staff SET name = $1, role = $2 WHERE code = $3",
	[STATEMENT_STAFF_RETIRE] = "UPDATE staff SET retired = 1, pin_hash = NULL WHERE code = $1",
	[STATEMENT_STAFF_LEFT] = "SELECT 1 FROM staff WHERE code = $1 AND retired = 1",
	[STATEMENT_SLIP_LAYOUT_SET] =
		"INSERT INTO slip_layout (id, hidden, footer_id, footer_en) VALUES (1, $1, $2, $3)"
		" ON CONFLICT (id) DO UPDATE SET hidden = excluded.hidden,"
		" footer_id = excluded.footer_id, footer_en = excluded.footer_en",
	[STATEMENT_SLIP_LAYOUT_GET] =
		"SELECT hidden, footer_id, footer_en FROM slip_layout WHERE id = 1",
	[STATEMENT_PAST_INSERT] = "INSERT INTO office_past (event, rules) VALUES ($1, $2)",
	[STATEMENT_PAST_LIST] =
		"SELECT event, rules FROM office_past WHERE event >= $1 ORDER BY event",
	[STATEMENT_PAST_TOTAL] = "SELECT count(*) FROM office_past",
};
