#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/hid.h"
#include "drivers/reader.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * giliran scan-test: what does my scanner send? What was read goes to stdout, one line each; how
 * the device is goes to stderr. With --json all of it is JSON on stdout, one object a line.
 */
enum { SECONDS_USUAL = 30, SECONDS_MOST = 3600, SHOWN_SIZE = 2 * HID_TEXT_SIZE };

/* Written to by the reader's thread alone while that runs. */
struct trial {
	struct admin *admin;
	int read; /* scans and keys */
};

static const char *const kinds[] = {
	[HID_OTHER] = "other",
	[HID_SCANNER] = "scanner",
	[HID_KEYPAD] = "keypad",
	[HID_KEYBOARD] = "keyboard",
};

static const char *const faults[] = {
	[HID_FINE] = "fine",
	[HID_CUT] = "cut",
	[HID_TYPED] = "slow",
	[HID_LONG] = "long",
	[HID_FOREIGN] = "foreign",
	[HID_LOST] = "lost",
};

/* One line, at once: somebody may be reading it from a pipe. */
static void write_json(json_t *json)
{
	json_dumpf(json, stdout, JSON_COMPACT);
	json_decref(json);
	putchar('\n');
	fflush(stdout);
}

static void complain(struct trial *trial, const char *key, const char *value)
{
	char line[512];
	fprintf(stderr, "%s\n",
		language_with(trial->admin->language, key, line, sizeof line, value));
	memory_wipe(line, sizeof line);
}

/* The text with its line ends made visible. */
static void show(const char *text, char out_text[SHOWN_SIZE])
{
	size_t used = 0;
	for (; *text != '\0'; text++) {
		bool control = *text == '\n' || *text == '\t' || *text == '\\';
		if (control) {
			out_text[used++] = '\\';
		}
		out_text[used++] = *text == '\n' ? 'n' : *text == '\t' ? 't' : *text;
	}
	out_text[used] = '\0';
}

/* ---- the devices there are ---- */

static void list_device(const struct hid_found *found, json_t *list)
{
	const struct hid_facts *facts = &found->facts;
	const char *kind = kinds[hid_kind_of(facts)];
	char numbers[16];
	text_format(numbers, sizeof numbers, "%04x:%04x", (unsigned)facts->vendor,
		(unsigned)facts->product);
	if (list != NULL) {
		json_array_append_new(
			list, json_pack("{s:s, s:s, s:s, s:s}", "path", found->path, "id", numbers,
				      "name", facts->name, "kind", kind));
	} else {
		fprintf(stderr, "  %s  %s  %-8s  %s\n", numbers, found->path, kind, facts->name);
	}
}

/* Everything with digits and Enter, so that the installer can name the right one. */
static void list_devices(struct trial *trial)
{
	struct hid_found *found = memory_zeroed(HID_LIST, sizeof *found);
	size_t count = hid_list(found, HID_LIST);
	json_t *list = admin_flag(trial->admin, OPTION_JSON) ? json_array() : NULL;
	if (list == NULL) {
		complain(trial, count > 0 ? "admin.scan.devices" : "admin.scan.no_devices", "");
	}
	for (size_t i = 0; i < count; i++) {
		list_device(&found[i], list);
	}
	if (list != NULL) {
		write_json(json_pack("{s:o}", "devices", list));
	}
	free(found);
}

/* ---- news of the reader ---- */

static void hear_state(struct trial *trial, const struct reader_message *message)
{
	char key[64];
	if (admin_flag(trial->admin, OPTION_JSON)) {
		write_json(json_pack("{s:s, s:o, s:o}", "state", result_key(message->reason),
			"model", output_text(message->model), "path", output_text(message->path)));
	} else if (message->reason == RESULT_OK) {
		complain(trial, "admin.scan.ready", message->model);
	} else {
		text_format(key, sizeof key, "result.%s", result_key(message->reason));
		complain(trial, key, "");
	}
}

static void hear_scan(struct trial *trial, const struct reader_message *message)
{
	char shown[SHOWN_SIZE];
	trial->read++;
	if (admin_flag(trial->admin, OPTION_JSON)) {
		write_json(json_pack(
			"{s:s, s:i}", "scan", message->text, "length", (int)strlen(message->text)));
		return;
	}
	show(message->text, shown);
	puts(shown);
	fflush(stdout);
	memory_wipe(shown, sizeof shown);
}

static void hear_key(struct trial *trial, const struct reader_message *message)
{
	trial->read++;
	if (admin_flag(trial->admin, OPTION_JSON)) {
		write_json(json_pack("{s:i, s:o}", "key", (int)message->key, "means",
			output_text(message->name)));
		return;
	}
	bool visible = message->key > ' ' && message->key <= '~';
	printf("%c %s\n", visible ? message->key : ' ', message->name);
	fflush(stdout);
}

static void hear_spoilt(struct trial *trial, const struct reader_message *message)
{
	char key[64];
	if (admin_flag(trial->admin, OPTION_JSON)) {
		write_json(json_pack("{s:s}", "dropped", faults[message->fault]));
		return;
	}
	text_format(key, sizeof key, "admin.scan.%s", faults[message->fault]);
	complain(trial, key, "");
}

static void hear(void *context, struct reader_message *message)
{
	switch (message->kind) {
	case READER_STATE: hear_state(context, message); break;
	case READER_SCAN: hear_scan(context, message); break;
	case READER_KEY: hear_key(context, message); break;
	case READER_SPOILT: hear_spoilt(context, message); break;
	}
	reader_message_destroy(message);
}

/* ---- the command ---- */

static bool read_wish(struct admin *admin, struct hid_wish *out_wish)
{
	const char *scanner = admin_value(admin, OPTION_SCANNER);
	const char *keypad = admin_value(admin, OPTION_KEYPAD);
	const char *uri = keypad != NULL ? keypad : scanner != NULL ? scanner : "scanner:auto";
	if (scanner != NULL && keypad != NULL) {
		admin_misuse(admin, "admin.scan.one", keypad);
		return false;
	}
	if (!hid_wish_read(uri, out_wish) || (out_wish->kind == HID_KEYPAD) != (keypad != NULL)) {
		admin_misuse(admin, "admin.scan.address", uri);
		return false;
	}
	return true;
}

int admin_scan_test(struct admin *admin)
{
	struct trial trial = {.admin = admin};
	struct hid_wish wish;
	int64_t seconds = SECONDS_USUAL;
	char number[16];
	const char *given = admin_value(admin, OPTION_SECONDS);
	if (given != NULL && !text_to_int(given, 1, SECONDS_MOST, &seconds)) {
		return admin_misuse(admin, "admin.scan.seconds", given);
	}
	if (!read_wish(admin, &wish)) {
		return ADMIN_USAGE;
	}
	list_devices(&trial);
	struct reader *reader = reader_start(&wish, hear, &trial);
	if (reader == NULL) {
		return admin_fail(admin, "result.device_failed", "");
	}
	poll(NULL, 0, (int)seconds * 1000);
	reader_stop(reader);
	text_format(number, sizeof number, "%d", (int)seconds);
	return trial.read > 0 ? ADMIN_DONE : admin_fail(admin, "admin.scan.nothing", number);
}
