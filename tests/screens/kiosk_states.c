#include "tests/screens/kiosk_forms.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * Every state of the kiosk can be read and touched by everybody, on every screen it may stand on,
 * in both languages and both themes: measured, and kept as it is drawn. A form's golden file has
 * each scene in Indonesian, and of English what differs from it, line by line. High contrast has
 * the same places and words, which is asserted here; its colours are the same on every form, and
 * stand in the file of the first, of the others a sum. Forms that are like another have sums only.
 * GILIRAN_FORMS names the group of forms.
 */
struct looks {
	struct ui ui[OFFICE_LANGUAGES];
	struct stage stage;
	struct inspection inspection;
	FILE *file; /* the golden text */
};

static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};

/* Whether it is of the group that is tested now. */
static bool is_asked(const struct form *form)
{
	const char *asked = getenv("GILIRAN_FORMS");
	const bool whole = form->width >= 1080 && form->height >= 1080,
		   up = form->height > form->width;
	const char *group = whole ? (up ? "tall" : "wide") : (up ? "upright" : "small");
	assert_non_null(asked);
	return strcmp(group, asked) == 0;
}

/*
 * A field that is being typed in has the focus by itself, and on a small screen there is no other:
 * nobody has to hit it.
 */
static const char *const *exempt_of(const struct ui *ui)
{
	static const char *const small[] = {"guest.name", "guest.institution", "guest.email",
		"guest.phone", "guest.occupation_other", "guest.purpose_other", "guest.data_needed",
		"guest.data_needed_2", "guest.data_needed_3", "guest.data_needed_4",
		"guest.data_needed_5", "guest.address", "guest.birth_year",
		"guest.institution_kind_other", "guest.dtsen_other", "guest.media_other",
		"guest.office_purpose_other", "guest.data_region", "guest.data_from",
		"guest.data_until", "code.field", "own.field", "contact.field", "name.field",
		"number.field", "complaint.contact", NULL};
	return ui->canvas_w == 1920 || ui->canvas_w == 1080 ? NULL : small;
}

/*
 * Screens that nothing leads back from: the visit begins or ends on them. By which part they are
 * left (any of two; NULL = stays), and why they need neither a way back nor one to help. All other
 * screens have both, "kiosk.back" and "kiosk.help".
 */
static const struct ending {
	enum journey_screen screen;
	const char *parts[2];
	const char *why;
} endings[] = {
	{JOURNEY_WELCOME, {NULL}, "every visit begins here, with help among the offers"},
	{JOURNEY_TICKET, {"ticket.done"}, "the number is had and can be given up from the welcome"},
	{JOURNEY_REFUSED, {"refused.home"}, "says where help is; one touch from the welcome"},
	{JOURNEY_THANKS, {"thanks.done"}, "the answers are kept"},
	{JOURNEY_FILED, {"filed.done"}, "the receipt of what was sent"},
	{JOURNEY_GONE, {"gone.done"}, "the number was given up"},
	{JOURNEY_SIGNED, {"signed.done"}, "the guest book is signed"},
	{JOURNEY_RECEPTION, {"reception.done"}, "sends to the reception desk, where staff are"},
	{JOURNEY_HELP, {"help.back", "help.done"}, "is the call for help itself"},
};

static const struct ending *ending_of(enum journey_screen screen)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (endings[i].screen == screen) {
			return &endings[i];
		}
	}
	return NULL;
}

static bool has_part(const struct ui *ui, const char *id)
{
	for (size_t i = 0; id != NULL && i < ui->spot_count; i++) {
		if (strcmp(ui->spots[i].id, id) == 0) {
			return true;
		}
	}
	return false;
}

/* The part that leads back or ends the visit; NULL where there is none. */
static const char *way_out(const struct ui *ui, const struct visit *visit)
{
	const struct ending *ending = ending_of(visit->screen);
	const char *const dialog[] = {"idle.erase", NULL}, *const step[] = {"kiosk.back", NULL};
	const char *const *parts = visit->warned_ms != 0 ? dialog
				   : ending != NULL      ? ending->parts
							 : step;
	return has_part(ui, parts[0]) ? parts[0] : has_part(ui, parts[1]) ? parts[1] : NULL;
}

