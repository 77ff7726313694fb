/* The lists of the guest book, as an office words them. */
#include "app/base/text.h"
#include "app/desk/office_tell.h"
#include "app/queue/guest.h"

static void tell_option(const struct office_option *option, struct office_listener *listener)
{
	char name[16];
	text_format(name, sizeof name, "%d", option->code);
	listener->open(listener, NULL, name, OFFICE_ROW);
	office_tell_number(listener, "code", option->code);
	if (option->label[0][0] != '\0') {
		office_tell_languages(listener, option->label[0], sizeof option->label[0]);
	}
	if (option->brief[0][0] != '\0') {
		listener->open(listener, "short", NULL, OFFICE_ROW);
		office_tell_languages(listener, option->brief[0], sizeof option->brief[0]);
		listener->close(listener);
	}
	if (option->survey != 0) {
		office_tell_number(listener, "survey", option->survey);
	}
	office_tell_flag(listener, "offered", !option->hidden);
	listener->close(listener);
}

static bool has_options(const struct office *office, enum guest_field field)
{
	for (int i = 0; i < office->option_count; i++) {
		if (office->options[i].field == field) {
			return true;
		}
	}
	return false;
}

void office_tell_options(const struct office *office, struct office_listener *listener)
{
	listener->open(listener, "options", NULL, OFFICE_GROUP);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const enum guest_field field = (enum guest_field)i;
		if (!has_options(office, field)) {
			continue;
		}
		listener->open(listener, guest_field_name(field), NULL, OFFICE_LIST);
		for (int k = 0; k < office->option_count; k++) {
			if (office->options[k].field == field) {
				tell_option(&office->options[k], listener);
			}
		}
		listener->close(listener);
	}
	listener->close(listener);
}
