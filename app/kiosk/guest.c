#include "app/kiosk/guest_screen.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/book.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

#include <string.h>

void guest_option_id(enum guest_field field, int code, char *out_id, size_t size)
{
	text_format(out_id, size, "guest.%s.%d", guest_field_name(field), code);
}

void guest_error(struct ui *ui, struct rect rect, const char *error)
{
	enum { HIGH = 32 };
	struct ui_style style = UI_NOTE_SEMIBOLD;
	while (style.size > 12 && 40 + ui_text_width(ui, style, error) > rect.w) {
		style.size -= 2;
	}
	int width = 40 + ui_text_width(ui, style, error);
	struct rect ground = {rect.x - 12, rect.y, width + 24, rect.h};
	if (ground.h < HIGH) { /* the icon is higher than small letters */
		ground.y -= (HIGH - ground.h) / 2;
		ground.h = HIGH;
	}
	if (ui->theme->flat) {
		ui_fill(ui, ground, 20, THEME_WHITE);
	}
	chrome_ground(ui, ground, true);
	ui_icon(ui, (struct rect){rect.x, rect.y, 28, rect.h}, 28, THEME_LATE_INK, "alert-circle");
	ui_text(ui, (struct rect){rect.x + 40, rect.y, width - 40, rect.h}, style, UI_LEFT,
		THEME_LATE_INK, error);
	chrome_ground_end(ui);
}

void guest_question(
	struct ui *ui, struct rect rect, const char *label, const char *aside, const char *error)
{
	const struct ui_style bold = {DRAW_SEMIBOLD, 28, 40};
	int taken = ui_text_width(ui, bold, label) + 12;
	ui_text(ui, rect, bold, UI_LEFT, THEME_INK, label);
	if (error != NULL) {
		guest_error(ui,
			(struct rect){rect.x + taken + 12, rect.y, rect.w - taken - 24, rect.h},
			error);
	} else if (aside != NULL && taken + ui_text_width(ui, UI_BODY, aside) <= rect.w) {
		ui_text(ui, (struct rect){rect.x + taken, rect.y, rect.w - taken, rect.h}, UI_BODY,
			UI_LEFT, THEME_INK2, aside);
	}
}

enum { RING = 28, RING_GAP = 8, PILL_SIDE = 8 };

const struct ui_style guest_pill_whole = {DRAW_MEDIUM, 28, 36};

static struct rect pill_words(struct rect pill)
{
	enum { AIR = 4 };
	const int before = PILL_SIDE + RING + RING_GAP;
	return (struct rect){
		pill.x + before, pill.y + AIR, pill.w - before - PILL_SIDE, pill.h - 2 * AIR};
}

struct ui_style guest_pill_fit(
	const struct ui *ui, struct rect rect, struct ui_style style, const char *label)
{
	return chrome_alike(ui, pill_words(rect), guest_pill_whole, style, label, label);
}

/* The ring beside the words, and both in the middle: where they stand, a choice changes nothing. */
static void draw_pill_label(struct ui *ui, struct rect rect, const struct guest_pill_look *look)
{
	enum { NARROWER = 8, INSET = 2 };
	const char *label = look->label;
	const struct ui_style style =
		chrome_fitting(ui, pill_words(rect), look->style, label, label);
	int room = pill_words(rect).w, width = ui_text_width(ui, style, label) + 2; /* rounded */
	const int height = ui_paragraph_height(ui, room, style, label);
	room = width < room ? width : room;
	/* Lines of about the same length, so that the ring stands beside them. */
	while (room > width / 2 && !chrome_breaks(ui, room - NARROWER, style, label) &&
		ui_paragraph_height(ui, room - NARROWER, style, label) == height) {
		room -= NARROWER;
	}
	const int x = rect.x + (rect.w - RING - RING_GAP - room) / 2;
	const struct rect ring = {x, rect.y + (rect.h - RING) / 2, RING, RING};
	if (look->selected) {
		ui_icon(ui, ring, RING, THEME_ACTION, "check-circle");
	} else { /* as large as the check's circle in its em */
		ui_outline(ui,
			(struct rect){
				ring.x + INSET, ring.y + INSET, RING - 2 * INSET, RING - 2 * INSET},
			RING / 2 - INSET, 2, THEME_EDGE);
	}
	ui_paragraph(ui,
		(struct rect){x + RING + RING_GAP, rect.y + (rect.h - height) / 2, room, height},
		style, UI_LEFT, THEME_INK, label);
}

