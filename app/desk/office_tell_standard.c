#include "app/desk/office_tell.h"
#include "app/queue/calendar.h"

static void tell_day(struct office_listener *listener, const char *key, int day)
{
	char date[CALENDAR_DATE_SIZE];
	if (day != STANDARD_ALWAYS) {
		calendar_format_day(day, date);
		office_tell_text(listener, key, date);
	}
}

static bool has_part(const struct standards *standards, int service, enum standard_part part)
{
	for (int i = 0; i < standards->count; i++) {
		const struct standard_line *line = &standards->lines[i];
		if (line->service == service && line->part == part) {
			return true;
		}
	}
	return false;
}

static void tell_part(const struct standards *standards, int service, enum standard_part part,
	struct office_listener *listener)
{
	if (!has_part(standards, service, part)) {
		return;
	}
	listener->open(listener, standard_part_name(part), NULL, OFFICE_LIST);
	for (int i = 0; i < standards->count; i++) {
		const struct standard_line *line = &standards->lines[i];
		if (line->service != service || line->part != part) {
			continue;
		}
		listener->open(listener, NULL, NULL, OFFICE_GROUP);
		office_tell_languages(listener, line->text[0], sizeof line->text[0]);
		if (line->heading) {
			office_tell_flag(listener, "heading", true);
		}
		tell_day(listener, "from", line->from_day);
		tell_day(listener, "until", line->until_day);
		listener->close(listener);
	}
	listener->close(listener);
}

void office_tell_published(
	const struct standards *standards, int service, struct office_listener *listener)
{
	bool any = false;
	for (int part = 0; part < STANDARD_PLEDGE; part++) {
		any = any || has_part(standards, service, (enum standard_part)part);
	}
	if (!any) {
		return;
	}
	listener->open(listener, "published", NULL, OFFICE_GROUP);
	for (int part = 0; part < STANDARD_PLEDGE; part++) {
		tell_part(standards, service, (enum standard_part)part, listener);
	}
	listener->close(listener);
}

void office_tell_pledge(const struct standards *standards, struct office_listener *listener)
{
	tell_part(standards, STANDARD_OFFICE, STANDARD_PLEDGE, listener);
}
