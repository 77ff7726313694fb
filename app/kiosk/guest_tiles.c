#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say_choice.h"

/* Icons of the options, by their codes (domain.md §1.2): 1 first. */
static const char *icon_of(enum guest_field field, int code)
{
	static const char *const occupations[] = {
		"school", "microscope", "bank", "domain", "briefcase", "store", "pencil"};
	static const char *const institutions[] = {"bank", "file-document", "shield", "domain",
		"account-multiple", "microscope", "chart-bar", "briefcase", "pencil"};
	static const char *const registry[] = {
		"account-check", "comment-text", "refresh", "alert-circle", "pencil", "magnify"};
	static const char *const purposes[] = {"school", "bank", "store", "microscope", "pencil"};
	static const char *const media[] = {
		"domain", "television", "magnify", "email", "forum", "pencil"};
	static const char *const used[] = {
		"book-open-variant", "cart", "chart-bar", "magnify", "forum", "certificate"};
	static const char *const office[] = {"comment-text", "forum", "briefcase"};
	static const struct {
		enum guest_field field;
		const char *const *icons;
		int count;
	} lists[] = {
		{GUEST_OCCUPATION, occupations, 7},
		{GUEST_INSTITUTION_KIND, institutions, 9},
		{GUEST_DTSEN, registry, 6},
		{GUEST_PURPOSE, purposes, 5},
		{GUEST_MEDIA, media, 6},
		{GUEST_SERVICES_USED, used, 6},
		{GUEST_OFFICE_PURPOSE, office, 3},
	};
	const int place = guest_field_is_set(field) ? __builtin_ctz((unsigned)code) + 1 : code;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		if (lists[i].field == field && place <= lists[i].count) {
			return lists[i].icons[place - 1];
		}
	}
	return code >= GUEST_OWN_MIN ? "check-circle" : "pencil"; /* the office's own, or "other" */
}

enum { COLUMNS = 4, TILE_W = 424, TILE_H = 288, GAP = 32, TOP = 288, LARGE_TILES = 8 };

/* Up to eight tiles stand in two rows of four; "other", the last one, is wider where there is room
 * for what is typed. */
static struct rect tile_rect(int index, int count, bool other)
{
	struct rect rect = {CHROME_LEFT + index % COLUMNS * (TILE_W + GAP),
		TOP + index / COLUMNS * (TILE_H + GAP), TILE_W, TILE_H};
	if (other && index == count - 1 && index % COLUMNS != COLUMNS - 1) {
		rect.w = 2 * TILE_W + GAP;
	}
	return rect;
}

/* On other screens, and of more than eight, low tiles. */
static struct layout_grid low_grid(const struct layout *layout, int hint, int count, int page)
{
	const bool wide = layout->shape == LAYOUT_WIDE, small = layout->shape == LAYOUT_SMALL;
	const int gap = small  ? 10
			: wide ? 24
			       : 20,
		  width = small           ? 260
			  : layout->large ? 520
					  : 420;
	const struct layout_need need = {
		width, small ? LAYOUT_TOUCH : 96, 197, wide ? 32 : gap, gap};
	struct rect body = layout->body;
	if (wide && !layout->low) {
		body = (struct rect){CHROME_LEFT, TOP, CHROME_WIDTH, 640};
	} else {
		body.y += hint;
		body.h -= hint;
	}
	return layout_grid(body, count, 3, need, page);
}

/* Narrow and high: the words have the whole width under the icon. */
static void draw_narrow(
	struct ui *ui, struct rect rect, const char *icon, const char *label, bool white)
{
	enum { PAD = 16, SIDE = 52 };
	const int top = rect.y + PAD + SIDE + 8;
	ui_icon_tile(ui, rect.x + PAD, rect.y + PAD, SIDE, icon, white);
	chrome_words(ui,
		(struct rect){rect.x + PAD, top, rect.w - 2 * PAD, rect.y + rect.h - 8 - top},
		UI_LABEL, UI_LEFT, THEME_INK, label, label);
}

static void draw_low(struct ui *ui, struct rect rect, const char *icon, const char *label,
	bool white, bool selected)
{
	enum { NARROW = 360, HIGH = 140 };
	if (rect.w < NARROW && rect.h >= HIGH) {
		draw_narrow(ui, rect, icon, label, white);
		return;
	}
	const int side = rect.h < 96 ? 52 : 80, pad = rect.h < 96 ? 14 : rect.h < 120 ? 16 : 32;
	const int x = rect.x + pad + side + (rect.h < 96 ? 12 : 24);
	const int right = rect.x + rect.w - (selected ? pad + 64 : pad);
	ui_icon_tile(ui, rect.x + pad, rect.y + (rect.h - side) / 2, side, icon, white);
	chrome_words(ui, (struct rect){x, rect.y + 6, right - x, rect.h - 12}, UI_LABEL, UI_LEFT,
		THEME_INK, label, label);
}

