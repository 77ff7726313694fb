#include "app/kiosk/inputs.h"

#include "app/base/log.h"
#include "app/base/text.h"

#include <string.h>

static struct input *input_of(struct inputs *inputs, bool keypad)
{
	return &inputs->all[keypad ? 1 : 0];
}

void inputs_init(struct inputs *inputs, struct desk_thread *desk, const char *device)
{
	*inputs = (struct inputs){.desk = desk};
	text_format(inputs->all[0].device, sizeof(inputs->all[0].device), "%s/scanner", device);
	text_format(inputs->all[1].device, sizeof(inputs->all[1].device), "%s/keypad", device);
}

void inputs_finish(struct inputs *inputs)
{
	for (int i = 0; i < INPUTS; i++) {
		reader_stop(inputs->all[i].reader);
	}
	*inputs = (struct inputs){0};
}

enum result inputs_start(
	struct inputs *inputs, bool keypad, const char *uri, reader_deliver *deliver, void *context)
{
	struct hid_wish wish;
	if (uri[0] == '\0') {
		return RESULT_OK;
	}
	if (!hid_wish_read(uri, &wish) || (wish.kind == HID_KEYPAD) != keypad) {
		log_error("kiosk", "no address of a %s: %s", keypad ? "keypad" : "scanner", uri);
		return RESULT_DEVICE_UNKNOWN;
	}
	struct input *input = input_of(inputs, keypad);
	input->reader = reader_start(&wish, deliver, context);
	return input->reader != NULL ? RESULT_OK : RESULT_DEVICE_FAILED;
}

void inputs_stop(struct inputs *inputs, bool keypad)
{
	struct input *input = input_of(inputs, keypad);
	reader_stop(input->reader);
	input->reader = NULL;
	input->known = false;
}

static void report(struct inputs *inputs, const struct input *input)
{
	struct desk_request request = {.act = DESK_REPORT_DEVICE, .reason = input->health};
	text_copy(request.device, sizeof(request.device), input->device);
	desk_thread_post(inputs->desk, &request);
}

void inputs_open(struct inputs *inputs)
{
	inputs->open = true;
	for (int i = 0; i < INPUTS; i++) {
		if (inputs->all[i].known) {
			report(inputs, &inputs->all[i]);
		}
	}
}

void inputs_hear(struct inputs *inputs, const struct reader_message *message)
{
	struct input *input = input_of(inputs, message->device == HID_KEYPAD);
	if (input->reader == NULL) {
		return; /* of one that was given up */
	}
	input->known = true;
	input->health = message->reason;
	if (inputs->open) {
		report(inputs, input);
	}
}

static bool set_event(struct ui_event *event, enum ui_event_kind kind, const char *text)
{
	*event = (struct ui_event){.kind = kind};
	return text_copy(event->text, sizeof(event->text), text) && text[0] != '\0';
}

bool inputs_key(const struct reader_message *message, bool typing, enum keyboard_layout layout,
	struct ui_event *out_event)
{
	const char digit[] = {message->key, '\0'};
	if (typing && message->key == HID_BACKSPACE) {
		return set_event(out_event, UI_KEY, "backspace");
	}
	bool digits = layout == KEYBOARD_PHONE || layout == KEYBOARD_DIGITS;
	if (typing && digits && message->key >= '0' && message->key <= '9') {
		return set_event(out_event, UI_TEXT, digit);
	}
	return set_event(out_event, UI_KEY, message->name);
}
