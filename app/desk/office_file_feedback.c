#include "app/base/text.h"
#include "app/desk/office_file_parts.h"

#include <string.h>

static const char usual[] = "skm-9";

static void read_address(
	struct config *config, const struct config_group *group, struct office_address *out_address)
{
	const char *names[OFFICE_ADDRESS_KINDS];
	size_t kind = 0;
	for (int i = 0; i < OFFICE_ADDRESS_KINDS; i++) {
		names[i] = office_address_name((enum office_address_kind)i);
	}
	config_get_choice(config, group, "kind", NULL, names, OFFICE_ADDRESS_KINDS, &kind);
	out_address->kind = (enum office_address_kind)kind;
	config_get_text(config, group, "text", NULL, out_address->text, sizeof out_address->text);
}

/* It names a file among the assets. */
static void read_instrument(
	struct config *config, const struct config_group *group, struct office_feedback *feedback)
{
	char *code = feedback->instrument;
	config_get_text(config, group, "instrument", usual, code, sizeof feedback->instrument);
	if (strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(code)) {
		config_refuse(config, group, "instrument", "%s is not a-z, 0-9 and -", code);
	}
}

void office_file_read_feedback(struct config *config, struct office_feedback *out_feedback)
{
	static const bool yes = true;
	const struct config_group *group = config_get_group(config, NULL, "feedback", false);
	*out_feedback = (struct office_feedback){.invites = true};
	if (group == NULL) {
		text_copy(out_feedback->instrument, sizeof out_feedback->instrument, usual);
		return;
	}
	read_instrument(config, group, out_feedback);
	config_get_bool(config, group, "invitation", &yes, &out_feedback->invites);
	const struct config_group *list = config_get_group(config, group, "addresses", false);
	if (config_count(list) > OFFICE_ADDRESSES) {
		config_refuse(config, group, "addresses", "at most %d", OFFICE_ADDRESSES);
		return;
	}
	for (size_t i = 0; i < config_count(list); i++) {
		read_address(config, config_member(list, i),
			&out_feedback->addresses[out_feedback->address_count++]);
	}
}

/* ---- the slip ---- */

static void read_hidden(
	struct config *config, const struct config_group *group, struct office_slip *slip)
{
	const struct config_group *list = config_get_group(config, group, "hidden", false);
	for (size_t i = 0; i < config_count(list); i++) {
		char name[32];
		int line = 0;
		config_member_text(config, list, i, name, sizeof name);
		while (line < OFFICE_SLIP_LINES &&
			strcmp(name, office_slip_name((enum office_slip_line)line)) != 0) {
			line++;
		}
		if (line == OFFICE_SLIP_LINES) {
			config_refuse(config, group, "hidden",
				"%s is no line of a slip that can be left out", name);
			return;
		}
		slip->hidden[line] = true;
	}
}

void office_file_read_slip(struct config *config, struct office_slip *out_slip)
{
	const struct config_group *group = config_get_group(config, NULL, "slip", false);
	*out_slip = (struct office_slip){0};
	if (group == NULL) {
		return;
	}
	read_hidden(config, group, out_slip);
	const struct config_group *footer = config_get_group(config, group, "footer", false);
	if (footer != NULL) {
		office_file_read_languages(
			config, footer, out_slip->footer[0], sizeof out_slip->footer[0]);
	}
}
