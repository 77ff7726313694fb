/* Closures and seasons: entries that have a number. */
#include "app/admin/output.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { FRIDAY = 4, MOMENT_TEXT = 24, SPAN_TEXT = 32, NUMBER_TEXT = 24 };

/* The time of an option, "2026-11-24T10:00" with or without seconds; false after a line. */
static bool read_moment(struct admin *admin, enum option option, int64_t *out_ms)
{
	const char *text = admin_value(admin, option);
	char whole[MOMENT_TEXT];
	bool short_form = strlen(text) == strlen("2026-11-24T10:00");
	bool right = text_format(whole, sizeof whole, "%s%s", text, short_form ? ":00" : "") &&
		     calendar_parse(desk_office(admin->desk), whole, out_ms);
	if (!right) {
		admin_misuse(admin, "admin.moment_form", text);
	}
	return right;
}

static bool read_id(struct admin *admin, int64_t *out_id)
{
	const char *text = admin_operand(admin, 0);
	bool right = text_to_int(text, 1, INT32_MAX, out_id);
	if (!right) {
		admin_misuse(admin, "admin.id_form", text);
	}
	return right;
}

/* What an act on an entry answers: its number. */
static int answer(struct admin *admin, enum result result, const char *key, int64_t id)
{
	char number[NUMBER_TEXT];
	text_format(number, sizeof number, "%" PRId64, id);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, result == RESULT_CALENDAR_UNKNOWN ? number : "");
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:I}", "id", (json_int_t)id));
	}
	return output_say(admin, key, number);
}

/* ---- closures ---- */

int admin_closure_add(struct admin *admin)
{
	int64_t from = 0;
	int64_t to = 0;
	int64_t id = 0;
	if (!read_moment(admin, OPTION_FROM, &from) || !read_moment(admin, OPTION_TO, &to)) {
		return ADMIN_USAGE;
	}
	enum result result =
		desk_add_closure(admin->desk, from, to, admin_value(admin, OPTION_REASON), &id);
	return answer(admin, result, "admin.closure.added", id);
}

int admin_closure_list(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin,
			json_pack("{s:o}", "closures", output_closures(office, 0, INT64_MAX)));
	}
	if (office->closure_count == 0) {
		return output_say(admin, "admin.closure.none", "");
	}
	output_closure_lines(admin, 0, INT64_MAX);
	return ADMIN_DONE;
}

int admin_closure_remove(struct admin *admin)
{
	int64_t id = 0;
	if (!read_id(admin, &id)) {
		return ADMIN_USAGE;
	}
	return answer(admin, desk_remove_closure(admin->desk, id), "admin.closure.removed", id);
}

/* ---- seasons ---- */

static bool read_day(struct admin *admin, enum option option, int *out_day)
{
	const char *text = admin_value(admin, option);
	bool right = calendar_parse_day(text, out_day);
	if (!right) {
		admin_misuse(admin, "admin.date_form", text);
	}
	return right;
}

/* The span of an option; `fallback` where it is not given. */
static bool read_span(struct admin *admin, enum option option, struct office_span fallback,
	struct office_span *out_span)
{
	const char *text = admin_value(admin, option);
	*out_span = fallback;
	bool right = !text || office_parse_span(text, out_span);
	if (!right) {
		admin_misuse(admin, "admin.span_form", text);
	}
	return right;
}

/* Monday to Friday; Friday like the others where it is not given its own. */
static bool read_week(struct admin *admin, struct office_day out_week[OFFICE_WEEK])
{
	static const struct office_span none = {0, 0};
	struct office_day friday = {0};
	struct office_day other = {0};
	if (!read_span(admin, OPTION_OPENING, none, &other.open) ||
		!read_span(admin, OPTION_BREAK, none, &other.breaks[0]) ||
		!read_span(admin, OPTION_FRIDAY, other.open, &friday.open) ||
		!read_span(admin, OPTION_FRIDAY_BREAK, other.breaks[0], &friday.breaks[0])) {
		return false;
	}
	other.break_count = other.breaks[0].to_min > 0 ? 1 : 0;
	friday.break_count = friday.breaks[0].to_min > 0 ? 1 : 0;
	for (int i = 0; i < FRIDAY; i++) {
		out_week[i] = other;
	}
	out_week[FRIDAY] = friday;
	return true;
}

int admin_season_add(struct admin *admin)
{
	struct office_season season = {0};
	const char *name = admin_value(admin, OPTION_NAME);
	int64_t id = 0;
	enum result result = text_check(name, strlen(name), sizeof season.name);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, name);
	}
	text_copy(season.name, sizeof season.name, name);
	if (!read_day(admin, OPTION_FROM, &season.from_day) ||
		!read_day(admin, OPTION_TO, &season.to_day) || !read_week(admin, season.week)) {
		return ADMIN_USAGE;
	}
	result = desk_set_season(admin->desk, &season, &id);
	if (result == RESULT_FIELD_RANGE) {
		return admin_fail(admin, "admin.season.break", "");
	}
	return answer(admin, result, "admin.season.added", id);
}

static json_t *week_json(const struct office_day week[OFFICE_WEEK])
{
	json_t *list = json_array();
	for (int i = 0; i < OFFICE_WEEK; i++) {
		char span[SPAN_TEXT];
		json_t *breaks = json_array();
		for (int j = 0; j < week[i].break_count; j++) {
			json_array_append_new(
				breaks, json_string(output_minutes(&week[i].breaks[j], span)));
		}
		bool opens = week[i].open.from_min < week[i].open.to_min;
		json_array_append_new(
			list, json_pack("{s:o, s:o}", "open",
				      opens ? json_string(output_minutes(&week[i].open, span))
					    : json_null(),
				      "breaks", breaks));
	}
	return list;
}

static json_t *seasons_json(const struct office *office)
{
	json_t *list = json_array();
	for (int i = 0; i < office->season_count; i++) {
		const struct office_season *season = &office->seasons[i];
		char from[CALENDAR_DATE_SIZE], to[CALENDAR_DATE_SIZE];
		calendar_format_day(season->from_day, from);
		calendar_format_day(season->to_day, to);
		json_array_append_new(
			list, json_pack("{s:I, s:s, s:s, s:s, s:o, s:o}", "id",
				      (json_int_t)season->id, "name", season->name, "from", from,
				      "to", to, "week", week_json(season->week), "known_at",
				      output_known(office, season->known_ms)));
	}
	return json_pack("{s:o}", "seasons", list);
}

int admin_season_list(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, seasons_json(office));
	}
	if (office->season_count == 0) {
		return output_say(admin, "admin.season.none", "");
	}
	for (int i = 0; i < office->season_count; i++) {
		const struct office_season *season = &office->seasons[i];
		char from[CALENDAR_DATE_SIZE], to[CALENDAR_DATE_SIZE];
		calendar_format_day(season->from_day, from);
		calendar_format_day(season->to_day, to);
		printf("%-4" PRId64 " %s – %s  %s\n", season->id, from, to, season->name);
	}
	return ADMIN_DONE;
}

int admin_season_remove(struct admin *admin)
{
	int64_t id = 0;
	if (!read_id(admin, &id)) {
		return ADMIN_USAGE;
	}
	return answer(admin, desk_remove_season(admin->desk, id), "admin.season.removed", id);
}
