#include "app/admin/doctor.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/hid.h"
#include "drivers/inventory.h"
#include "drivers/printer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every device that is plugged in: what it is, how to name it in the settings, whether the programs
 * may use it, and what it can report. */

enum { DETAIL_SIZE = 1024 };

/* What a device said of itself. */
struct answer {
	bool asked;
	enum result reason;
	struct printer_status status; /* of a printer */
};

static const struct {
	enum printer_capability bit;
	const char *name;
} capabilities[] = {
	{PRINTER_TELLS_PAPER, "paper"},
	{PRINTER_TELLS_NEAR_END, "near_end"},
	{PRINTER_TELLS_COVER, "cover"},
	{PRINTER_TELLS_CUTTER, "cutter"},
	{PRINTER_CONFIRMS, "confirms"},
};
enum { CAPABILITIES = sizeof capabilities / sizeof capabilities[0] };

/* Whether a printer confirms slips shows at its first one, if it answers at all. */
enum can { CAN_NOT, CAN, NOT_KNOWN };
static enum can can_do(const struct printer_status *status, enum printer_capability bit)
{
	if (status->can & bit) {
		return CAN;
	}
	return bit == PRINTER_CONFIRMS && status->answers ? NOT_KNOWN : CAN_NOT;
}

/* ---- asking ---- */

static void ask_printer(struct inventory_device *device, struct answer *answer)
{
	struct printer *printer = NULL;
	answer->asked = true;
	answer->reason = printer_open(device->uri, NULL, &printer);
	if (answer->reason == RESULT_OK) {
		printer_get_status(printer, &answer->status);
		answer->reason = answer->status.reason;
		/* A printer of the vendor class tells its id only to who has it; one that tells
		 * none is called by its numbers, which its strings do better. */
		const char *name = printer_get_name(printer);
		if (strncmp(name, "USB ", strlen("USB ")) != 0) {
			text_copy(device->name, sizeof device->name, name);
		}
		device->profile = printer_get_profile(printer);
	}
	printer_close(printer);
	if (answer->reason == RESULT_DEVICE_HELD) {
		device->state = INVENTORY_HELD;
	}
}

/* Takes the keys for a moment, and only if no program has them. */
static void ask_input(struct inventory_device *device, struct answer *answer)
{
	struct hid_device *input = NULL;
	struct hid_wish wish;
	answer->asked = true;
	answer->reason =
		hid_wish_read(device->uri, &wish) ? hid_open(&wish, &input) : RESULT_DEVICE_UNKNOWN;
	hid_close(input);
	if (answer->reason == RESULT_DEVICE_HELD) {
		device->state = INVENTORY_HELD;
	}
}

static struct answer ask(struct inventory_device *device)
{
	struct answer answer = {.reason = RESULT_OK};
	bool input = device->kind == INVENTORY_SCANNER || device->kind == INVENTORY_KEYPAD;
	if (inventory_may_ask(device)) {
		ask_printer(device, &answer);
	} else if (input && device->permitted) {
		ask_input(device, &answer);
	}
	answer.reason = device->kind == INVENTORY_QUEUE ? device->trouble : answer.reason;
	return answer;
}

static enum finding judge(const struct inventory_device *device, const struct answer *answer)
{
	bool silent = device->kind == INVENTORY_PRINTER && answer->asked && !answer->status.answers;
	if (!device->permitted) {
		return WARN;
	}
	if (device->state == INVENTORY_HELD) {
		return FINE; /* its program tells how it is */
	}
	return answer->reason != RESULT_OK || answer->status.near_end || silent ? WARN : FINE;
}

/* ---- in words ---- */

static void add(char *detail, const char *text)
{
	size_t length = strlen(detail);
	text_format(detail + length, DETAIL_SIZE - length, "%s%s", length > 0 ? "; " : "", text);
}

#define add_text(report, detail, key, ...)                                                         \
	do {                                                                                       \
		char text_[DETAIL_SIZE];                                                           \
		add(detail, language_with((report)->admin->language, key, text_, sizeof text_,     \
				    __VA_ARGS__));                                                 \
	} while (0)

/* What a printer can report, or cannot, in one piece; nothing when there is none of it. */
static void add_abilities(const struct report *report, const struct answer *answer, enum can can,
	const char *key, char *detail)
{
	const struct language *language = report->admin->language;
	char list[256] = "", name[64];
	for (size_t i = 0; i < CAPABILITIES; i++) {
		if (can_do(&answer->status, capabilities[i].bit) == can) {
			size_t used = strlen(list);
			text_format(name, sizeof name, "admin.device.can_%s", capabilities[i].name);
			text_format(list + used, sizeof list - used, "%s%s", used ? ", " : "",
				language_text(language, name));
		}
	}
	if (list[0]) {
		add_text(report, detail, key, list);
	}
}

static void add_state(
	const struct report *report, const struct inventory_device *device, char *detail)
{
	char key[64];
	if (device->state == INVENTORY_DENIED || device->kind == INVENTORY_QUEUE) {
		return; /* said by the rights, and by the reason */
	}
	text_format(key, sizeof key, "admin.device.%s", inventory_state_name(device->state));
	add_text(report, detail, key, device->driver);
}

/* What is lacking, as what to do. */
static void add_rights(
	const struct report *report, const struct inventory_device *device, char *detail)
{
	const char *user = report->user.name;
	if (device->permitted) {
		return;
	}
	add_text(report, detail, "admin.device.no_right", user, device->node);
	if (device->rule[0]) {
		add_text(report, detail, "admin.device.rule", device->rule);
	}
	if (!device->member) {
		add_text(report, detail, "admin.device.group", device->group, user);
	}
}

