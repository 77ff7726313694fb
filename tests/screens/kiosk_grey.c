#include "tests/screens/kiosk_forms.h"
#include "tests/support/golden.h"
#include "tests/support/grey.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Nothing at the kiosk is told by colour alone: on every form of screen and in both themes each
 * state has its own words, icons or edges. */
struct look {
	struct ui ui;
	struct stage stage;
	const struct form *form;
	bool contrast;
};

static void arrange(struct look *look, const char *scene)
{
	form_arrange(&look->stage, scene, look->form, OFFICE_INDONESIAN);
	look->stage.journey.contrast = look->contrast;
}

static void add(struct look *look, struct grey *grey)
{
	form_draw(&look->ui, &look->stage);
	form_draw(&look->ui, &look->stage);
	grey_add(grey, &look->ui);
}

static bool shows(const struct ui *ui, enum guest_field field)
{
	char id[UI_ID_SIZE];
	text_format(id, sizeof(id), "guest.%s.1", guest_field_name(field));
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (strcmp(ui->spots[i].id, id) == 0) {
			return true;
		}
	}
	return false;
}

/* What is missing is marked, unless it is on another page. */
static void check_rows(struct look *look)
{
	struct grey grey = {.of = "rows"};
	arrange(look, "guest-about");
	add(look, &grey);
	arrange(look, "guest-about-missing");
	add(look, &grey);
	if (shows(&look->ui, GUEST_EDUCATION)) {
		grey_finish(&grey);
	} else {
		grey_drop(&grey);
	}
}

/* States that are scenes. */
static void check_scenes(struct look *look)
{
	static const char *const groups[][GREY_STATES] = {
		{"welcome", "welcome-closed", "welcome-break", "welcome-before", "welcome-no-store",
			"welcome-unstaffed", "welcome-starting"},
		{"service", "service-closed", "service-priority"},
		{"refused-full", "refused-over", "refused-day", "refused-store", "refused-closed"},
		{"guest-name", "guest-name-missing", "book-name-wrong"},
		{"guest-contact", "guest-contact-error"},
		{"guest-occupation", "guest-occupation-missing"},
		{"code", "code-wrong", "code-closed", "code-missing", "code-full", "code-asking"},
		{"ticket-printing", "ticket-printed", "trouble-paper", "trouble-cover",
			"trouble-missing", "trouble-no-printer"},
		{"rating", "rating-marked", "rating-unkept"},
		{"complaint-words", "complaint-missing", "complaint-failed"},
		{"filed-printing", "filed-printed", "filed-unprinted"},
		{"help", "help-taken", "help-ended"},
	};
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		struct grey grey = {.of = groups[i][0]};
		for (int j = 0; j < GREY_STATES && groups[i][j] != NULL; j++) {
			arrange(look, groups[i][j]);
			add(look, &grey);
		}
		grey_finish(&grey);
	}
}

/* The room on the welcome screen, where the form has one: the same counter and number. */
static void check_counters(struct look *look)
{
	struct grey grey = {.of = "counters"};
	for (int state = VIEW_CLOSED; look->form->width == 1920 && state <= VIEW_BREAK; state++) {
		arrange(look, "welcome");
		struct view_counter *counter = &look->stage.view.counters[0];
		counter->state = (enum view_counter_state)state;
		add(look, &grey);
	}
	if (grey.count > 0) {
		grey_finish(&grey);
	}
}

static void check_fees(struct look *look)
{
	struct grey grey = {.of = "fees"};
	for (int fee = OFFICE_FEE_FREE; fee <= OFFICE_FEE_ZERO; fee++) {
		arrange(look, "service");
		look->stage.office.services[0].fee = (enum office_fee)fee;
		add(look, &grey);
	}
	grey_finish(&grey);
}

static void check_chosen(struct look *look)
{
	static const struct {
		const char *scene;
		enum guest_field field;
	} rows[] = {
		{"guest-occupation", GUEST_OCCUPATION},
		{"guest-about", GUEST_SEX},
		{"guest-about", GUEST_AGE_BAND},
		{"guest-purpose", GUEST_PURPOSE},
	};
	int shown = 0;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct grey grey = {.of = rows[i].scene};
		for (int code = 0; code < 3; code++) { /* none, the first, the second */
			arrange(look, rows[i].scene);
			*guest_code(&look->stage.journey.visit.guest, rows[i].field) = code;
			add(look, &grey);
		}
		if (shows(&look->ui, rows[i].field)) {
			grey_finish(&grey);
			shown++;
		} else {
			grey_drop(&grey); /* on another page */
		}
	}
	assert_true(shown >= 3);
}

static void test_nothing_by_colour_alone(void **state)
{
	(void)state;
	for (int i = 0; i < 2 * FORMS; i++) {
		struct look look = {.form = &forms[i / 2], .contrast = i % 2 != 0};
		form_start(&look.ui, look.form, "id");
		print_message("%s%s\n", look.form->name, look.contrast ? " (contrast)" : "");
		check_scenes(&look);
		check_rows(&look);
		check_counters(&look);
		check_fees(&look);
		check_chosen(&look);
		golden_finish(&look.ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_by_colour_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
