#include "app/queue/holidays.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

static const char mark[] = "\xEF\xBB\xBF";
static const char source_word[] = "# sumber:";

/* Copies one line of `length` bytes without its line end: checked text without control marks. */
static bool take_line(const char *text, size_t length, char out_line[HOLIDAYS_LINE_SIZE])
{
	if (length > 0 && text[length - 1] == '\r') {
		length--;
	}
	if (text_check(text, length, HOLIDAYS_LINE_SIZE) != RESULT_OK) {
		return false;
	}
	memcpy(out_line, text, length);
	out_line[length] = '\0';
	text_trim(out_line);
	return true;
}

/* Cuts `line` at its semicolons; false unless it has exactly three fields with something in each.
 */
static bool split(char *line, char *out_fields[3])
{
	for (int i = 0; i < 3; i++) {
		char *end = strchr(line, ';');
		if ((end == NULL) != (i == 2)) {
			return false;
		}
		if (end != NULL) {
			*end = '\0';
		}
		text_trim(line);
		if (line[0] == '\0') {
			return false;
		}
		out_fields[i] = line;
		line = end != NULL ? end + 1 : line;
	}
	return true;
}

static int year_of(int day)
{
	char date[CALENDAR_DATE_SIZE];
	int64_t year = 0;
	calendar_format_day(day, date);
	date[4] = '\0';
	(void)text_to_int(date, 0, 9999, &year);
	return (int)year;
}

/* Puts `holiday` among the days before it; false when the day is there. */
static bool insert(struct holiday_list *list, const struct office_holiday *holiday)
{
	int place = list->count;
	while (place > 0 && list->days[place - 1].day > holiday->day) {
		place--;
	}
	if (place > 0 && list->days[place - 1].day == holiday->day) {
		return false;
	}
	memmove(&list->days[place + 1], &list->days[place],
		(size_t)(list->count - place) * sizeof *holiday);
	list->days[place] = *holiday;
	list->count++;
	return true;
}

static enum result take_holiday(struct holiday_list *list, char *line)
{
	struct office_holiday holiday = {0};
	char *fields[3];
	if (!split(line, fields)) {
		return RESULT_LIST_FORM;
	}
	if (!calendar_parse_day(fields[0], &holiday.day)) {
		return RESULT_LIST_DATE;
	}
	if (!office_holiday_find(fields[1], &holiday.kind)) {
		return RESULT_LIST_KIND;
	}
	if (!text_copy(holiday.name, sizeof holiday.name, fields[2])) {
		return RESULT_LIST_NAME;
	}
	if (list->count == 0) {
		list->year = year_of(holiday.day);
	} else if (list->year != year_of(holiday.day)) {
		return RESULT_LIST_YEAR;
	}
	if (list->count == HOLIDAYS_LISTED) {
		return RESULT_LIST_LONG;
	}
	return insert(list, &holiday) ? RESULT_OK : RESULT_LIST_TWICE;
}

static enum result take(struct holiday_list *list, char *line)
{
	if (line[0] == '#') {
		size_t length = sizeof source_word - 1;
		if (list->source[0] == '\0' && strncmp(line, source_word, length) == 0) {
			text_copy(list->source, sizeof list->source, line + length);
			text_trim(list->source);
		}
		return RESULT_OK;
	}
	return line[0] == '\0' ? RESULT_OK : take_holiday(list, line);
}

enum result holidays_parse(
	const char *text, size_t length, struct holiday_list *out_list, int *out_line)
{
	const char *end = text + length;
	memset(out_list, 0, sizeof *out_list);
	*out_line = 1;
	if (length >= sizeof mark - 1 && memcmp(text, mark, sizeof mark - 1) == 0) {
		text += sizeof mark - 1;
	}
	for (; text < end; (*out_line)++) {
		char line[HOLIDAYS_LINE_SIZE];
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t line_length = (size_t)((stop != NULL ? stop : end) - text);
		if (*out_line > HOLIDAYS_LINES) {
			return RESULT_LIST_LONG;
		}
		enum result result = take_line(text, line_length, line) ? take(out_list, line)
									: RESULT_LIST_LINE;
		if (result != RESULT_OK) {
			return result;
		}
		text += line_length + (stop != NULL ? 1 : 0);
	}
	return out_list->count > 0 ? RESULT_OK : RESULT_LIST_EMPTY;
}

static bool is_replaced(
	const struct office_holiday *holiday, const struct holiday_list *list, int today)
{
	return holiday->day > today && holiday->kind != OFFICE_HOLIDAY_LOCAL &&
	       holiday->day >= calendar_year_start(list->year) &&
	       holiday->day < calendar_year_start(list->year + 1);
}

static const struct office_holiday *find_day(const struct holiday_list *list, int day)
{
	for (int i = 0; i < list->count; i++) {
		if (list->days[i].day == day) {
			return &list->days[i];
		}
	}
	return NULL;
}

static void remove_days(struct office *office, const struct holiday_list *list, int today)
{
	int kept = 0;
	for (int i = 0; i < office->holiday_count; i++) {
		const struct office_holiday *holiday = &office->holidays[i];
		bool named = holiday->day > today && find_day(list, holiday->day) != NULL;
		if (!named && !is_replaced(holiday, list, today)) {
			office->holidays[kept++] = *holiday;
		}
	}
	office->holiday_count = kept;
}

bool holidays_take(
	struct office *office, const struct holiday_list *list, int today, int64_t known_ms)
{
	struct office_year year = {.year = list->year};
	text_copy(year.source, sizeof year.source, list->source);
	remove_days(office, list, today);
	for (int i = 0; i < list->count; i++) {
		struct office_holiday day = list->days[i];
		day.known_ms = known_ms;
		if (office_find_holiday(office, day.day) == NULL &&
			!office_add_holiday(office, &day)) {
			return false;
		}
	}
	for (int i = 0; i < office->year_count; i++) {
		if (office->years[i].year == year.year) {
			office->years[i] = year;
			return true;
		}
	}
	return office_add_year(office, &year);
}