bool guest_pill(struct ui *ui, const char *id, struct rect rect, const struct guest_pill_look *look)
{
	bool held = false;
	bool tapped = ui_touch(ui, id, rect, &held, NULL);
	const bool selected = look->selected, white = selected && ui->theme->flat;
	if (!held && !selected) {
		ui_shadow(ui, rect, 16, DRAW_SHADOW_CARD);
	}
	ui_fill(ui, rect, 16, white ? THEME_WHITE : held || selected ? THEME_TINT : THEME_CARD);
	if (ui->theme->flat || selected) {
		ui_outline(ui, rect, 16, 4, ui->theme->flat ? THEME_INK : THEME_ACTION);
	}
	chrome_ground(ui, rect, white);
	draw_pill_label(ui, rect, look);
	chrome_ground_end(ui);
	ui_focus_ring(ui, id, rect, 16, THEME_INK);
	return tapped;
}

/* Bars over the title and words at its right, where the layout has room for them. */
static void draw_progress(struct ui *ui, const struct layout *layout, const struct lobby *lobby,
	const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	const bool wide = layout->shape == LAYOUT_WIDE;
	char at[16], of[16], text[SAY_SIZE];
	int count = step_count(journey_service(journey, lobby), &visit->guest);
	int y = wide ? 112 : layout->shape == LAYOUT_TALL ? 184 : 8;
	text_format(at, sizeof(at), "%d", visit->step + 1);
	text_format(of, sizeof(of), "%d", count);
	const int width = wide ? layout->inner : layout->title.w; /* help may stand at its right */
	ui_steps(ui, (struct rect){layout->left, y, width, 8}, count, visit->step + 1);
	if (wide) {
		language_with(ui->language, "kiosk.guest.step", text, sizeof(text), at, of);
		ui_text(ui,
			(struct rect){layout->left + layout->inner - 500,
				layout->title.y + (layout->title.h - 40) / 2, 500, 40},
			style, UI_RIGHT, THEME_INK2, text);
	}
}

/* The last step asks for the number; an empty step that may stay empty is skipped. */
static const char *forward_key(
	const struct lobby *lobby, const struct journey *journey, const struct step *step)
{
	const struct visit *visit = &journey->visit;
	const struct office_service *service = journey_service(journey, lobby);
	bool last = visit->step + 1 >= step_count(service, &visit->guest);
	if (!visit->typing_other && last && !book_has_more(journey, lobby)) {
		bool numbered = !visit->ways.signing && !service->reception;
		return numbered ? "kiosk.welcome.take" : "kiosk.guest.finish";
	}
	bool skips = !visit->typing_other && step_is_empty(step, &visit->guest) &&
		     step_is_optional(step, &visit->guest, service);
	return skips ? "kiosk.skip" : "kiosk.continue";
}

/* Pages of a step are turned by its buttons, before they lead to another step. */
static struct action turn(
	struct action action, const struct visit *visit, const struct guest_pages *pages)
{
	int page = visit->page % pages->count;
	if (action.kind == ACTION_CONTINUE && page + 1 < pages->count) {
		return (struct action){.kind = ACTION_TURN, .field = pages->last};
	}
	if (action.kind == ACTION_BACK && page > 0) {
		return (struct action){.kind = ACTION_PAGE, .value = -1};
	}
	return action;
}

/* A small screen has room for one field: the buttons lead through a step's fields. */
static struct action next_field(
	struct action action, const struct visit *visit, const struct step *step)
{
	if (step->field_count < 2 || visit->typing_other) {
		return action;
	}
	bool first = visit->focus == step->fields[0];
	if (action.kind == ACTION_CONTINUE && first) {
		return (struct action){.kind = ACTION_FOCUS, .field = step->fields[1]};
	}
	if (action.kind == ACTION_BACK && !first) {
		return (struct action){.kind = ACTION_FOCUS, .field = step->fields[0]};
	}
	return action;
}

enum { ABOUT_SIZE = GUEST_NOTE_SIZE + 48 };

/* `key` about the item of data called `words`, of which `size` - 1 bytes have room in it: whole
 * words, but of a first one that is longer than half of that its beginning. */
