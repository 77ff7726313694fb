#include "app/base/text.h"
#include "app/display/screen.h"

enum { MINUTE_MS = 60 * 1000, MARK_HEIGHT = 64, MARK_BASE = 96 };

const struct ui_style DISPLAY_TEXT = {DRAW_REGULAR, 40, 52};
const struct ui_style DISPLAY_STRONG = {DRAW_SEMIBOLD, 40, 52};
const struct ui_style DISPLAY_STATE = {DRAW_DISPLAY_SEMIBOLD, 44, 56};
const struct ui_style DISPLAY_NAME = {DRAW_DISPLAY_BOLD, 56, 72};
static const struct ui_style clock_style = {DRAW_DISPLAY_BOLD, 80, 96};

/* An icon and words in the date's place, the longest of `words` (NULL at the end) that fits. */
static void instead_frame(struct ui *ui, struct rect box, enum theme_token color, const char *icon,
	const char *const *words)
{
	enum { ICON = 40, GAP = 12 };
	const char *chosen = ui_fitting(ui, box.w - ICON - GAP, DISPLAY_TEXT, words);
	int width = ui_text_width(ui, DISPLAY_TEXT, chosen) + (chosen[0] ? GAP : 0);
	ui_text(ui, box, DISPLAY_TEXT, UI_RIGHT, color, chosen);
	ui_icon(ui, (struct rect){box.x + box.w - width - ICON, box.y, ICON, box.h}, ICON, color,
		icon);
}

/* While the clock is wrong the date may be wrong too. For staff, and calm. */
static void doubt_frame(struct ui *ui, struct rect box)
{
	instead_frame(ui, box, THEME_ON_NIGHT, "clock",
		(const char *const[]){ui_say(ui, "display.clock"),
			language_short(ui->language, "display.clock"), "", NULL});
}

/* Since when nothing more was heard of the queue. */
static void stale_frame(struct ui *ui, const struct display_model *model, struct rect box)
{
	enum { HOURS_FROM = 120, HOUR = 60 };
	char clock[16], number[16], whole[128], brief[64];
	const char *const values[] = {clock, number};
	int64_t age = model->now_ms - model->told_ms;
	int minutes = (int)((age > 0 ? age : 0) / MINUTE_MS);
	bool hours = minutes >= HOURS_FROM;
	const char *key = hours ? "display.stale_hours" : "display.stale";
	say_clock(model->office, model->told_ms, clock, sizeof clock);
	text_format(number, sizeof number, "%d", hours ? minutes / HOUR : minutes);
	text_fill(whole, sizeof whole, ui_say(ui, key), values, 2);
	text_fill(brief, sizeof brief, language_short(ui->language, key), values, 2);
	instead_frame(ui, box, THEME_NIGHT_SOON, "lan-disconnect",
		(const char *const[]){whole, brief, "", NULL});
}

/* The date, or what stands in its place. */
static void date_frame(struct ui *ui, const struct display_model *model, struct rect box)
{
	char full[96], plain[96];
	say_date(ui, "date.full", model->office, model->now_ms, full, sizeof full);
	say_date(ui, "date.plain", model->office, model->now_ms, plain, sizeof plain);
	if (display_is_stale(model)) {
		stale_frame(ui, model, box);
	} else if (model->view->clock != DESK_CLOCK_RIGHT) {
		doubt_frame(ui, box);
	} else {
		ui_text(ui, box, DISPLAY_TEXT, UI_RIGHT, THEME_ON_NIGHT,
			ui_fitting(ui, box.w, DISPLAY_TEXT,
				(const char *const[]){full, plain, "", NULL}));
	}
}

/* Date and hour end at the right edge of `box`, the opening hours stand below the date; a long
 * office name leaves no room for the day's name. */
static void moment_frame(
	struct ui *ui, const struct display_model *model, struct rect box, const char *hours)
{
	enum { LINE = 48 };
	char clock[16];
	int end = box.x + box.w;
	say_clock(model->office, model->now_ms, clock, sizeof clock);
	int width = ui_text_width(ui, clock_style, clock);
	ui_text(ui, (struct rect){end - width, box.y - 16, width, 96}, clock_style, UI_LEFT,
		THEME_WHITE, clock);
	struct rect date = {box.x, box.y, box.w - width - LAYOUT_PAD, box.h};
	if (hours[0]) {
		date.y += date.h / 2 - LINE;
		date.h = LINE;
		ui_text(ui, (struct rect){date.x, date.y + LINE, date.w, LINE}, DISPLAY_TEXT,
			UI_RIGHT, THEME_WHITE, hours);
	}
	date_frame(ui, model, date);
	ui_wake_in(ui, MINUTE_MS - model->now_ms % MINUTE_MS);
}

/* The office's name in one line as wide as it is; a long one in two or three as wide as `room`,
 * smaller only as far as it must. Returns the width. */
static int name_frame(struct ui *ui, int x, int room, const char *name)
{
	enum { HEIGHT = 100, LEAST = 40, SMALLEST = 20 };
	struct ui_style style = DISPLAY_STATE;
	while (style.size > LEAST && ui_text_width(ui, style, name) > room) {
		style.size -= 2;
	}
	int width = ui_text_width(ui, style, name), middle = MARK_BASE - MARK_HEIGHT / 2;
	if (width <= room) {
		ui_text(ui, (struct rect){x, middle - HEIGHT / 2, width, HEIGHT}, style, UI_LEFT,
			THEME_WHITE, name);
		return width;
	}
	style.line = style.size * 9 / 8;
	int height = ui_paragraph_height(ui, room, style, name);
	while (height > HEIGHT && style.size > SMALLEST) {
		style.size -= 2;
		style.line = style.size * 9 / 8;
		height = ui_paragraph_height(ui, room, style, name);
	}
	ui_paragraph(ui, (struct rect){x, middle - height / 2, room, height}, style, UI_LEFT,
		THEME_WHITE, name);
	return room;
}

