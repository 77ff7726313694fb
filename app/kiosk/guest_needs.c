#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"
#include "app/slip/say_choice.h"

static struct action draw_needs(struct ui *ui, const struct office *office,
	const struct journey *journey, struct rect body, int gap)
{
	struct guest_choice choices[GUEST_CHOICES];
	const struct layout_need need = {200, LAYOUT_TOUCH, 216, gap, gap};
	struct action action = {.kind = ACTION_NONE};
	const int count = guest_choices(office, GUEST_NEEDS, choices);
	const int wanted = journey->visit.guest.needs;
	const struct layout_grid grid = layout_grid(body, count, 2, need, 0);
	struct ui_style style = UI_LABEL;
	for (int i = 0; i < count; i++) { /* one size for all */
		const char *label = say_choice(ui->language, &choices[i]);
		style = chrome_alike(ui, guest_tile_of(layout_cell(&grid, i)).words, UI_LABEL,
			style, label, label);
	}
	for (int i = 0; i < count; i++) {
		const int code = choices[i].code;
		const struct guest_tile_look look = {guest_option_icon(GUEST_NEEDS, code),
			say_choice(ui->language, &choices[i]), style, (wanted & code) != 0};
		char id[UI_ID_SIZE];
		guest_option_id(GUEST_NEEDS, code, id, sizeof(id));
		if (guest_tile_draw(ui, id, layout_cell(&grid, i), &look)) {
			action = (struct action){
				.kind = ACTION_CHOOSE, .field = GUEST_NEEDS, .value = code};
		}
	}
	return action;
}

static struct action stepper(struct ui *ui, const struct visit *visit, enum guest_field field,
	const char *label_key, struct rect row)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 52, 64};
	const int button = row.w < 480 ? 88 : row.w < 600 ? 120 : 144;
	const int number_w = row.w < 480 ? 72 : row.w < 600 ? 100 : 152;
	const int right = row.x + row.w, text_size = row.h < 90 ? 40 : 52;
	const char *label = ui_say(ui, label_key);
	struct action action = {.kind = ACTION_NONE};
	char plus[UI_ID_SIZE], minus[UI_ID_SIZE], number[16];
	int people = *guest_code((struct guest *)&visit->guest, field);
	text_format(plus, sizeof(plus), "guest.%s.plus", guest_field_name(field));
	text_format(minus, sizeof(minus), "guest.%s.minus", guest_field_name(field));
	/* Of a group nothing is known until the first touch. */
	const bool open =
		visit->ways.party > 0 && visit->guest.party_male + visit->guest.party_female == 0;
	text_format(number, sizeof(number), open ? "?" : "%d", people);
	int first = right - 2 * button - number_w;
	chrome_words(ui, (struct rect){row.x, row.y, first - 16 - row.x, row.h}, UI_LABEL, UI_LEFT,
		THEME_INK, label, label);
	if (ui_button(ui, minus, (struct rect){first, row.y, button, row.h}, "–",
		    (struct ui_button){
			    .kind = UI_QUIET, .text_size = text_size, .disabled = people == 0})) {
		action = (struct action){.kind = ACTION_COUNT, .field = field, .value = -1};
	}
	ui_text(ui, (struct rect){first + button, row.y, number_w, row.h}, big, UI_CENTER,
		THEME_INK, number);
	if (ui_button(ui, plus, (struct rect){right - button, row.y, button, row.h}, "+",
		    (struct ui_button){.kind = UI_QUIET, .text_size = text_size})) {
		action = (struct action){.kind = ACTION_COUNT, .field = field, .value = 1};
	}
	return action;
}

/* Alone, its question is the title of the screen. The size of a group was told before: it is shown,
 * not asked again. */