static void draw_tall(struct ui *ui, struct rect rect, const char *icon, const char *label,
	const char *second, bool white)
{
	ui_icon_tile(ui, rect.x + 32, rect.y + 32, 80, icon, white);
	int bottom = rect.y + rect.h - 32;
	if (second != NULL) {
		bottom -= ui_line(ui, UI_BODY);
		chrome_words(ui,
			(struct rect){rect.x + 32, bottom, rect.w - 64, ui_line(ui, UI_BODY)},
			UI_BODY, UI_LEFT, THEME_INK2, second, second);
	}
	int height = ui_paragraph_height(ui, rect.w - 64, UI_LABEL, label);
	int room = bottom - rect.y - 116;
	height = height < room ? height : room;
	chrome_words(ui, (struct rect){rect.x + 32, bottom - height, rect.w - 64, height}, UI_LABEL,
		UI_LEFT, THEME_INK, label, label);
}

/* What stands under "other": the text typed already, or what can be typed. */
static const char *second_line(const struct ui *ui, const struct journey *journey,
	const struct step *step, const struct guest_choice *option, char *out_text,
	size_t text_size)
{
	if (!option->other || step->other == STEP_NO_FIELD) {
		return NULL;
	}
	size_t size;
	const char *typed = guest_text((struct guest *)&journey->visit.guest, step->other, &size);
	if (typed[0] != '\0') {
		return typed;
	}
	return guest_label(ui, step->other, out_text, text_size);
}

static bool draw_tile(struct ui *ui, const struct journey *journey, const struct step *step,
	const struct guest_choice *option, struct rect rect)
{
	enum guest_field field = step->fields[0];
	bool low = rect.h < TILE_H;
	bool held = false;
	const int code = *guest_code((struct guest *)&journey->visit.guest, field);
	const bool selected =
		guest_field_is_set(field) ? (code & option->code) != 0 : code == option->code;
	char id[UI_ID_SIZE], second[96];
	guest_option_id(field, option->code, id, sizeof(id));
	bool tapped = ui_choice(
		ui, id, rect, (struct ui_choice){.selected = selected, .out_held = &held});
	const char *icon = icon_of(field, option->code);
	const char *label = say_choice(ui->language, option);
	if (low) {
		draw_low(ui, rect, icon, label, held || selected, selected);
	} else {
		draw_tall(ui, rect, icon, label,
			second_line(ui, journey, step, option, second, sizeof(second)),
			held || selected);
	}
	return tapped;
}

static struct rect hint_line(const struct ui *ui, const struct layout *layout)
{
	if (layout->shape == LAYOUT_WIDE && !layout->low) {
		return (struct rect){CHROME_LEFT, layout->large ? 224 : 212, CHROME_WIDTH,
			layout->large ? 56 : 40};
	}
	return (struct rect){layout->left, layout->body.y - 8, layout->inner, ui_line(ui, UI_BODY)};
}

static void draw_hint(struct ui *ui, const struct layout *layout, const struct lobby *lobby,
	const struct journey *journey, enum guest_field field)
{
	const char *error = step_error_key(field, journey->visit.errors[field]);
	struct rect line = hint_line(ui, layout);
	if (error != NULL) {
		guest_error(ui, line, ui_say(ui, error));
		return;
	}
	bool required =
		guest_is_required(field, journey_service(journey, lobby), &journey->visit.guest);
	ui_text(ui, line, UI_BODY, UI_LEFT, THEME_INK2,
		ui_say(ui, guest_field_is_set(field) ? required ? "kiosk.guest.several"
								: "kiosk.guest.several_optional"
			   : required                ? "kiosk.guest.one"
						     : "kiosk.guest.one_optional"));
}

static struct action draw_more(struct ui *ui, struct rect rect)
{
	bool held = false;
	bool tapped = ui_choice(ui, "guest.more", rect, (struct ui_choice){.out_held = &held});
	draw_low(ui, rect, "chevron-right", ui_say(ui, "kiosk.guest.more"), held, false);
	return (struct action){.kind = tapped ? ACTION_PAGE : ACTION_NONE};
}

struct action guest_tiles_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step)
{
	enum guest_field field = step->fields[0];
	const struct layout layout = layout_of(ui, journey);
	struct action action = {.kind = ACTION_NONE};
	struct guest_choice choices[GUEST_CHOICES];
	const int count = guest_choices(lobby->office, field, choices);
	const bool tall = layout.shape == LAYOUT_WIDE && !layout.low && count <= LARGE_TILES;
	const struct layout_grid grid =
		low_grid(&layout, ui_line(ui, UI_BODY) + 4, count, journey->visit.page);
	const int first = tall ? 0 : grid.page * grid.per_page;
	const int end = tall || first + grid.per_page > count ? count : first + grid.per_page;
	draw_hint(ui, &layout, lobby, journey, field);
	for (int i = first; i < end; i++) {
		struct rect rect = tall ? tile_rect(i, count, choices[i].other)
					: layout_cell(&grid, i - first);
		if (draw_tile(ui, journey, step, &choices[i], rect)) {
			action = (struct action){
				.kind = ACTION_CHOOSE, .field = field, .value = choices[i].code};
		}
	}
	if (!tall && grid.pages > 1) {
		action = chrome_either(action, draw_more(ui, layout_cell(&grid, grid.per_page)));
	}
	return action;
}