static void add_answer(const struct report *report, const struct inventory_device *device,
	const struct answer *answer, char *detail)
{
	const struct language *language = report->admin->language;
	char key[64];
	if (device->state == INVENTORY_HELD || device->state == INVENTORY_DENIED) {
		return;
	}
	if (device->kind == INVENTORY_PRINTER && !answer->asked) {
		add(detail, language_text(language, device->receipt ? "admin.device.unasked"
								    : "admin.device.foreign"));
	} else if (answer->reason != RESULT_OK) {
		text_format(key, sizeof key, "result.%s", result_key(answer->reason));
		add(detail, language_text(language, key));
	} else if (device->kind == INVENTORY_PRINTER && !answer->status.answers) {
		add(detail, language_text(language, "admin.device.silent"));
	} else if (device->kind == INVENTORY_QUEUE || device->kind == INVENTORY_PRINTER) {
		add(detail,
			language_text(language, answer->status.near_end ? "admin.device.low"
									: "admin.device.ready"));
	}
	if (device->kind == INVENTORY_PRINTER && answer->asked) {
		add_abilities(report, answer, CAN, "admin.device.tells", detail);
	}
	if (device->kind == INVENTORY_PRINTER && answer->status.answers) {
		add_abilities(report, answer, CAN_NOT, "admin.device.tells_not", detail);
		add_abilities(report, answer, NOT_KNOWN, "admin.device.tells_later", detail);
	}
}

static void say(const struct report *report, const struct inventory_device *device,
	const struct answer *answer)
{
	char detail[DETAIL_SIZE] = "";
	add_state(report, device, detail);
	if (device->receipt) {
		add_text(report, detail, "admin.device.paper", device->profile->name);
	}
	add_answer(report, device, answer, detail);
	add_rights(report, device, detail);
	printf("%s · %s · %s · %s\n    %s\n", doctor_finding(report, judge(device, answer)),
		doctor_what(report, inventory_kind_name(device->kind)), device->name, device->uri,
		detail);
}

/* ---- as JSON ---- */

static json_t *abilities_json(const struct answer *answer)
{
	json_t *json = json_object();
	for (size_t i = 0; i < CAPABILITIES; i++) {
		enum can can = can_do(&answer->status, capabilities[i].bit);
		json_object_set_new(json, capabilities[i].name,
			can == NOT_KNOWN ? json_null() : json_boolean(can == CAN));
	}
	return json;
}

static json_t *device_json(const struct inventory_device *device, const struct answer *answer)
{
	bool printer = device->kind == INVENTORY_PRINTER, queue = device->kind == INVENTORY_QUEUE;
	bool reached = printer && answer->asked && answer->reason != RESULT_DEVICE_HELD;
	char numbers[16];
	text_format(numbers, sizeof numbers, "%04x:%04x", (unsigned)device->vendor,
		(unsigned)device->product);
	json_t *json = json_pack("{s:s, s:o, s:o, s:s, s:s, s:s, s:s}", "kind",
		inventory_kind_name(device->kind), "id", output_text(queue ? "" : numbers),
		"serial", output_text(device->serial), "name", device->name, "uri", device->uri,
		"state", inventory_state_name(device->state), "finding",
		doctor_finding_name(judge(device, answer)));
	json_object_set_new(
		json, "profile", output_text(device->profile ? device->profile->name : ""));
	json_object_set_new(json, "driver", output_text(device->driver));
	json_object_set_new(json, "node", output_text(device->node));
	json_object_set_new(json, "permitted", json_boolean(device->permitted));
	json_object_set_new(json, "group", output_text(device->group));
	json_object_set_new(
		json, "member", device->permitted ? json_null() : json_boolean(device->member));
	json_object_set_new(json, "rule", output_text(device->rule));
	json_object_set_new(json, "asked", json_boolean(answer->asked));
	json_object_set_new(json, "reason",
		answer->asked || queue ? json_string(result_key(answer->reason)) : json_null());
	json_object_set_new(
		json, "near_end", reached ? json_boolean(answer->status.near_end) : json_null());
	json_object_set_new(json, "tells", reached ? abilities_json(answer) : json_null());
	return json;
}

/* ---- the list ---- */

/* How many there are, and with whose rights they were looked at. */
static void introduce(struct report *report, size_t count)
{
	const struct rights_user *user = &report->user;
	char number[16];
	text_format(number, sizeof number, "%zu", count);
	doctor_find_text(report, "devices", FINE,
		user->uid == 0 ? "admin.doctor.devices_root" : "admin.doctor.devices_found", number,
		user->name);
}

void doctor_check_plugged(struct report *report)
{
	bool json = admin_flag(report->admin, OPTION_JSON), ruled = false;
	struct inventory_device *devices = memory_zeroed(INVENTORY_ROOM, sizeof *devices);
	size_t count = inventory_list(&report->user, devices, INVENTORY_ROOM);
	introduce(report, count);
	for (size_t i = 0; i < count; i++) {
		struct answer answer = ask(&devices[i]);
		json_array_append_new(report->devices, device_json(&devices[i], &answer));
		if (!json) {
			say(report, &devices[i], &answer);
		}
		ruled = ruled || devices[i].rule[0];
	}
	if (ruled && !json) {
		puts(language_text(report->admin->language, "admin.device.reload"));
	}
	free(devices);
}
