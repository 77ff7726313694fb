#include "app/kiosk/kiosk_wires.h"

#include "app/base/log.h"
#include "app/base/text.h"

#include <string.h>

static void learn(struct kiosk *kiosk, int place, enum wire_part part, const char *own, bool fixed)
{
	struct wire *wire = &kiosk->wires[place];
	*wire = (struct wire){.part = part, .fixed = fixed};
	text_copy(wire->device, sizeof(wire->device), kiosk->settings.device);
	text_copy(wire->own, sizeof(wire->own), own);
}

void kiosk_learn_wires(struct kiosk *kiosk)
{
	const struct settings *settings = &kiosk->settings;
	learn(kiosk, 0, WIRE_PRINTER, settings->printer, settings->fixed_printer);
	text_copy(kiosk->wires[0].own_paper, WIRE_PAPER_SIZE, settings->profile);
	learn(kiosk, 1, WIRE_SCANNER, settings->scanner, settings->fixed_scanner);
	learn(kiosk, 2, WIRE_KEYPAD, settings->keypad, settings->fixed_keypad);
}

void kiosk_report_wires(struct kiosk *kiosk)
{
	for (int i = 0; i < KIOSK_WIRES; i++) {
		struct desk_request request = {.act = DESK_REPORT_WIRE, .wire = kiosk->wires[i]};
		desk_thread_post(kiosk->desk, &request);
	}
}

static void tell(struct kiosk *kiosk, const struct wire *wire, enum result reason)
{
	struct desk_request request = {.act = DESK_REPORT_DEVICE, .reason = reason};
	text_format(request.device, sizeof(request.device), "%s/%s", wire->device,
		wire_part_name(wire->part));
	desk_thread_post(kiosk->desk, &request);
}

/* A device that is used no more has no trouble that staff could mend. */
static void forget_trouble(struct kiosk *kiosk, const struct wire *wire)
{
	tell(kiosk, wire, RESULT_OK);
}

/* A part that could not be started is told as one that does not work. The next try is with a
 * picture of the desk, which comes every minute at least: for this alone nothing wakes up. */
static void put_off(
	struct kiosk *kiosk, const struct wire *wire, struct kiosk_retry *retry, enum result reason)
{
	enum { FIRST_MS = 10000, LONGEST_MS = 300000 };
	int64_t wait = retry->wait_ms == 0 ? FIRST_MS : 2 * retry->wait_ms;
	retry->wait_ms = wait < LONGEST_MS ? wait : LONGEST_MS;
	retry->again_ms = kiosk->lobby.ticks_ms + retry->wait_ms;
	tell(kiosk, wire, reason);
}

static bool is_due(const struct kiosk *kiosk, const struct kiosk_retry *retry)
{
	return retry->again_ms != 0 && kiosk->lobby.ticks_ms >= retry->again_ms;
}

/* The printer is given up. Its thread may be in the middle of opening it, which takes seconds: that
 * is not waited for. */
static void leave_printer(struct kiosk *kiosk)
{
	if (kiosk->worker != NULL) {
		printer_worker_end(kiosk->worker);
		kiosk->leaving = kiosk->worker;
		kiosk->worker = NULL;
	}
	kiosk->printer_turn++;
	if (kiosk->lobby.prints) {
		press_finish(&kiosk->press);
	}
	kiosk->lobby.prints = false;
}

static bool is_settled(const struct kiosk *kiosk, const char *uri, const char *paper,
	const struct kiosk_retry *retry)
{
	const struct settings *settings = &kiosk->settings;
	bool same = strcmp(uri, settings->printer) == 0 && strcmp(paper, settings->profile) == 0;
	return same && !is_due(kiosk, retry);
}

static void follow_printer(struct kiosk *kiosk, const struct wire *wire, struct kiosk_retry *retry)
{
	struct settings *settings = &kiosk->settings;
	const char *uri = wire_uri(wire), *paper = wire_paper(wire);
	if (is_settled(kiosk, uri, paper, retry) ||
		(kiosk->lobby.prints && !press_is_idle(&kiosk->press))) {
		return;
	}
	log_info("kiosk", "printer: %s", uri[0] != '\0' ? uri : "none");
	leave_printer(kiosk);
	text_copy(settings->printer, sizeof(settings->printer), uri);
	text_copy(settings->profile, sizeof(settings->profile), paper);
	if (!kiosk_open_printer(kiosk)) {
		leave_printer(kiosk);
		put_off(kiosk, wire, retry, RESULT_DEVICE_FAILED);
		return;
	}
	*retry = (struct kiosk_retry){0};
	if (kiosk->lobby.prints) {
		press_open(&kiosk->press, kiosk->office);
	} else {
		forget_trouble(kiosk, wire);
	}
}

static void follow_input(struct kiosk *kiosk, const struct wire *wire, struct kiosk_retry *retry,
	char *place, size_t size)
{
	const char *uri = wire_uri(wire);
	bool keypad = wire->part == WIRE_KEYPAD;
	if (strcmp(uri, place) == 0 && !is_due(kiosk, retry)) {
		return;
	}
	log_info("kiosk", "%s: %s", wire_part_name(wire->part), uri[0] != '\0' ? uri : "none");
	text_copy(place, size, uri);
	inputs_stop(&kiosk->inputs, keypad);
	enum result result = kiosk_open_input(kiosk, keypad, uri);
	if (result != RESULT_OK) {
		put_off(kiosk, wire, retry, result);
		return;
	}
	*retry = (struct kiosk_retry){0};
	if (uri[0] == '\0') {
		forget_trouble(kiosk, wire);
	}
}

void kiosk_follow_wires(struct kiosk *kiosk)
{
	struct settings *settings = &kiosk->settings;
	const struct desk_view *view = kiosk->view;
	for (int i = 0; i < KIOSK_WIRES; i++) {
		struct wire wire = wire_follow(&kiosk->wires[i], view->wires, view->wire_count);
		struct kiosk_retry *retry = &kiosk->retries[i];
		switch (wire.part) {
		case WIRE_PRINTER: follow_printer(kiosk, &wire, retry); break;
		case WIRE_SCANNER:
			follow_input(
				kiosk, &wire, retry, settings->scanner, sizeof(settings->scanner));
			break;
		default:
			follow_input(
				kiosk, &wire, retry, settings->keypad, sizeof(settings->keypad));
			break;
		}
	}
	kiosk->aloud.keypad = settings->keypad[0] != '\0';
}