/* Nobody is stuck: while the desk is asked, help waits for its answer (JOURNEY_SILENT_MS). */
static void check_ways(struct looks *looks, const char *name, const struct ui *ui)
{
	const struct visit *visit = &looks->stage.journey.visit;
	if (visit->screen != JOURNEY_WELCOME && way_out(ui, visit) == NULL) {
		fprintf(stderr, "%s: no way back or out\n", name);
		looks->inspection.faults++;
	}
	if (ending_of(visit->screen) == NULL && visit->warned_ms == 0 && !visit->issuing &&
		!has_part(ui, "kiosk.help")) {
		fprintf(stderr, "%s: no way to help\n", name);
		looks->inspection.faults++;
	}
}

/* The caller's to free. */
static char *print_list(const struct draw_list *list)
{
	char *text = NULL;
	size_t size;
	FILE *memory = open_memstream(&text, &size);
	assert_non_null(memory);
	draw_print(list, memory);
	assert_int_equal(fclose(memory), 0);
	return text;
}

/* The lines of `other` that are not the same in `text`, with their numbers, and how many it has. */
static void print_difference(FILE *file, const char *what, const char *text, const char *other)
{
	int line = 1;
	fprintf(file, "# %s\n", what);
	for (; *other != '\0'; line++) {
		const size_t length = strcspn(text, "\n"), size = strcspn(other, "\n");
		if (length != size || strncmp(text, other, size) != 0) {
			fprintf(file, "%d %.*s\n", line, (int)size, other);
		}
		text += length + (text[length] == '\n');
		other += size + (other[size] == '\n');
	}
	if (*text != '\0') {
		fprintf(file, "%d end\n", line);
	}
}

/* FNV-1a, 64 bits: of what is not kept word by word. */
static void print_sum(FILE *file, const char *what, const char *text)
{
	uint64_t sum = 14695981039346656037U;
	for (; *text != '\0'; text++) {
		sum = (sum ^ (unsigned char)*text) * 1099511628211U;
	}
	fprintf(file, "# %s %016" PRIx64 "\n", what, sum);
}

/* The next line that is read; what surfaces look like is the theme's. */
static const char *next_line(const char *at)
{
	while (*at != '\0' && strncmp(at, "text ", 5) != 0 && strncmp(at, "icon ", 5) != 0) {
		at += strcspn(at, "\n");
		at += *at == '\n';
	}
	return at;
}

/* Up to the colour: what it is, and where. */
static size_t place_length(const char *line)
{
	size_t length = 0;
	for (int word = 0; word < 3; word++) {
		length += strspn(line + length, " ");
		length += strcspn(line + length, " \n");
	}
	return length;
}

/* What is read in two themes is the same, and where. */
static void assert_same_places(const char *name, const char *light, const char *contrast)
{
	for (;;) {
		light = next_line(light);
		contrast = next_line(contrast);
		const size_t a = place_length(light), b = place_length(contrast);
		const size_t end_a = strcspn(light, "\n"), end_b = strcspn(contrast, "\n");
		const size_t words_a = strcspn(light, "\"\n"), words_b = strcspn(contrast, "\"\n");
		if (a != b || strncmp(light, contrast, a) != 0 ||
			end_a - words_a != end_b - words_b ||
			strncmp(light + words_a, contrast + words_b, end_a - words_a) != 0) {
			fail_msg("%s: %.*s is in high contrast %.*s", name, (int)end_a, light,
				(int)end_b, contrast);
		}
		if (*light == '\0') {
			return;
		}
		light += end_a + (light[end_a] == '\n');
		contrast += end_b + (contrast[end_b] == '\n');
	}
}

