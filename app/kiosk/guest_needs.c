#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

static struct action draw_needs(struct ui *ui, const struct journey *journey)
{
	enum { COLUMNS = 2, GAP = 24, WIDTH = 428, HEIGHT = 216, TOP = 288 };
	const struct guest_option *options = guest_options(GUEST_NEEDS);
	struct action action = {.kind = ACTION_NONE};
	char id[UI_ID_SIZE];
	for (int i = 0; options[i].code != 0; i++) {
		struct rect rect = {CHROME_LEFT + i % COLUMNS * (WIDTH + GAP),
			TOP + i / COLUMNS * (HEIGHT + GAP), WIDTH, HEIGHT};
		guest_option_id(GUEST_NEEDS, options[i].code, id, sizeof(id));
		if (guest_pill(ui, id, rect, guest_option_text(ui, &options[i]),
			    (journey->visit.guest.needs & options[i].code) != 0)) {
			action = (struct action){.kind = ACTION_CHOOSE,
				.field = GUEST_NEEDS,
				.value = options[i].code};
		}
	}
	return action;
}

static struct action stepper(struct ui *ui, const struct visit *visit, enum guest_field field,
	const char *label_key, int y)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 52, 64};
	struct action action = {.kind = ACTION_NONE};
	char plus[UI_ID_SIZE], minus[UI_ID_SIZE], number[16];
	int people = *guest_code((struct guest *)&visit->guest, field);
	text_format(plus, sizeof(plus), "guest.%s.plus", guest_field_name(field));
	text_format(minus, sizeof(minus), "guest.%s.minus", guest_field_name(field));
	text_format(number, sizeof(number), "%d", people);
	ui_text(ui, (struct rect){1048, y, 320, 112}, UI_LABEL, UI_LEFT, THEME_INK,
		ui_say(ui, label_key));
	if (ui_button(ui, minus, (struct rect){1368, y, 144, 112}, "–",
		    (struct ui_button){
			    .kind = UI_QUIET, .text_size = 52, .disabled = people == 0})) {
		action = (struct action){.kind = ACTION_COUNT, .field = field, .value = -1};
	}
	ui_text(ui, (struct rect){1512, y, 152, 112}, big, UI_CENTER, THEME_INK, number);
	if (ui_button(ui, plus, (struct rect){1664, y, 144, 112}, "+",
		    (struct ui_button){.kind = UI_QUIET, .text_size = 52})) {
		action = (struct action){.kind = ACTION_COUNT, .field = field, .value = 1};
	}
	return action;
}

static struct action draw_party(struct ui *ui, const struct visit *visit)
{
	const struct rect card = {1000, 288, 856, 456};
	const char *error = step_error_key(GUEST_PARTY_MALE, visit->errors[GUEST_PARTY_MALE]);
	if (error == NULL) {
		error = step_error_key(GUEST_PARTY_FEMALE, visit->errors[GUEST_PARTY_FEMALE]);
	}
	ui_card(ui, card);
	guest_question(
		ui, (struct rect){1048, 320, 760, 40}, ui_say(ui, "kiosk.guest.party"), NULL, NULL);
	if (error != NULL) {
		guest_error(ui, 1048, 364, ui_say(ui, error));
	} else {
		ui_text(ui, (struct rect){1048, 364, 760, 40}, UI_BODY, UI_LEFT, THEME_INK2,
			ui_say(ui, "kiosk.guest.party_hint"));
	}
	struct action action = stepper(ui, visit, GUEST_PARTY_MALE, "kiosk.guest.male", 436);
	return chrome_either(
		action, stepper(ui, visit, GUEST_PARTY_FEMALE, "kiosk.guest.female", 580));
}

struct action guest_needs_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step)
{
	(void)lobby;
	(void)step;
	ui_text(ui, (struct rect){CHROME_LEFT, 212, 900, 40}, UI_BODY, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.guest.needs_hint"));
	struct action action = draw_needs(ui, journey);
	return chrome_either(action, draw_party(ui, &journey->visit));
}
