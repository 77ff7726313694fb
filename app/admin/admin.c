#include "app/admin/admin.h"

#include "app/base/text.h"

#include <ctype.h>
#include <stdio.h>

const char *admin_value(const struct admin *admin, enum option option)
{
	return admin->options.values[option];
}

bool admin_flag(const struct admin *admin, enum option option)
{
	return admin->options.values[option] != NULL;
}

const char *admin_operand(const struct admin *admin, size_t index)
{
	size_t word = index + (admin->command->second ? 2 : 1);
	return word < admin->options.word_count ? admin->options.words[word] : NULL;
}

/* What a person gave comes back in the line, but never as a second line or a terminal's command. */
static void complain(const char *sentence, const char *more)
{
	char line[2048];
	text_format(line, sizeof line, "giliran: %s%s%s", sentence, more[0] ? " " : "", more);
	for (char *at = line; *at; at++) {
		if ((unsigned char)*at < ' ' || *at == 0x7f) {
			*at = '?';
		}
	}
	fprintf(stderr, "%s\n", line);
}

int admin_fail(const struct admin *admin, const char *key, const char *value)
{
	char line[1024];
	complain(language_with(admin->language, key, line, sizeof line, value), "");
	return ADMIN_FAILED;
}

int admin_misuse(const struct admin *admin, const char *key, const char *value)
{
	char line[1024], hint[256], command[64] = "giliran";
	if (admin->command) {
		text_format(command, sizeof command, "giliran %s%s%s", admin->command->name,
			admin->command->second ? " " : "",
			admin->command->second ? admin->command->second : "");
	}
	language_with(admin->language, key, line, sizeof line, value);
	complain(
		line, language_with(admin->language, "admin.see_help", hint, sizeof hint, command));
	return ADMIN_USAGE;
}

int admin_refuse(const struct admin *admin, enum result result, const char *detail)
{
	char key[64], more[1024] = "";
	text_format(key, sizeof key, "result.%s", result_key(result));
	if (detail && detail[0]) {
		text_format(more, sizeof more, "(%s)", detail);
	}
	complain(language_text(admin->language, key), more);
	return ADMIN_FAILED;
}

int admin_find(struct admin *admin, const char *number, const char *date, struct ticket *out_ticket)
{
	char both[64];
	enum result result = desk_find_ticket(admin->desk, number, date, out_ticket);
	if (result == RESULT_OK) {
		return ADMIN_DONE;
	}
	if (result != RESULT_TICKET_OTHER_DAY) {
		return admin_refuse(admin, result, number);
	}
	text_format(both, sizeof both, "%s, %s", out_ticket->number, out_ticket->service_date);
	return admin_refuse(admin, result, both);
}

bool admin_counter(const struct admin *admin, int *out_counter)
{
	int64_t number = 0;
	const char *text = admin_value(admin, OPTION_COUNTER);
	*out_counter = 0;
	if (!text) {
		return true;
	}
	if (!text_to_int(text, 1, 999, &number)) {
		admin_misuse(admin, "admin.counter_number", text);
		return false;
	}
	*out_counter = (int)number;
	return true;
}

bool admin_date(const struct admin *admin, enum option option, const char **out_date)
{
	int64_t midnight = 0;
	*out_date = admin_value(admin, option);
	if (*out_date && !calendar_parse_date(desk_office(admin->desk), *out_date, &midnight)) {
		admin_misuse(admin, "admin.date_form", *out_date);
		return false;
	}
	return true;
}

void admin_today(const struct admin *admin, char out_date[CALENDAR_DATE_SIZE])
{
	struct instant now;
	desk_now(admin->desk, &now);
	calendar_date(desk_office(admin->desk), now.office_ms, out_date);
}

int admin_year(const struct admin *admin)
{
	struct instant now;
	struct calendar_local local;
	desk_now(admin->desk, &now);
	calendar_split(desk_office(admin->desk), now.office_ms, &local);
	return local.year;
}

int admin_find_service(const struct office *office, const char *code)
{
	char upper[OFFICE_CODE_SIZE];
	if (!text_copy(upper, sizeof upper, code)) {
		return -1;
	}
	for (char *at = upper; *at; at++) {
		*at = (char)toupper((unsigned char)*at);
	}
	int service = office_find_service(office, upper);
	return service >= 0 ? service : office_find_prefix(office, upper);
}

enum result admin_open_desk(struct admin *admin, char *out_error, size_t error_size)
{
	struct desk_options options = {
		.store = admin->store,
		.at = admin_value(admin, OPTION_AT),
		.device = "cli",
	};
	return desk_open(&options, &admin->desk, out_error, error_size);
}