/* What can be touched, and where; the caller's to free. */
static char *print_spots(const struct ui *ui)
{
	char *text = NULL;
	size_t size;
	FILE *memory = open_memstream(&text, &size);
	assert_non_null(memory);
	for (size_t i = 0; i < ui->spot_count; i++) {
		const struct rect rect = ui->spots[i].rect;
		fprintf(memory, "text %d,%d %dx%d \"%s\"\n", rect.x, rect.y, rect.w, rect.h,
			ui->spots[i].id);
	}
	assert_int_equal(fclose(memory), 0);
	return text;
}

static char *look(struct looks *looks, const struct form *form, const struct scene *scene,
	enum office_language language, bool contrast)
{
	struct ui *ui = &looks->ui[language];
	char name[96];
	looks->stage.journey.contrast = contrast;
	form_draw(ui, &looks->stage);
	if (ui->wake_ms <= ui->ticks_ms) { /* behind a dialog that was there before */
		form_draw(ui, &looks->stage);
	}
	snprintf(name, sizeof(name), "%s %s.%s%s", form->name, scene->name, codes[language],
		contrast ? " (contrast)" : "");
	if (!contrast) { /* the places are the same: assert_same_places */
		check_ways(looks, name, ui);
		inspect_texts(&looks->inspection, name, ui);
		inspect_targets(&looks->inspection, name, ui, exempt_of(ui));
	}
	inspect_edges(&looks->inspection, name, ui);
	inspect_contrast(&looks->inspection, name, ui);
	snprintf(name, sizeof(name), "%s-%s.%s%s", form->name, scene->name, codes[language],
		contrast ? "-contrast" : "");
	golden_shot(name, &ui->list, form->width, form->height);
	return print_list(&ui->list);
}

/* Like another one. */
static bool is_alike(const struct form *form)
{
	static const char *const alike[] = {"huge", "huge-upright", "fine", "fine-upright",
		"upright-narrow", "upright-laptop", "upright-square", "square"};
	for (size_t i = 0; i < sizeof(alike) / sizeof(alike[0]); i++) {
		if (strcmp(alike[i], form->name) == 0) {
			return true;
		}
	}
	return false;
}

static void print_looks(FILE *file, const struct form *form, char *light[OFFICE_LANGUAGES],
	char *contrast[OFFICE_LANGUAGES])
{
	const char *id = light[OFFICE_INDONESIAN], *en = light[OFFICE_ENGLISH];
	if (form == &forms[0]) { /* both languages are in screens/kiosk_screens */
		print_difference(file, "contrast", id, contrast[OFFICE_INDONESIAN]);
	} else if (is_alike(form)) {
		print_sum(file, "id", id);
		print_sum(file, "en", en);
		print_sum(file, "contrast", contrast[OFFICE_INDONESIAN]);
	} else {
		fputs(id, file);
		print_difference(file, "en", id, en);
		print_sum(file, "contrast", contrast[OFFICE_INDONESIAN]);
	}
	print_sum(file, "en contrast", contrast[OFFICE_ENGLISH]);
}

static void show(struct looks *looks, const struct form *form, const struct scene *scene)
{
	char *light[OFFICE_LANGUAGES], *contrast[OFFICE_LANGUAGES], name[96], *spots[2];
	snprintf(name, sizeof(name), "%s %s", form->name, scene->name);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		form_arrange(&looks->stage, scene->name, form, (enum office_language)i);
		light[i] = look(looks, form, scene, (enum office_language)i, false);
		spots[0] = print_spots(&looks->ui[i]);
		contrast[i] = look(looks, form, scene, (enum office_language)i, true);
		spots[1] = print_spots(&looks->ui[i]);
		assert_same_places(name, light[i], contrast[i]);
		assert_same_places(name, spots[0], spots[1]);
		free(spots[0]);
		free(spots[1]);
	}
	fprintf(looks->file, "## %s\n", scene->name);
	print_looks(looks->file, form, light, contrast);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		free(light[i]);
		free(contrast[i]);
	}
}

