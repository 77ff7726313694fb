#include "app/ui/ui.h"

#include <string.h>

enum { FADE_MS = 150, FRAME_MS = 16 };

static void set_id(char *out_id, const char *id)
{
	size_t length = strlen(id);

	if (length >= UI_ID_SIZE) {
		length = UI_ID_SIZE - 1;
	}
	memcpy(out_id, id, length);
	out_id[length] = '\0';
}

static bool is_dead(const struct ui *ui)
{
	return (ui->modal || ui->modal_seen) && !ui->in_modal;
}

static void add_spot(struct ui *ui, const char *id, struct rect pixels)
{
	if (ui->spot_count == UI_SPOTS) {
		return;
	}
	set_id(ui->spots[ui->spot_count].id, id);
	ui->spots[ui->spot_count].part = UI_PART_BUTTON;
	ui->spots[ui->spot_count].words = pixels;
	ui->spots[ui->spot_count].at = ui->list.count;
	ui->spots[ui->spot_count++].rect = pixels;
}

void ui_describe(struct ui *ui, const char *id, enum ui_part part, struct rect words)
{
	struct ui_spot *last = ui->spot_count > 0 ? &ui->spots[ui->spot_count - 1] : NULL;

	if (last && strncmp(last->id, id, UI_ID_SIZE - 1) == 0) {
		last->part = part;
		last->words = ui_rect(ui, words);
	}
}

/* One more than there is room for is not marked. */
void ui_stretch_begin(struct ui *ui, enum ui_stretch_kind kind)
{
	if (ui->stretch_count < UI_STRETCHES) {
		ui->stretches[ui->stretch_count] =
			(struct ui_stretch){kind, ui->list.count, ui->list.count};
	}
}

void ui_stretch_end(struct ui *ui)
{
	if (ui->stretch_count < UI_STRETCHES) {
		ui->stretches[ui->stretch_count++].to = ui->list.count;
	}
}

bool ui_focused(const struct ui *ui, const char *id)
{
	return ui->focus_shown && strncmp(ui->focus, id, UI_ID_SIZE - 1) == 0;
}

static bool is_pressed(const struct ui *ui, const char *id)
{
	return ui->pressed[0] && strncmp(ui->pressed, id, UI_ID_SIZE - 1) == 0;
}

/* Press and release by the pointer; true when that made a tap. */
static bool take_pointer(struct ui *ui, const char *id, struct rect pixels)
{
	bool inside = rect_holds(pixels, ui->event.x, ui->event.y);

	if (ui->event.kind == UI_DOWN && inside) {
		set_id(ui->pressed, id);
		ui->pressed_inside = true;
		ui->event_used = true;
		return false;
	}
	if (!is_pressed(ui, id)) {
		return false;
	}
	if (ui->event.kind == UI_MOVE) {
		ui->pressed_inside = inside;
	}
	if (ui->event.kind != UI_UP) {
		return false;
	}
	ui->pressed[0] = '\0';
	ui->event_used = true;
	return inside;
}

static bool take_event(struct ui *ui, const char *id, struct rect pixels)
{
	switch (ui->event.kind) {
	case UI_DOWN:
	case UI_MOVE:
	case UI_UP: return take_pointer(ui, id, pixels);
	case UI_KEY:
		return ui_focused(ui, id) && (strcmp(ui->event.text, "return") == 0 ||
						     strcmp(ui->event.text, "space") == 0);
	case UI_TAP_ID: return strncmp(ui->event.text, id, sizeof(ui->event.text) - 1) == 0;
	case UI_WHERE_ID:
		if (strncmp(ui->event.text, id, sizeof(ui->event.text) - 1) == 0) {
			ui->where = pixels;
		}
		return false;
	case UI_NONE:
	case UI_CANCEL:
	case UI_TEXT: break;
	}
	return false;
}

/* 1 while held, then falling to 0 in FADE_MS. */
static double fade_of(struct ui *ui, const char *id, bool held)
{
	int64_t age = ui->ticks_ms - ui->released_ms;

	if (held) {
		return 1;
	}
	if (!ui->motion || strncmp(ui->released, id, UI_ID_SIZE - 1) != 0 || age < 0 ||
		age >= FADE_MS) {
		return 0;
	}
	ui_wake_in(ui, FRAME_MS);
	return 1 - (double)age / FADE_MS;
}

bool ui_touch(struct ui *ui, const char *id, struct rect rect, bool *out_held, double *out_fade)
{
	struct rect pixels = ui_rect(ui, rect);
	bool dead = is_dead(ui), tapped = false;

	if (!dead) {
		add_spot(ui, id, pixels);
		tapped = !ui->event_used && take_event(ui, id, pixels);
	}
	if (tapped) {
		ui->event_used = true;
		ui->tapped_any = true;
		set_id(ui->released, id);
		ui->released_ms = ui->ticks_ms;
	}
	bool held = !dead && is_pressed(ui, id) && ui->pressed_inside;
	double fade = fade_of(ui, id, held);
	if (out_held) {
		*out_held = held;
	}
	if (out_fade) {
		*out_fade = fade;
	}
	return tapped;
}

/* Whether Space and Return are the focused part's in this frame. */
static bool focus_wants(const struct ui *ui, const char *name)
{
	return ui->focus_shown && ui->focus[0] &&
	       (strcmp(name, "space") == 0 || strcmp(name, "return") == 0);
}

bool ui_key(struct ui *ui, const char *name)
{
	if (ui->event.kind != UI_KEY || ui->event_used || is_dead(ui) || focus_wants(ui, name) ||
		strcmp(ui->event.text, name) != 0) {
		return false;
	}
	ui->event_used = true;
	return true;
}
