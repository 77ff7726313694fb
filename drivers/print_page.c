#include "drivers/print_page.h"

#include "app/base/text.h"

#include <string.h>

enum { WAIT_S = 120, A4_WIDTH = 21000, A4_HEIGHT = 29700 /* mm/100, ISO 216 */ };

static const char SCHEME[] = "cups:";

static bool read_uri(const char *uri, struct print_target *out_target)
{
	size_t length = sizeof(SCHEME) - 1;
	return strncmp(uri, SCHEME, length) == 0 && print_target_read(uri + length, out_target);
}

bool print_page_is_uri(const char *uri)
{
	struct print_target target;
	return uri[0] == '\0' || read_uri(uri, &target);
}

/* DEVICE_UNKNOWN, DEVICE_MISSING. */
static enum result find(const char *uri, struct print_target *out_target)
{
	struct print_queue_name usual;
	if (uri[0] != '\0') {
		return read_uri(uri, out_target) ? RESULT_OK : RESULT_DEVICE_UNKNOWN;
	}
	*out_target = (struct print_target){.form = PRINT_FORM_PDF};
	if (!print_queue_find_usual(&usual)) {
		return RESULT_DEVICE_MISSING;
	}
	text_copy(out_target->name, sizeof(out_target->name), usual.text);
	return RESULT_OK;
}

void print_page_send(const char *uri, const struct print_page *page,
	struct print_queue_name *out_name, struct printer_outcome *out_outcome)
{
	struct print_target target = {.name = ""};
	struct print_queue *queue = NULL;
	enum result result = find(uri, &target);
	if (result == RESULT_OK) {
		result = print_queue_open(target.name, &queue);
	}
	out_name->text[0] = '\0';
	*out_outcome = (struct printer_outcome){.reason = result};
	if (result == RESULT_OK) {
		text_copy(out_name->text, sizeof(out_name->text), target.name);
		const struct print_work work = {.bytes = page->bytes,
			.size = page->size,
			.format = "application/pdf",
			.title = page->title,
			.paper = {A4_WIDTH, A4_HEIGHT},
			.patience_ms = 1000 * (target.wait_s > 0 ? target.wait_s : WAIT_S),
			.is_cancelled = page->is_cancelled,
			.context = page->context};
		print_queue_print(queue, &work, out_outcome);
		print_queue_close(queue);
	}
}
