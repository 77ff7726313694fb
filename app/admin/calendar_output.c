#include "app/admin/output.h"
#include "app/base/text.h"

#include <inttypes.h>

enum { MOMENT_TEXT = 24, NUMBER_TEXT = 24 };

json_t *output_known(const struct office *office, int64_t known_ms)
{
	return known_ms != 0 ? output_time(office, known_ms) : json_null();
}

const char *output_minutes(const struct office_span *span, char out_text[32])
{
	text_format(out_text, 32, "%02d.%02d-%02d.%02d", span->from_min / 60, span->from_min % 60,
		span->to_min / 60, span->to_min % 60);
	return out_text;
}

/* 2026-11-24 10.00 */
static const char *say_moment(const struct office *office, int64_t ms, char out_text[MOMENT_TEXT])
{
	char date[CALENDAR_DATE_SIZE], clock[16];
	calendar_date(office, ms, date);
	text_format(out_text, MOMENT_TEXT, "%s %s", date, output_clock(office, ms, clock));
	return out_text;
}

json_t *output_closures(const struct office *office, int64_t from_ms, int64_t to_ms)
{
	json_t *list = json_array();
	for (int i = office_find_closure(office, from_ms); i < office->closure_count; i++) {
		const struct office_closure *closure = &office->closures[i];
		if (closure->from_ms >= to_ms) {
			break;
		}
		json_array_append_new(list,
			json_pack("{s:I, s:o, s:o, s:s, s:o}", "id", (json_int_t)closure->id,
				"from", output_time(office, closure->from_ms), "to",
				output_time(office, closure->to_ms), "reason", closure->reason,
				"known_at", output_known(office, closure->known_ms)));
	}
	return list;
}

void output_closure_lines(struct admin *admin, int64_t from_ms, int64_t to_ms)
{
	const struct office *office = desk_office(admin->desk);
	for (int i = office_find_closure(office, from_ms); i < office->closure_count; i++) {
		const struct office_closure *closure = &office->closures[i];
		char number[NUMBER_TEXT], from[MOMENT_TEXT], to[MOMENT_TEXT];
		if (closure->from_ms >= to_ms) {
			break;
		}
		text_format(number, sizeof number, "%" PRId64, closure->id);
		output_say(admin, "admin.closure.line", number,
			say_moment(office, closure->from_ms, from),
			say_moment(office, closure->to_ms, to), closure->reason);
	}
}
