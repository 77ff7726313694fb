#include "app/ui/ui.h"

#include <math.h>
#include <string.h>

void ui_init(struct ui *ui)
{
	*ui = (struct ui){
		.theme = &theme_light,
		.motion = true,
		.scale = 1,
		.text_share = 1,
		.wake_ms = INT64_MAX,
	};
	draw_clear(&ui->list);
}

void ui_finish(struct ui *ui)
{
	draw_finish(&ui->list);
	*ui = (struct ui){0};
}

void ui_begin(struct ui *ui, const struct ui_event *event)
{
	draw_clear(&ui->list);
	ui->event = event ? *event : (struct ui_event){.kind = UI_NONE};
	ui->event_used = false;
	ui->tapped_any = false;
	ui->in_modal = false;
	ui->modal_seen = false;
	ui->panel = ui->inverse = ui->where = (struct rect){0};
	ui->spot_count = 0;
	ui->modal_from = ui->stretch_count = 0;
	ui->counts = false;
	ui->first[0] = '\0';
	ui->wake_ms = INT64_MAX;
	if (ui->event.kind == UI_DOWN) {
		ui->focus_shown = false;
	}
	if (ui->event.kind == UI_DOWN || ui->event.kind == UI_CANCEL) {
		ui->pressed[0] = '\0';
	}
	ui_canvas(ui, 1920, 1080);
}

static struct ui_spot *find_spot(struct ui *ui, const char *id)
{
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (strcmp(ui->spots[i].id, id) == 0) {
			return &ui->spots[i];
		}
	}
	return NULL;
}

enum { BESIDE = 1 << 20 };

/* How far `to` is from `from` for a step in direction dx, dy: what is beside the way altogether
 * comes after all that is on it, and how far beside counts double. Of what is on the way a row of
 * keys that is half a key aside comes before the next but one. -1 = not that way. */
static int64_t step_cost(struct rect from, struct rect to, int dx, int dy)
{
	int64_t x = (to.x * 2 + to.w) - (from.x * 2 + from.w);
	int64_t y = (to.y * 2 + to.h) - (from.y * 2 + from.h);
	int64_t ahead = dx ? x * dx : y * dy;
	int64_t aside = dx ? (y < 0 ? -y : y) : (x < 0 ? -x : x);

	if (ahead <= 0) {
		return -1;
	}
	bool beside = dx ? to.y >= from.y + from.h || from.y >= to.y + to.h
			 : to.x >= from.x + from.w || from.x >= to.x + to.w;
	return ahead + (beside ? 2 * aside + BESIDE : aside);
}

static struct ui_spot *nearest_spot(struct ui *ui, const struct ui_spot *from, int dx, int dy)
{
	struct ui_spot *best = NULL;
	int64_t least = INT64_MAX;

	for (size_t i = 0; i < ui->spot_count; i++) {
		int64_t cost = step_cost(from->rect, ui->spots[i].rect, dx, dy);
		if (cost >= 0 && cost < least) {
			least = cost;
			best = &ui->spots[i];
		}
	}
	return best;
}

/* Where the focus goes by this key: Tab in the order drawn, the arrows to the nearest that way. */
static struct ui_spot *next_spot(struct ui *ui, struct ui_spot *from, const char *key)
{
	size_t at = (size_t)(from - ui->spots);

	if (strcmp(key, "tab") == 0) {
		return &ui->spots[(at + 1) % ui->spot_count];
	}
	if (strcmp(key, "backtab") == 0) {
		return &ui->spots[(at + ui->spot_count - 1) % ui->spot_count];
	}
	if (strcmp(key, "left") == 0) {
		return nearest_spot(ui, from, -1, 0);
	}
	if (strcmp(key, "right") == 0) {
		return nearest_spot(ui, from, 1, 0);
	}
	if (strcmp(key, "up") == 0) {
		return nearest_spot(ui, from, 0, -1);
	}
	return nearest_spot(ui, from, 0, 1);
}

static bool is_focus_key(const char *key)
{
	static const char *const keys[] = {"tab", "backtab", "left", "right", "up", "down"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(keys[i], key) == 0) {
			return true;
		}
	}
	return false;
}

static struct ui_spot *first_spot(struct ui *ui)
{
	struct ui_spot *spot = find_spot(ui, ui->first);

	return spot ? spot : &ui->spots[0];
}

