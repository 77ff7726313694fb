#include "app/desk/office_file_parts.h"
#include "app/queue/calendar.h"

#include <string.h>

enum { DATE_SIZE = 32 };

/* from = "2026-01-01"; STANDARD_ALWAYS when it is left out. */
static int read_day(struct config *config, const struct config_group *group, const char *key)
{
	char text[DATE_SIZE];
	int day = STANDARD_ALWAYS;
	config_get_text(config, group, key, "", text, sizeof text);
	if (text[0] != '\0' && !calendar_parse_day(text, &day)) {
		config_refuse(config, group, key, "must be a date like \"2026-02-19\"");
	}
	return day;
}

/* { id = "…"; en = "…"; heading = true; from = "2026-01-01"; until = "2026-12-31"; } */
static void read_line(
	struct config *config, const struct config_group *group, struct standard_line *line)
{
	static const bool no = false;
	office_file_read_languages(config, group, line->text[0], sizeof line->text[0]);
	if (line->text[OFFICE_INDONESIAN][0] == '\0' || line->text[OFFICE_ENGLISH][0] == '\0') {
		config_refuse(config, group, NULL, "is empty in one language");
	}
	config_get_bool(config, group, "heading", &no, &line->heading);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		if (line->heading && strlen(line->text[i]) >= OFFICE_NAME_SIZE) {
			config_refuse(config, group, NULL, "is longer than a heading of %d bytes",
				OFFICE_NAME_SIZE - 1);
		}
	}
	line->from_day = read_day(config, group, "from");
	line->until_day = read_day(config, group, "until");
	if (line->until_day != STANDARD_ALWAYS && line->until_day < line->from_day) {
		config_refuse(config, group, "until", "is earlier than from");
	}
}

static void read_part(struct config *config, const struct config_group *group, int service,
	enum standard_part part, struct standards *standards)
{
	const char *key = standard_part_name(part);
	const struct config_group *list =
		config_get_group(config, group, key, part < STANDARD_BASIS);
	size_t count = config_count(list);
	if (list != NULL && (count < 1 || count > STANDARD_PART_LINES)) {
		config_refuse(config, group, key, "must be 1 to %d lines", STANDARD_PART_LINES);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct standard_line line = {.service = service, .part = part};
		read_line(config, config_member(list, i), &line);
		if (!standard_add(standards, &line)) {
			config_refuse(config, group, key,
				"is too much: an office publishes at most %d lines",
				STANDARD_LINES);
			return;
		}
	}
}

void office_file_read_published(struct config *config, const struct config_group *group,
	int service, struct standards *standards)
{
	const struct config_group *published = config_get_group(config, group, "published", false);
	for (int part = 0; part < STANDARD_PLEDGE && published != NULL; part++) {
		read_part(config, published, service, (enum standard_part)part, standards);
	}
}

void office_file_read_pledge(struct config *config, struct standards *standards)
{
	read_part(config, NULL, STANDARD_OFFICE, STANDARD_PLEDGE, standards);
}