static struct action draw_party(
	struct ui *ui, const struct visit *visit, struct rect card, bool alone)
{
	const bool low = card.h < 440;
	const int pad = card.w < 800 && low ? 20 : 48, x = card.x + pad, width = card.w - 2 * pad;
	const int button = low ? 88 : 112, gap = low ? 12 : 32, line = ui_line(ui, UI_BODY) + 4;
	const char *error = step_error_key(GUEST_PARTY_MALE, visit->errors[GUEST_PARTY_MALE]);
	if (error == NULL) {
		error = step_error_key(GUEST_PARTY_FEMALE, visit->errors[GUEST_PARTY_FEMALE]);
	}
	const struct ui_style bold = {DRAW_SEMIBOLD, 28, 40};
	int y = card.y + (low ? 12 : 32);
	char people[16], group[SAY_SIZE];
	const bool grouped = visit->ways.party > 0;
	text_format(people, sizeof(people), "%d", visit->ways.party);
	language_with(ui->language, "kiosk.guest.party_group", group, sizeof(group), people);
	const char *title = grouped ? group : ui_say(ui, "kiosk.guest.party");
	const char *hint =
		ui_say(ui, grouped ? "kiosk.guest.party_share" : "kiosk.guest.party_hint");
	ui_card(ui, card);
	if (!alone || grouped) {
		chrome_words(ui, (struct rect){x, y, width, line - 4}, bold, UI_LEFT, THEME_INK,
			title, title);
		y += line;
	}
	if (error != NULL) {
		guest_error(ui, (struct rect){x, y, width, line - 4}, ui_say(ui, error));
	} else {
		chrome_words(ui, (struct rect){x, y, width, line - 4}, UI_BODY, UI_LEFT, THEME_INK2,
			hint, hint);
	}
	y += line + (low ? 8 : 28);
	struct action action = stepper(ui, visit, GUEST_PARTY_MALE, "kiosk.guest.male",
		(struct rect){x, y, width, button});
	return chrome_either(action, stepper(ui, visit, GUEST_PARTY_FEMALE, "kiosk.guest.female",
					     (struct rect){x, y + button + gap, width, button}));
}

/* Needs, and beside or under them the party; on a small screen they are pages. Either stands alone
 * where the other is not asked. */
struct action guest_needs_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step, struct guest_pages *out_pages)
{
	const bool both = step->field_count == 3, asks_needs = step_has(step, GUEST_NEEDS);
	const struct layout layout = layout_of(ui, journey);
	const bool small = layout.shape == LAYOUT_SMALL, wide = layout.shape == LAYOUT_WIDE;
	const bool plain = wide && !layout.low;
	const char *hint = ui_say(ui, "kiosk.guest.needs_hint");
	struct rect line = {layout.left, plain ? layout.large ? 228 : 212 : layout.body.y - 8,
		plain ? 900 : layout.inner, ui_line(ui, UI_BODY)};
	struct rect needs = layout.body, party = layout.body;
	needs.y = plain ? 288 : line.y + line.h + 8;
	needs.h = layout.body.y + layout.body.h - needs.y;
	if (!both) {
		party.h = wide && !plain ? needs.h : party.h < 456 ? party.h : 456;
		party.y = plain ? needs.y : wide ? needs.y : party.y + layout.body.h - party.h;
		party.w = wide ? 856 : party.w;
	} else if (wide) {
		needs.w = 880;
		party = (struct rect){1000, needs.y, 856, plain ? 456 : needs.h};
	} else if (!small) {
		party.h = 456;
		party.y += layout.body.h - party.h;
		needs.h -= party.h + layout.gap;
	}
	*out_pages = (struct guest_pages){small && both ? 2 : 1, GUEST_NEEDS};
	int page = journey->visit.page % out_pages->count;
	struct action action = {.kind = ACTION_NONE};
	if (asks_needs && page == 0) {
		if (both && !small) {
			guest_question(ui, line, ui_say(ui, step->title),
				language_short(ui->language, "kiosk.guest.needs_hint"), NULL);
		} else {
			chrome_words(ui, line, UI_BODY, UI_LEFT, THEME_INK2, hint, hint);
		}
		action = draw_needs(ui, lobby->office, journey, needs,
			small            ? 12
			: wide && !plain ? 16
					 : 24);
	}
	if (step_has(step, GUEST_PARTY_MALE) && page + 1 == out_pages->count) {
		action = chrome_either(
			action, draw_party(ui, &journey->visit, party, !asks_needs || small));
	}
	return action;
}
