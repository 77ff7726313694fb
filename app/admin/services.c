/* The services of the office, and what it publishes of them. */
#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_file.h"

#include <stdlib.h>
#include <string.h>

static const char *const fee_names[] = {
	[OFFICE_FEE_FREE] = "free", [OFFICE_FEE_CHARGED] = "charged", [OFFICE_FEE_ZERO] = "zero"};

/* ---- JSON ---- */

static json_t *pair(const char texts[OFFICE_LANGUAGES][OFFICE_NAME_SIZE])
{
	return json_pack("{s:s, s:s}", "id", texts[OFFICE_INDONESIAN], "en", texts[OFFICE_ENGLISH]);
}

static json_t *day_json(int day)
{
	char date[CALENDAR_DATE_SIZE];
	if (day == STANDARD_ALWAYS) {
		return json_null();
	}
	calendar_format_day(day, date);
	return json_string(date);
}

/* All lines of a part: those that do not hold today bear the days when they do. */
static json_t *part_json(const struct standards *standards, int service, enum standard_part part)
{
	json_t *list = json_array();
	for (int i = 0; i < standards->count; i++) {
		const struct standard_line *line = &standards->lines[i];
		if (line->service == service && line->part == part) {
			json_array_append_new(
				list, json_pack("{s:s, s:s, s:b, s:o, s:o}", "id",
					      line->text[OFFICE_INDONESIAN], "en",
					      line->text[OFFICE_ENGLISH], "heading", line->heading,
					      "from", day_json(line->from_day), "until",
					      day_json(line->until_day)));
		}
	}
	return list;
}

static json_t *promises_json(const struct office_service *service)
{
	json_t *list = json_array();
	for (int i = 0; i < service->standard_count; i++) {
		const struct office_standard *standard = &service->standards[i];
		json_array_append_new(
			list, json_pack("{s:s, s:o, s:s, s:s}", "channel", standard->channel,
				      "limit", output_number(standard->limit), "unit",
				      office_unit_name(standard->unit), "start",
				      office_start_name(standard->start)));
	}
	return list;
}

static json_t *service_json(
	const struct office *office, const struct standards *standards, int place)
{
	const struct office_service *service = &office->services[place];
	json_t *json = json_pack("{s:s, s:s, s:o, s:s, s:b, s:o, s:o}", "code", service->code,
		"prefix", service->prefix, "name", pair(service->name), "fee",
		fee_names[service->fee], "email_required", service->email_required, "target_s",
		output_number(service->target_s), "promises", promises_json(service));
	json_t *published = json_object();
	for (int part = 0; part < STANDARD_PLEDGE; part++) {
		json_object_set_new(published, standard_part_name((enum standard_part)part),
			part_json(standards, place, (enum standard_part)part));
	}
	json_object_set_new(json, "published", published);
	return json;
}

static int print_json(struct admin *admin, const struct standards *standards)
{
	const struct office *office = desk_office(admin->desk);
	json_t *services = json_array();
	for (int i = 0; i < office->service_count; i++) {
		json_array_append_new(services, service_json(office, standards, i));
	}
	return output_json(admin, json_pack("{s:o, s:o}", "services", services, "pledge",
					  part_json(standards, STANDARD_OFFICE, STANDARD_PLEDGE)));
}

/* ---- for people ---- */

/* The lines that hold today, under the name of their part. */
static int print_part(struct admin *admin, const struct standards *standards, int service,
	enum standard_part part, int today)
{
	char key[48];
	const struct standard_line *lines[STANDARD_PART_LINES];
	const bool english = strcmp(language_code(admin->language), "en") == 0;
	int count = standard_list(standards, service, part, today, lines);
	text_format(key, sizeof key, "admin.services.%s", standard_part_name(part));
	int status = count > 0 ? output_line(admin, key, NULL, 0) : ADMIN_DONE;
	for (int i = 0; i < count && status == ADMIN_DONE; i++) {
		const char *text = lines[i]->text[english ? OFFICE_ENGLISH : OFFICE_INDONESIAN];
		status = output_say(admin,
			lines[i]->heading ? "admin.services.heading" : "admin.services.line", text);
	}
	return status;
}

static int print_service(
	struct admin *admin, const struct standards *standards, int place, int today)
{
	const struct office_service *service = &desk_office(admin->desk)->services[place];
	const bool english = strcmp(language_code(admin->language), "en") == 0;
	char key[48];
	text_format(key, sizeof key, "admin.services.fee_%s", fee_names[service->fee]);
	int status = output_say(admin, "admin.services.service", service->code,
		service->name[english ? OFFICE_ENGLISH : OFFICE_INDONESIAN],
		language_text(admin->language, key));
	for (int part = 0; part < STANDARD_PLEDGE && status == ADMIN_DONE; part++) {
		status = print_part(admin, standards, place, (enum standard_part)part, today);
	}
	return status;
}

static int print_people(struct admin *admin, const struct standards *standards)
{
	const struct office *office = desk_office(admin->desk);
	struct instant now;
	desk_now(admin->desk, &now);
	int today = calendar_day_number(office, now.office_ms);
	int status = ADMIN_DONE;
	for (int i = 0; i < office->service_count && status == ADMIN_DONE; i++) {
		status = print_service(admin, standards, i, today);
	}
	return status == ADMIN_DONE
		       ? print_part(admin, standards, STANDARD_OFFICE, STANDARD_PLEDGE, today)
		       : status;
}

int admin_services(struct admin *admin)
{
	struct standards *standards = memory_zeroed(1, sizeof *standards);
	enum result result = desk_read_standards(admin->desk, standards);
	int status = result != RESULT_OK              ? admin_refuse(admin, result, NULL)
		     : admin_flag(admin, OPTION_JSON) ? print_json(admin, standards)
						      : print_people(admin, standards);
	free(standards);
	return status;
}

/* ---- what is published, anew ---- */

/* The file may name its services in another order, or others: lines follow the code, and a code
 * that the store does not have is refused, since nobody could read what is said of it. */
static const char *move_lines(
	const struct office *from, const struct office *to, struct standards *standards)
{
	for (int i = 0; i < standards->count; i++) {
		struct standard_line *line = &standards->lines[i];
		if (line->service == STANDARD_OFFICE) {
			continue;
		}
		const char *code = from->services[line->service].code;
		line->service = office_find_service(to, code);
		if (line->service < 0) {
			return code;
		}
	}
	return NULL;
}

static int publish(struct admin *admin, const struct office *office, struct standards *standards)
{
	char lines[16];
	if (strcmp(office->code, desk_office(admin->desk)->code) != 0) {
		return admin_fail(admin, "admin.services.other_office", office->name);
	}
	const char *unknown = move_lines(office, desk_office(admin->desk), standards);
	if (unknown != NULL) {
		return admin_refuse(admin, RESULT_SERVICE_UNKNOWN, unknown);
	}
	enum result result = desk_set_standards(admin->desk, standards);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return print_json(admin, standards);
	}
	text_format(lines, sizeof lines, "%d", standards->count);
	return output_say(admin, "admin.services.published", lines);
}

int admin_services_publish(struct admin *admin)
{
	char error[512] = "";
	struct office *office = memory_zeroed(1, sizeof *office);
	struct standards *standards = memory_zeroed(1, sizeof *standards);
	enum result result = office_file_read_whole(
		admin_value(admin, OPTION_OFFICE), office, standards, error, sizeof error);
	int status = result == RESULT_OK ? publish(admin, office, standards)
					 : admin_refuse(admin, result, error);
	free(standards);
	free(office);
	return status;
}