void header_frame(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	enum { BESIDE_MARK = 92, CLOCK = 236, DATE = 136, LINE = 64 };
	char hours[96];
	const char *word = model->view->training ? ui_say(ui, "display.training") : "";
	struct rect header = layout->header;
	int beside = word[0] ? ui_text_width(ui, DISPLAY_STRONG, word) + LAYOUT_PAD : 0;
	say_hours(ui, model, hours, sizeof hours);
	int below = hours[0] ? ui_text_width(ui, DISPLAY_TEXT, hours) + LAYOUT_PAD : 0;
	int moment = CLOCK + (below > DATE ? below : DATE);
	int room = header.w - BESIDE_MARK - (layout->tall ? 0 : moment);
	int x = header.x + BESIDE_MARK;
	ui_mark(ui, header.x, MARK_BASE, MARK_HEIGHT, false);
	x += name_frame(ui, x, room - beside, model->office->name) + LAYOUT_PAD;
	ui_text(ui, (struct rect){x, 32, beside, LINE}, DISPLAY_STRONG, UI_LEFT, THEME_NIGHT_SOON,
		word);
	moment_frame(ui, model,
		layout->tall
			? (struct rect){header.x, 128, header.w, LINE}
			: (struct rect){x + beside, 32, header.x + header.w - x - beside, LINE},
		hours);
}

/* Before the store is there: nothing to say but that it comes by itself, and why not yet. */
static void starting_frame(
	struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	static const struct ui_style title = {DRAW_DISPLAY_BOLD, 104, 116};
	char key[64];
	struct rect box = {
		layout->left + 64, ui->canvas_h / 2 - 92, layout->right - layout->left - 128, 160};
	ui_mark(ui, box.x, box.y - 56, 168, false);
	box.y += ui_paragraph(ui, box, title, UI_LEFT, THEME_WHITE, ui_say(ui, "display.starting"));
	box.y += 28;
	box.y += ui_paragraph(ui, box, (struct ui_style){DRAW_REGULAR, 48, 64}, UI_LEFT,
			 THEME_ON_NIGHT, ui_say(ui, "display.starting_wait")) +
		 LAYOUT_GAP;
	if (model->trouble != RESULT_OK) {
		text_format(key, sizeof key, "result.%s", result_key(model->trouble));
		ui_paragraph(ui, box, DISPLAY_TEXT, UI_LEFT, THEME_NIGHT_SOON, ui_say(ui, key));
	}
}

static void scene_frame(
	struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	switch (scene_kind(&model->scene, model->view)) {
	case SCENE_CLOSED: closed_frame(ui, model, layout); return;
	case SCENE_CALL: panel_call(ui, model, layout); break;
	case SCENE_WAITING:
	case SCENE_IDLE: panel_quiet(ui, model, layout); break;
	}
	tiles_frame(ui, model, layout->tiles);
	if (layout->last.w > 0) {
		rows_last(ui, model, layout);
	}
	if (layout->services.w > 0) {
		ui_fill(ui, layout->services, 24, THEME_NIGHT_2);
		services_frame(ui, model,
			(struct rect){layout->services.x + LAYOUT_PAD,
				layout->services.y + LAYOUT_GAP,
				layout->services.w - 2 * LAYOUT_PAD,
				layout->services.h - 2 * LAYOUT_GAP});
	}
}

static bool is_there(const struct display_model *model)
{
	return model->office && model->view;
}

static void arrange(struct ui *ui, const struct display_model *model, struct layout *out_layout)
{
	struct layout_need need = {.closed = true};
	if (is_there(model)) {
		need.counters = model->view->counter_count;
		need.services = model->office->service_count;
		need.closed = scene_kind(&model->scene, model->view) == SCENE_CLOSED;
		need.line = need.closed || model->office->running[display_language(ui)][0] != '\0';
	}
	layout_begin(ui, &need, out_layout);
}

bool display_is_stale(const struct display_model *model)
{
	return is_there(model) && model->told_ms != model->now_ms;
}

void display_picture_room(
	struct ui *ui, const struct display_model *model, int *out_width, int *out_height)
{
	struct layout layout;
	arrange(ui, model, &layout);
	*out_width = ui_px(ui, layout.panel.w);
	*out_height = ui_px(ui, layout.panel.h);
}

/* The whole screen a little darker: night, and nobody who must read it from afar. */
static void dim(struct ui *ui)
{
	ui_fill_color(ui, ui_screen(ui), 0, 0x0000009A);
}

void display_frame(struct ui *ui, const struct display_model *model)
{
	struct layout layout;
	arrange(ui, model, &layout);
	ui_shift(ui, ui_px(ui, model->drift_x), ui_px(ui, model->drift_y));
	ui_fill(ui, ui_screen(ui), 0, THEME_NIGHT);
	if (!is_there(model)) {
		starting_frame(ui, model, &layout);
		return;
	}
	header_frame(ui, model, &layout);
	scene_frame(ui, model, &layout);
	promise_frame(ui, model, &layout);
	running_frame(ui, model, layout.line);
	if (model->dimmed) {
		dim(ui);
	}
	ui_wake_at(ui, scene_deadline(&model->scene, model->view, ui->ticks_ms, ui->motion));
}
