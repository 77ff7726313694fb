/* A page that shows what a printer can do, and what became of it. */
#include "app/admin/output.h"
#include "app/admin/test_page.h"
#include "app/base/text.h"
#include "app/paper/paper.h"
#include "app/paper/pdf.h"
#include "drivers/print_page.h"
#include "drivers/printer.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Ctrl-C cancels the job instead of leaving it to the printer: the signals are kept pending. */
static void hold_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
}

static bool is_interrupted(void *context)
{
	sigset_t pending;

	(void)context;
	return sigpending(&pending) == 0 &&
	       (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1);
}

static int tell(struct admin *admin, const char *name, const struct printer_outcome *outcome)
{
	const char *state = outcome->reason != RESULT_OK ? "failed"
			    : outcome->confirmed         ? "confirmed"
							 : "unconfirmed";
	int status = ADMIN_DONE;

	if (admin_flag(admin, OPTION_JSON)) {
		status = output_json(
			admin, json_pack("{s:s, s:s, s:b, s:o}", "printer", name, "state", state,
				       "sent", outcome->sent_any, "reason",
				       output_text(outcome->reason == RESULT_OK
							   ? ""
							   : result_key(outcome->reason))));
	} else if (outcome->reason == RESULT_OK) {
		status = output_say(admin,
			outcome->confirmed ? "admin.print_test.confirmed"
					   : "admin.print_test.unconfirmed",
			name);
	}
	return outcome->reason == RESULT_OK ? status : admin_refuse(admin, outcome->reason, name);
}

/* No printer at all is told as a printer that failed. */
static int tell_missing(struct admin *admin, const char *uri, enum result result)
{
	return tell(admin, uri, &(struct printer_outcome){.reason = result});
}

/* False when the page cannot be drawn; the reason is in the log. */
static bool print_page(struct admin *admin, struct printer *printer, struct paper *paper,
	struct printer_outcome *out_outcome)
{
	const struct printer_profile *profile = printer_get_profile(printer);
	struct document document;
	struct page page = {0};
	struct test_paper about = {profile->name, profile->dots, profile->columns};

	test_page_write(admin, printer_get_name(printer), &about, &document);
	bool drawn = test_page_draw(paper, &document, profile->dots, &page);
	if (drawn) {
		printer_print_dots(printer,
			&(struct printer_slip){.name = "giliran_print-test",
				.dots = page.bits,
				.dots_width = page.width,
				.dots_height = page.height,
				.dots_pitch = page.pitch,
				.is_cancelled = is_interrupted},
			out_outcome);
	}
	page_finish(&page);
	document_finish(&document);
	return drawn;
}

static int print_slip(struct admin *admin, const char *uri, const struct printer_profile *profile)
{
	struct printer *printer = NULL;
	struct printer_outcome outcome = {0};
	enum result result = printer_open(uri, profile, &printer);
	struct paper *paper;

	if (result != RESULT_OK) {
		return tell_missing(admin, uri, result);
	}
	paper = paper_create();
	bool drawn = paper && print_page(admin, printer, paper, &outcome);
	int status = drawn ? tell(admin, printer_get_name(printer), &outcome)
			   : admin_fail(admin, "admin.print_test.no_page", "");
	paper_destroy(paper);
	printer_close(printer);
	return status;
}

static int print_a4(struct admin *admin, const char *uri)
{
	struct pdf *pdf;
	struct document document;
	struct print_target target;
	struct print_queue_name name = {.text = ""};
	struct printer_outcome outcome = {0};
	uint8_t *bytes = NULL;
	size_t size = 0;

	if (strncmp(uri, "cups:", 5) != 0 || !print_target_read(uri + 5, &target)) {
		return admin_misuse(admin, "admin.print_test.a4", uri);
	}
	pdf = pdf_create();
	test_page_write(admin, target.name, NULL, &document);
	bool drawn = pdf && pdf_render(pdf, &document,
				    language_text(admin->language, "admin.print_test.title"),
				    &bytes, &size);
	if (drawn) {
		print_page_send(uri,
			&(struct print_page){.bytes = bytes,
				.size = size,
				.title = "giliran_print-test",
				.is_cancelled = is_interrupted},
			&name, &outcome);
	}
	free(bytes);
	document_finish(&document);
	pdf_destroy(pdf);
	return drawn ? tell(admin, name.text[0] ? name.text : uri, &outcome)
		     : admin_fail(admin, "admin.print_test.no_page", "");
}

/* There is no paper of that name, or none for a page: tells those there are. */
static int refuse_paper(const struct admin *admin)
{
	const struct printer_profile *profile;
	char names[512] = "";

	for (size_t i = 0; (profile = printer_profile_at(i)); i++) {
		size_t length = strlen(names);
		text_format(names + length, sizeof names - length, "%s%s", i > 0 ? ", " : "",
			profile->name);
	}
	return admin_misuse(admin, "admin.print_test.paper", names);
}

int admin_print_test(struct admin *admin)
{
	const char *uri = admin_value(admin, OPTION_PRINTER);
	const char *paper = admin_value(admin, OPTION_PAPER);
	const struct printer_profile *profile = paper ? printer_profile_find(paper) : NULL;
	char error[512] = "";

	if (paper && (!profile || admin_flag(admin, OPTION_A4))) {
		return refuse_paper(admin);
	}
	/* The office's name is nice to have: a printer is also tried before there is a store. */
	(void)admin_open_desk(admin, error, sizeof error);
	hold_signals();
	return admin_flag(admin, OPTION_A4) ? print_a4(admin, uri)
					    : print_slip(admin, uri, profile);
}
