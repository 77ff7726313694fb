#include "app/queue/standard.h"

#include <string.h>

static const char *const part_names[STANDARD_PARTS] = {
	[STANDARD_REQUIREMENTS] = "requirements",
	[STANDARD_PROCEDURE] = "procedure",
	[STANDARD_TIME] = "time",
	[STANDARD_FEE] = "fee",
	[STANDARD_PRODUCT] = "product",
	[STANDARD_COMPLAINTS] = "complaints",
	[STANDARD_BASIS] = "basis",
	[STANDARD_PLEDGE] = "pledge",
};

const char *standard_part_name(enum standard_part part)
{
	return part_names[part];
}

bool standard_part_find(const char *name, enum standard_part *out_part)
{
	for (int i = 0; i < STANDARD_PARTS; i++) {
		if (strcmp(part_names[i], name) == 0) {
			*out_part = (enum standard_part)i;
			return true;
		}
	}
	return false;
}

static bool is_of(const struct standard_line *line, int service, enum standard_part part)
{
	return line->service == service && line->part == part;
}

bool standard_add(struct standards *standards, const struct standard_line *line)
{
	int count = 0;
	for (int i = 0; i < standards->count; i++) {
		count += is_of(&standards->lines[i], line->service, line->part);
	}
	if (count == STANDARD_PART_LINES || standards->count == STANDARD_LINES) {
		return false;
	}
	standards->lines[standards->count++] = *line;
	return true;
}

static bool holds(const struct standard_line *line, int day)
{
	return (line->from_day == STANDARD_ALWAYS || line->from_day <= day) &&
	       (line->until_day == STANDARD_ALWAYS || line->until_day >= day);
}

int standard_list(const struct standards *standards, int service, enum standard_part part, int day,
	const struct standard_line *out_lines[STANDARD_PART_LINES])
{
	int count = 0;
	for (int i = 0; i < standards->count && count < STANDARD_PART_LINES; i++) {
		const struct standard_line *line = &standards->lines[i];
		if (is_of(line, service, part) && holds(line, day)) {
			out_lines[count++] = line;
		}
	}
	return count;
}
