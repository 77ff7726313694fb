#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* Icons of the options, by their codes (domain.md §1.2): 1 first. */
static const char *icon_of(enum guest_field field, int code)
{
	static const char *const occupations[] = {
		"school", "microscope", "bank", "domain", "briefcase", "store", "pencil"};
	static const char *const institutions[] = {"bank", "file-document", "shield", "domain",
		"account-multiple", "microscope", "chart-bar", "briefcase", "pencil"};
	static const char *const purposes[] = {"school", "bank", "store", "microscope", "pencil"};
	switch (field) {
	case GUEST_OCCUPATION: return code <= 7 ? occupations[code - 1] : "pencil";
	case GUEST_INSTITUTION_KIND: return code <= 9 ? institutions[code - 1] : "pencil";
	default: return code <= 5 ? purposes[code - 1] : "pencil";
	}
}

enum { COLUMNS = 4, TILE_W = 424, TILE_H = 288, GAP = 32, TOP = 288, LARGE_TILES = 8 };

/* Up to eight tiles stand in two rows of four, the last one as wide as what is left of the row. */
static struct rect tile_rect(int index, int count)
{
	struct rect rect = {CHROME_LEFT + index % COLUMNS * (TILE_W + GAP),
		TOP + index / COLUMNS * (TILE_H + GAP), TILE_W, TILE_H};
	if (index == count - 1 && index % COLUMNS != COLUMNS - 1) {
		rect.w = 2 * TILE_W + GAP;
	}
	return rect;
}

/* More than eight: three columns of low tiles, so that none hides on a second page. */
static struct rect low_rect(int index, int count)
{
	enum { LOW_COLUMNS = 3, LOW_W = 576, LOW_GAP = 24, SPACE = 640 };
	int rows = (count + LOW_COLUMNS - 1) / LOW_COLUMNS;
	int height = (SPACE - (rows - 1) * LOW_GAP) / rows;
	return (struct rect){CHROME_LEFT + index % LOW_COLUMNS * (LOW_W + GAP),
		TOP + index / LOW_COLUMNS * (height + LOW_GAP), LOW_W, height};
}

static void draw_low(struct ui *ui, struct rect rect, const char *icon, const char *label,
	bool white, bool selected)
{
	ui_icon_tile(ui, rect.x + 32, rect.y + (rect.h - 80) / 2, 80, icon, white);
	int width = rect.w - 136 - (selected ? 96 : 32);
	int height = ui_paragraph_height(ui, width, UI_LABEL, label);
	ui_paragraph(ui, (struct rect){rect.x + 136, rect.y + (rect.h - height) / 2, width, height},
		UI_LABEL, UI_LEFT, THEME_INK, label);
}

static void draw_tall(struct ui *ui, struct rect rect, const char *icon, const char *label,
	const char *second, bool white)
{
	ui_icon_tile(ui, rect.x + 32, rect.y + 32, 80, icon, white);
	int bottom = rect.y + rect.h - 32;
	if (second != NULL) {
		bottom -= 40;
		ui_text(ui, (struct rect){rect.x + 32, bottom, rect.w - 64, 40}, UI_BODY, UI_LEFT,
			THEME_INK2, second);
	}
	int height = ui_paragraph_height(ui, rect.w - 64, UI_LABEL, label);
	ui_paragraph(ui, (struct rect){rect.x + 32, bottom - height, rect.w - 64, height}, UI_LABEL,
		UI_LEFT, THEME_INK, label);
}

/* What stands under "other": the text typed already, or what can be typed. */
static const char *second_line(const struct ui *ui, const struct journey *journey,
	const struct step *step, const struct guest_option *option)
{
	if (!option->other || step->other == STEP_NO_FIELD) {
		return NULL;
	}
	size_t size;
	const char *typed = guest_text((struct guest *)&journey->visit.guest, step->other, &size);
	if (typed[0] != '\0') {
		return typed;
	}
	return ui_say(ui, step->other == GUEST_OCCUPATION_OTHER ? "kiosk.guest.occupation_other"
								: "kiosk.guest.purpose_other");
}

static bool draw_tile(struct ui *ui, const struct journey *journey, const struct step *step,
	const struct guest_option *option, struct rect rect)
{
	enum guest_field field = step->fields[0];
	bool low = rect.h < TILE_H;
	bool held = false;
	bool selected = *guest_code((struct guest *)&journey->visit.guest, field) == option->code;
	char id[UI_ID_SIZE];
	guest_option_id(field, option->code, id, sizeof(id));
	bool tapped = ui_choice(
		ui, id, rect, (struct ui_choice){.selected = selected, .out_held = &held});
	const char *icon = icon_of(field, option->code);
	const char *label = guest_option_text(ui, option);
	if (low) {
		draw_low(ui, rect, icon, label, held || selected, selected);
	} else {
		draw_tall(ui, rect, icon, label, second_line(ui, journey, step, option),
			held || selected);
	}
	return tapped;
}

static void draw_hint(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	enum guest_field field)
{
	const char *error = step_error_key(field, journey->visit.errors[field]);
	struct rect line = {CHROME_LEFT, 212, CHROME_WIDTH, 40};
	if (error != NULL) {
		guest_error(ui, line.x, line.y, ui_say(ui, error));
		return;
	}
	bool required =
		guest_is_required(field, journey_service(journey, lobby), &journey->visit.guest);
	ui_text(ui, line, UI_BODY, UI_LEFT, THEME_INK2,
		ui_say(ui, required ? "kiosk.guest.one" : "kiosk.guest.one_optional"));
}

struct action guest_tiles_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step)
{
	enum guest_field field = step->fields[0];
	const struct guest_option *options = guest_options(field);
	struct action action = {.kind = ACTION_NONE};
	int count = 0;
	while (options[count].code != 0) {
		count++;
	}
	draw_hint(ui, lobby, journey, field);
	for (int i = 0; i < count; i++) {
		struct rect rect = count > LARGE_TILES ? low_rect(i, count) : tile_rect(i, count);
		if (draw_tile(ui, journey, step, &options[i], rect)) {
			action = (struct action){
				.kind = ACTION_CHOOSE, .field = field, .value = options[i].code};
		}
	}
	return action;
}