static void write_about(const struct ui *ui, const char *key, const char *words, size_t size,
	char out_text[ABOUT_SIZE])
{
	char shown[GUEST_NOTE_SIZE + sizeof("…")];
	if (!text_copy(shown, size, words)) {
		char *gap = strrchr(shown, ' ');
		if (gap != NULL && gap > shown + size / 2 && words[strlen(shown)] != ' ') {
			*gap = '\0';
		}
		text_trim(shown);
		text_format(shown + strlen(shown), sizeof("…"), "…");
	}
	language_with(ui->language, key, out_text, ABOUT_SIZE, shown);
	memory_wipe(shown, sizeof(shown));
}

void guest_about(struct ui *ui, struct rect rect, struct ui_style style, enum theme_token color,
	const char *key, const char *words)
{
	char text[ABOUT_SIZE];
	size_t fits = 1, most = strlen(words) + 1;
	write_about(ui, key, words, most, text);
	if (ui_text_width(ui, style, text) > rect.w) {
		while (fits + 1 < most) {
			const size_t middle = (fits + most) / 2;
			write_about(ui, key, words, middle, text);
			*(ui_text_width(ui, style, text) > rect.w ? &most : &fits) = middle;
		}
		write_about(ui, key, words, fits, text);
	}
	ui_stretch_begin(ui, UI_TYPED);
	ui_text(ui, rect, style, UI_LEFT, color, text);
	ui_stretch_end(ui);
	memory_wipe(text, sizeof(text));
}

/* The title keeps clear of the words of progress. What is asked of an item of data has its name. */
static void draw_title(struct ui *ui, struct layout layout, const char *key,
	const struct step *step, const struct guest *guest)
{
	if (layout.shape == LAYOUT_WIDE) {
		layout.title.w = ui->large ? 1260 : 1400;
	}
	if (guest_field_item(step->fields[0]) < 0 ||
		guest_field_lead(step->fields[0]) == GUEST_DATA_NEEDED) {
		chrome_heading(ui, &layout, key);
	} else {
		guest_about(
			ui, layout.title, UI_TITLE, THEME_INK, key, guest->data_needed[step->item]);
	}
}

/* On a small screen the people have the second of the needs' pages; of a group, whose size is
 * known, only how it is made up is asked. */
static const char *title_of(
	const struct journey *journey, const struct step *step, enum layout_shape shape)
{
	const struct visit *visit = &journey->visit;
	const bool second = shape == LAYOUT_SMALL && visit->page % 2 == 1;
	const bool counts = step->kind == STEP_NEEDS && step_has(step, GUEST_PARTY_MALE) &&
			    (second || !step_has(step, GUEST_NEEDS));
	if (visit->typing_other) {
		return step->other_title;
	}
	if (step->field_count == 3 && step->kind == STEP_NEEDS && shape != LAYOUT_SMALL) {
		return "kiosk.guest.visit"; /* its two questions stand below it as equals */
	}
	if (counts) {
		return visit->ways.party > 0 ? "kiosk.guest.party_mix" : "kiosk.guest.party";
	}
	return step->title;
}

struct action guest_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct step now = book_step(journey, lobby), *step = &now;
	bool typing = step->kind == STEP_TYPE || visit->typing_other;
	const struct layout layout = typing ? layout_typing(ui, journey) : layout_of(ui, journey);
	struct action action = {.kind = ACTION_NONE};
	struct guest_pages pages = {.count = 1};
	chrome_header(ui, lobby, journey, 0);
	if (!typing || layout.heading) {
		draw_progress(ui, &layout, lobby, journey);
		draw_title(ui, layout, title_of(journey, step, layout.shape), step, &visit->guest);
	}
	if (typing) {
		action = guest_type_frame(ui, lobby, journey, step);
	} else if (step->kind == STEP_ROWS) {
		action = guest_rows_frame(ui, lobby, journey, step, &pages);
	} else if (step->kind == STEP_TILES) {
		action = guest_tiles_frame(ui, lobby, journey, step);
	} else {
		action = guest_needs_frame(ui, lobby, journey, step, &pages);
	}
	bool last = visit->page % pages.count + 1 == pages.count;
	struct action foot = chrome_foot(ui, journey,
		(struct chrome_foot){.back = true,
			.contrast = !typing || layout.shape == LAYOUT_SMALL ||
				    guest_aside(lobby, journey) == ACTION_NONE,
			.forward = last ? forward_key(lobby, journey, step) : "kiosk.continue",
			.forward_icon = "arrow-right",
			.panel = typing});
	if (typing && layout.shape == LAYOUT_SMALL) {
		return next_field(chrome_either(action, foot), visit, step);
	}
	return chrome_either(action, turn(foot, visit, &pages));
}
