/* What the guest book asks, service by service, and the words and codes of its answers. */
#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "app/slip/say_choice.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_SIZE = 64, NAMES_SIZE = 1024 };

/* ---- JSON ---- */

/* `word` null: an option of the office's own. */
static json_t *option_json(
	const struct admin *admin, enum guest_field field, const struct guest_choice *choice)
{
	const char *word = choice->key != NULL ? strchr(choice->key, '.') + 1 : NULL;
	return json_pack("{s:i, s:s?, s:s, s:b, s:i}", "code", choice->code, "word", word, "text",
		say_choice(admin->language, choice), "other", choice->other, "skd",
		guest_survey_code(desk_office(admin->desk), field, choice->code));
}

static json_t *options_json(const struct admin *admin, enum guest_field field)
{
	struct guest_choice choices[GUEST_CHOICES];
	json_t *list = json_array();
	const int count = guest_choices(desk_office(admin->desk), field, choices);
	for (int i = 0; i < count; i++) {
		json_array_append_new(list, option_json(admin, field, &choices[i]));
	}
	return list;
}

static json_t *asked_json(const struct office_service *service)
{
	json_t *asked = json_object();
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const char *name = guest_switch_name((enum guest_field)i);
		if (name != NULL) {
			enum guest_ask ask = guest_asked(service, (enum guest_field)i);
			json_object_set_new(asked, name, json_string(guest_ask_name(ask)));
		}
	}
	return json_pack("{s:s, s:o}", "service", service->code, "asked", asked);
}

static int print_json(struct admin *admin, int from, int to)
{
	const struct office *office = desk_office(admin->desk);
	json_t *services = json_array();
	json_t *options = json_object();
	for (int i = from; i < to; i++) {
		json_array_append_new(services, asked_json(&office->services[i]));
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		if (guest_options(field) != NULL && guest_field_item(field) <= 0) {
			json_object_set_new(
				options, guest_field_name(field), options_json(admin, field));
		}
	}
	return output_json(
		admin, json_pack("{s:o, s:o}", "guest_book", services, "options", options));
}

/* ---- for people ---- */

/* "name, sex, email": the switches of `service` that say `ask`. */
static void list_switches(
	const struct office_service *service, enum guest_ask ask, char *out_text, size_t size)
{
	size_t used = 0;
	out_text[0] = '\0';
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const char *name = guest_switch_name((enum guest_field)i);
		if (name != NULL && guest_asked(service, (enum guest_field)i) == ask) {
			text_format(
				out_text + used, size - used, "%s%s", used > 0 ? ", " : "", name);
			used = strlen(out_text);
		}
	}
}

static int print_service(struct admin *admin, const struct office_service *service)
{
	char key[KEY_SIZE], names[NAMES_SIZE];
	const bool english = strcmp(language_code(admin->language), "en") == 0;
	int status = output_say(admin, "admin.guest_book.service", service->code,
		service->name[english ? OFFICE_ENGLISH : OFFICE_INDONESIAN]);
	for (int ask = GUEST_REQUIRED; ask >= GUEST_NO && status == ADMIN_DONE; ask--) {
		list_switches(service, (enum guest_ask)ask, names, sizeof names);
		text_format(key, sizeof key, "admin.guest_book.%s",
			guest_ask_name((enum guest_ask)ask));
		status = names[0] != '\0' ? output_say(admin, key, names) : ADMIN_DONE;
	}
	return status;
}

static int print_people(struct admin *admin, int from, int to)
{
	int status = ADMIN_DONE;
	for (int i = from; i < to && status == ADMIN_DONE; i++) {
		status = print_service(admin, &desk_office(admin->desk)->services[i]);
	}
	return status;
}

static int print_range(struct admin *admin, int from, int to)
{
	return admin_flag(admin, OPTION_JSON) ? print_json(admin, from, to)
					      : print_people(admin, from, to);
}

int admin_guest_book(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	const char *code = admin_value(admin, OPTION_SERVICE);
	if (code == NULL) {
		return print_range(admin, 0, office->service_count);
	}
	int service = admin_find_service(office, code);
	return service < 0 ? admin_refuse(admin, RESULT_SERVICE_UNKNOWN, code)
			   : print_range(admin, service, service + 1);
}

/* ---- other questions ---- */

/* By code: the file may name its services in another order, and leave some out, which stay. The
 * code that is none here, or NULL. */
static const char *take_asks(const struct office *file, struct office *office)
{
	for (int i = 0; i < file->service_count; i++) {
		const struct office_service *said = &file->services[i];
		int place = office_find_service(office, said->code);
		if (place < 0) {
			return said->code;
		}
		memcpy(office->services[place].asks, said->asks, sizeof said->asks);
	}
	return NULL;
}

static int set(struct admin *admin, const struct office *file)
{
	struct office *office = memory_zeroed(1, sizeof *office);
	*office = *desk_office(admin->desk);
	const char *unknown = take_asks(file, office);
	enum result result =
		unknown != NULL ? RESULT_SERVICE_UNKNOWN : desk_set_questions(admin->desk, office);
	free(office);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, unknown != NULL ? unknown : "guest_book");
	}
	return print_range(admin, 0, desk_office(admin->desk)->service_count);
}

int admin_guest_book_set(struct admin *admin)
{
	return admin_take_office(admin, set);
}
