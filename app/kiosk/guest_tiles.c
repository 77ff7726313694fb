#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say_choice.h"

/* Icons of the options, by their codes (domain.md §1.2): 1 first. */
const char *guest_option_icon(enum guest_field field, int code)
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
	static const char *const needs[] = {
		"wheelchair-accessibility", "account-multiple", "human-greeting", "glasses"};
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
		{GUEST_NEEDS, needs, 4},
	};
	const int place = guest_field_is_set(field) ? __builtin_ctz((unsigned)code) + 1 : code;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		if (lists[i].field == field && place <= lists[i].count) {
			return lists[i].icons[place - 1];
		}
	}
	return code >= GUEST_OWN_MIN ? "clipboard-text"
				     : "pencil"; /* the office's own, or "other" */
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

struct guest_tile guest_tile_of(struct rect rect)
{
	enum { NARROW = 360, HIGH = 140, PAD = 16, SIDE = 52, UNDER = 8 };
	if (rect.w < NARROW && rect.h >= HIGH) { /* the words have the width under the icon */
		const int top = rect.y + PAD + SIDE + UNDER;
		return (struct guest_tile){{rect.x + PAD, rect.y + PAD, SIDE, SIDE},
			{rect.x + PAD, top, rect.w - 2 * PAD, rect.y + rect.h - UNDER - top}};
	}
	const bool small = rect.h < 96 || rect.w < NARROW;
	const int side = small ? SIDE : 80, pad = small ? 14 : rect.h < 120 ? PAD : 32;
	const int x = rect.x + pad + side + (small ? 12 : 24);
	return (struct guest_tile){{rect.x + pad, rect.y + (rect.h - side) / 2, side, side},
		{x, rect.y + 6, rect.x + rect.w - pad - x, rect.h - 12}};
}

bool guest_tile_draw(
	struct ui *ui, const char *id, struct rect rect, const struct guest_tile_look *look)
{
	const struct guest_tile tile = guest_tile_of(rect);
	const struct rect icon = tile.icon;
	bool held = false;
	bool tapped = ui_choice(ui, id, rect,
		(struct ui_choice){
			.selected = look->selected, .unmarked = true, .out_held = &held});
	if (look->selected) {
		ui_icon_tile_checked(ui, icon.x, icon.y, icon.w);
	} else {
		ui_icon_tile(ui, icon.x, icon.y, icon.w, look->icon, held);
	}
	chrome_words(ui, tile.words, look->style, UI_LEFT, THEME_INK, look->label, look->label);
	chrome_ground_end(ui);
	return tapped;
}

/* Words at the foot of a tall tile, over its second line. */
static struct rect tall_words(const struct ui *ui, struct rect rect, bool second)
{
	enum { PAD = 32, ICON = 116 };
	const int bottom = rect.y + rect.h - PAD - (second ? ui_line(ui, UI_BODY) : 0);
	return (struct rect){rect.x + PAD, rect.y + ICON, rect.w - 2 * PAD, bottom - rect.y - ICON};
}