static void test_every_state(void **state)
{
	const struct scene *scene;
	int shown = 0;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		const struct form *form = &forms[i];
		struct looks looks = {0};
		char name[64], *text = NULL;
		size_t size;
		if (!is_asked(form)) {
			continue;
		}
		shown++;
		looks.file = open_memstream(&text, &size);
		assert_non_null(looks.file);
		form_start(&looks.ui[0], form, codes[0]);
		form_start(&looks.ui[1], form, codes[1]);
		for (size_t j = 0; (scene = scene_at(j)) != NULL; j++) {
			show(&looks, form, scene);
		}
		assert_int_equal(fclose(looks.file), 0);
		golden_finish(&looks.ui[0]);
		golden_finish(&looks.ui[1]);
		fputs(looks.inspection.words, stderr);
		assert_int_equal(looks.inspection.faults, 0);
		snprintf(name, sizeof(name), "kiosk-form-%s", form->name);
		golden_words(name, text);
		free(text);
	}
	assert_true(shown > 1);
}

/* ---- back to the welcome screen ---- */

static struct action tap(struct ui *ui, struct stage *stage, const char *id)
{
	struct ui_event event = {.kind = UI_TAP_ID};
	text_copy(event.text, sizeof(event.text), id);
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui_begin(ui, &event);
	struct action action = screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
	return action;
}

/* Taps what leads back or out, as it is drawn then, until nobody is here. */
static void leave(struct ui *ui, struct stage *stage, const char *name)
{
	enum { STEPS = 64 }; /* of the longest standard, leafed through in large letters */
	const struct visit *visit = &stage->journey.visit;
	for (int i = 0; visit->screen != JOURNEY_WELCOME; i++) {
		form_draw(ui, stage);
		form_draw(ui, stage); /* behind a dialog that was there before */
		const char *way = way_out(ui, visit);
		if (way == NULL || i == STEPS) {
			fail_msg("%s: no way back to the welcome screen from screen %d, step %d",
				name, (int)visit->screen, visit->step);
		}
		const struct action action = tap(ui, stage, way);
		journey_act(&stage->journey, &stage->lobby, &action);
	}
}

static void test_every_state_leads_home(void **state)
{
	const struct scene *scene;
	struct ui ui;
	struct stage stage;
	char name[96];
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		if (!is_asked(&forms[i])) {
			continue;
		}
		form_start(&ui, &forms[i], codes[0]);
		for (size_t j = 0; (scene = scene_at(j)) != NULL; j++) {
			form_arrange(&stage, scene->name, &forms[i], OFFICE_INDONESIAN);
			const struct visit *visit = &stage.journey.visit;
			if (visit->issuing || visit->screen == JOURNEY_WELCOME) {
				continue; /* until the desk answers, or is not waited for */
			}
			snprintf(name, sizeof(name), "%s %s", forms[i].name, scene->name);
			leave(&ui, &stage, name);
			stage_assert_wiped(&stage);
		}
		golden_finish(&ui);
	}
}

/* ---- the main ones, to be looked at ---- */

static bool has_pictures(const struct form *form)
{
	static const char *const wanted[] = {
		"large", "low", "tall", "tall-low", "small", "upright"};
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		if (strcmp(wanted[i], form->name) == 0) {
			return is_asked(form);
		}
	}
	return false;
}

static void test_the_main_ones(void **state)
{
	static const char *const scenes[] = {"welcome", "service", "guest-contact-error",
		"ticket-printed", "standard-sale", "rating", "complaint"};
	struct ui ui;
	struct stage stage;
	char name[96];
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		const struct form *form = &forms[i];
		if (!has_pictures(form)) {
			continue;
		}
		form_start(&ui, form, codes[0]);
		for (size_t j = 0; j < sizeof(scenes) / sizeof(scenes[0]); j++) {
			form_arrange(&stage, scenes[j], form, OFFICE_INDONESIAN);
			form_draw(&ui, &stage);
			snprintf(name, sizeof(name), "kiosk-%s-%s", scenes[j], form->name);
			golden_picture(name, &ui.list, ui.width, ui.height);
		}
		golden_finish(&ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state),
		cmocka_unit_test(test_every_state_leads_home),
		cmocka_unit_test(test_the_main_ones),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