static void move_focus(struct ui *ui)
{
	struct ui_spot *spot = find_spot(ui, ui->focus);

	if (ui->spot_count == 0) {
		return;
	}
	if (!spot) {
		spot = first_spot(ui);
	} else if (ui->focus_shown) {
		spot = next_spot(ui, spot, ui->event.text);
	}
	if (spot) {
		memcpy(ui->focus, spot->id, sizeof(ui->focus));
	}
	ui->focus_shown = true;
	ui->event_used = true;
}

/* A key that may show the focus: a keypad has little else, and Return that presses nothing is a
 * question where it is. */
static bool shows_focus(const struct ui *ui)
{
	return is_focus_key(ui->event.text) ||
	       (ui->keypad && !ui->focus_shown && strcmp(ui->event.text, "return") == 0);
}

/* Another screen has come under the focus. */
static void keep_focus(struct ui *ui)
{
	if (!ui->keypad || !ui->focus_shown || ui->spot_count == 0 || find_spot(ui, ui->focus)) {
		return;
	}
	memcpy(ui->focus, first_spot(ui)->id, sizeof(ui->focus));
	ui_wake_in(ui, 0); /* the ring is drawn in the next frame */
}

void ui_focus_first(struct ui *ui, const char *id)
{
	strncpy(ui->first, id, sizeof(ui->first) - 1);
}

void ui_end(struct ui *ui)
{
	if (ui->event.kind == UI_UP) {
		ui->pressed[0] = '\0';
	}
	if (ui->modal_seen != ui->modal) {
		ui->pressed[0] = '\0';
		ui_wake_in(ui, 0); /* what was dead is live in the next frame */
	}
	ui->modal = ui->modal_seen;
	if (ui->event.kind == UI_KEY && !ui->event_used && shows_focus(ui)) {
		move_focus(ui);
	}
	keep_focus(ui);
}

void ui_canvas(struct ui *ui, int width, int height)
{
	ui->canvas_w = width;
	ui->canvas_h = height;
	ui->scale = fmin((double)ui->width / width, (double)ui->height / height);
	ui->origin_x = (int)lround((ui->width - width * ui->scale) / 2);
	ui->origin_y = (int)lround((ui->height - height * ui->scale) / 2);
}

void ui_shift(struct ui *ui, int x, int y)
{
	ui->origin_x += x;
	ui->origin_y += y;
}

struct rect ui_screen(const struct ui *ui)
{
	int left = (int)ceil(ui->origin_x / ui->scale), top = (int)ceil(ui->origin_y / ui->scale);
	int right = (int)ceil((ui->width - ui->origin_x) / ui->scale);
	int bottom = (int)ceil((ui->height - ui->origin_y) / ui->scale);

	return (struct rect){-left, -top, right + left, bottom + top};
}

int ui_px(const struct ui *ui, double units)
{
	return (int)lround(units * ui->scale);
}

struct rect ui_rect(const struct ui *ui, struct rect units)
{
	int x = ui->origin_x + ui_px(ui, units.x), y = ui->origin_y + ui_px(ui, units.y);
	int right = ui->origin_x + ui_px(ui, units.x + units.w);
	int bottom = ui->origin_y + ui_px(ui, units.y + units.h);

	return (struct rect){x, y, right - x, bottom - y};
}

draw_color ui_color(const struct ui *ui, enum theme_token token)
{
	return ui->theme->colors[token];
}

draw_color ui_ink(const struct ui *ui, struct rect rect, enum theme_token token)
{
	if (rect_holds(ui->inverse, rect.x + rect.w / 2, rect.y + rect.h / 2)) {
		return ui_color(ui, THEME_ON_ACTION);
	}
	return ui_color(ui, token);
}

void ui_wake_at(struct ui *ui, int64_t ticks_ms)
{
	if (ticks_ms < ui->wake_ms) {
		ui->wake_ms = ticks_ms;
	}
}

void ui_wake_in(struct ui *ui, int64_t delay_ms)
{
	ui_wake_at(ui, ui->ticks_ms + delay_ms);
}

void ui_modal_begin(struct ui *ui)
{
	if (!ui->modal && !ui->modal_seen) {
		ui->modal_ms = ui->ticks_ms;
	}
	ui->modal_seen = true;
	ui->in_modal = true;
	ui->spot_count = 0; /* what was drawn before is dead */
	ui->modal_from = ui->list.count;
	ui->first[0] = '\0';
	ui->inverse = (struct rect){0};
}

void ui_modal_end(struct ui *ui)
{
	ui->in_modal = false;
	ui->origin_y -= ui->rise;
	ui->rise = 0;
}

const char *ui_say(const struct ui *ui, const char *key)
{
	return language_text(ui->language, key);
}