static void draw_tall(struct ui *ui, struct rect rect, const char *icon, struct ui_style style,
	const char *label, const char *second, bool white)
{
	ui_icon_tile(ui, rect.x + 32, rect.y + 32, 80, icon, white);
	struct rect words = tall_words(ui, rect, second != NULL);
	const int bottom = words.y + words.h;
	if (second != NULL) {
		chrome_words(ui, (struct rect){words.x, bottom, words.w, ui_line(ui, UI_BODY)},
			UI_BODY, UI_LEFT, THEME_INK2, second, second);
	}
	const int height = ui_paragraph_height(ui, words.w, style, label);
	words.h = height < words.h ? height : words.h;
	words.y = bottom - words.h;
	chrome_words(ui, words, style, UI_LEFT, THEME_INK, label, label);
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

/* What a page shows: the options from `first` up to `end`, and how their names are set. */
struct tiles {
	struct guest_choice choices[GUEST_CHOICES];
	int count, first, end;
	bool tall;
	struct layout_grid grid; /* of low ones */
	struct ui_style style;
};

static struct rect place_of(const struct tiles *tiles, int index)
{
	return tiles->tall ? tile_rect(index, tiles->count, tiles->choices[index].other)
			   : layout_cell(&tiles->grid, index - tiles->first);
}

static bool is_selected(const struct journey *journey, enum guest_field field, int option)
{
	const int code = *guest_code((struct guest *)&journey->visit.guest, field);
	return guest_field_is_set(field) ? (code & option) != 0 : code == option;
}

/* One size for all of a page, and for the tile that leads on to the next. */
static struct ui_style style_of(const struct ui *ui, const struct tiles *tiles)
{
	struct ui_style style = UI_LABEL;
	for (int i = tiles->first; i < tiles->end; i++) {
		const struct guest_choice *option = &tiles->choices[i];
		const char *label = say_choice(ui->language, option);
		const struct rect rect = place_of(tiles, i);
		const struct rect words = tiles->tall ? tall_words(ui, rect, option->other)
						      : guest_tile_of(rect).words;
		style = chrome_alike(ui, words, UI_LABEL, style, label, label);
	}
	if (!tiles->tall && tiles->grid.pages > 1) {
		const struct rect last = layout_cell(&tiles->grid, tiles->grid.per_page);
		const char *more = ui_say(ui, "kiosk.guest.more");
		style = chrome_alike(ui, guest_tile_of(last).words, UI_LABEL, style, more, more);
	}
	return style;
}

static bool draw_tile(struct ui *ui, const struct journey *journey, const struct step *step,
	const struct tiles *tiles, int index)
{
	const struct guest_choice *option = &tiles->choices[index];
	const enum guest_field field = step->fields[0];
	const struct rect rect = place_of(tiles, index);
	const struct guest_tile_look look = {guest_option_icon(field, option->code),
		say_choice(ui->language, option), tiles->style,
		is_selected(journey, field, option->code)};
	char id[UI_ID_SIZE], second[96];
	guest_option_id(field, option->code, id, sizeof(id));
	if (!tiles->tall) {
		return guest_tile_draw(ui, id, rect, &look);
	}
	bool held = false;
	bool tapped = ui_choice(
		ui, id, rect, (struct ui_choice){.selected = look.selected, .out_held = &held});
	draw_tall(ui, rect, look.icon, look.style, look.label,
		second_line(ui, journey, step, option, second, sizeof(second)),
		held || look.selected);
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

static struct action draw_more(struct ui *ui, const struct tiles *tiles)
{
	const struct rect rect = layout_cell(&tiles->grid, tiles->grid.per_page);
	const struct guest_tile_look look = {
		"chevron-right", ui_say(ui, "kiosk.guest.more"), tiles->style, false};
	bool tapped = guest_tile_draw(ui, "guest.more", rect, &look);
	return (struct action){.kind = tapped ? ACTION_PAGE : ACTION_NONE};
}

static struct tiles tiles_of(const struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step, const struct layout *layout)
{
	struct tiles tiles;
	tiles.count = guest_choices(lobby->office, step->fields[0], tiles.choices);
	tiles.tall = layout->shape == LAYOUT_WIDE && !layout->low && tiles.count <= LARGE_TILES;
	tiles.grid = low_grid(layout, ui_line(ui, UI_BODY) + 4, tiles.count, journey->visit.page);
	tiles.first = tiles.tall ? 0 : tiles.grid.page * tiles.grid.per_page;
	tiles.end = tiles.first + tiles.grid.per_page;
	if (tiles.tall || tiles.end > tiles.count) {
		tiles.end = tiles.count;
	}
	tiles.style = style_of(ui, &tiles);
	return tiles;
}

struct action guest_tiles_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step)
{
	enum guest_field field = step->fields[0];
	const struct layout layout = layout_of(ui, journey);
	const struct tiles tiles = tiles_of(ui, lobby, journey, step, &layout);
	struct action action = {.kind = ACTION_NONE};
	draw_hint(ui, &layout, lobby, journey, field);
	for (int i = tiles.first; i < tiles.end; i++) {
		if (draw_tile(ui, journey, step, &tiles, i)) {
			action = (struct action){.kind = ACTION_CHOOSE,
				.field = field,
				.value = tiles.choices[i].code};
		}
	}
	if (!tiles.tall && tiles.grid.pages > 1) {
		action = chrome_either(action, draw_more(ui, &tiles));
	}
	return action;
}
