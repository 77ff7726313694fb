#include "app/base/text.h"
#include "app/display/screen.h"

enum {
	TILE_RADIUS = 24,
	TILE_FULL = 176,  /* up to three counters */
	TILE_SHORT = 112, /* four; more of them stand in two columns */
	TILE_COLUMN = 4,
	TILE_NARROW = 400, /* narrower ones have no room for words beside the number */
	DOT = 28,
	BESIDE_DOT = 20,
	SMALLEST = 40,
};

static const struct ui_style number_full = {DRAW_DISPLAY_BOLD, 112, 136};
static const struct ui_style number_short = {DRAW_DISPLAY_BOLD, 64, 80};
static const struct ui_style state_full = {DRAW_DISPLAY_SEMIBOLD, 48, 60};

struct tile {
	struct rect rect;
	bool narrow;
};

static bool is_broad(struct rect area)
{
	return area.w > 800;
}

/* Side by side where one column would make them too low; upright screens are wide enough for two.
 */
static int columns_for(struct rect area, int count)
{
	bool broad = is_broad(area);
	if (count <= (broad ? 1 : TILE_COLUMN)) {
		return 1;
	}
	return broad && count > 8 ? 3 : 2;
}

static struct tile tile_at(struct rect area, int index, int count)
{
	int columns = columns_for(area, count);
	int rows = (count + columns - 1) / columns;
	int gap = rows > TILE_COLUMN ? 12 : LAYOUT_GAP;
	int most = (area.h - (rows - 1) * gap) / rows;
	int full = count <= 3 ? TILE_FULL : TILE_SHORT;
	int height = full < most ? full : most;
	int width = (area.w - (columns - 1) * LAYOUT_GAP) / columns;
	/* Down a column that stands beside the panel, along a row under it. */
	bool along = is_broad(area);
	int column = along ? index % columns : index / rows;
	int row = along ? index / columns : index % rows;
	return (struct tile){
		.rect = {area.x + column * (width + LAYOUT_GAP), area.y + row * (height + gap),
			width, height},
		.narrow = width < TILE_NARROW,
	};
}

/* "Loket 2", or in half a column its number alone. */
static void tile_name(
	const struct ui *ui, const struct tile *tile, int counter, char *out_text, size_t size)
{
	char number[16];
	text_format(number, sizeof number, "%d", counter);
	if (tile->narrow) {
		text_copy(out_text, size, number);
	} else {
		language_with(ui->language, "display.counter", out_text, size, number);
	}
}

/* The name's style where a column is shared by two. */
static struct ui_style small_name(struct tile tile)
{
	struct ui_style style = DISPLAY_NAME;
	style.size = tile.rect.h < 80 ? 44 : 56;
	return style;
}

/* The number as large as the tile and the word beside it allow. */
static struct ui_style number_style(
	const struct ui *ui, const struct tile *tile, int room, const char *number)
{
	struct ui_style style = tile->rect.h >= TILE_FULL ? number_full : number_short;
	while (style.size > SMALLEST &&
		(style.size > tile->rect.h - 12 || ui_text_width(ui, style, number) > room)) {
		style.size -= 4;
	}
	return style;
}

/* Whether what the office calls a counter has a line of its own, `width` wide. */
static bool has_room(const struct ui *ui, const struct tile *tile, const char *called, int width)
{
	return called[0] != '\0' && !tile->narrow && tile->rect.h >= TILE_FULL &&
	       ui_text_width(ui, DISPLAY_TEXT, called) <= width;
}

/* A counter with a visitor: what it does at the left, the number at the right. */
static void busy_tile(
	struct ui *ui, struct tile tile, const struct view_counter *counter, const char *called)
{
	int pad = tile.narrow ? 20 : LAYOUT_PAD;
	struct rect inner = {tile.rect.x + pad, tile.rect.y, tile.rect.w - 2 * pad, tile.rect.h};
	int half = tile.rect.h >= TILE_FULL ? 52 : 46;
	const char *state =
		ui_say(ui, counter->state == VIEW_CALLED ? "display.calling" : "display.serving");
	struct rect first = {inner.x, inner.y + inner.h / 2 - half - 2, inner.w, half};
	struct rect second = {inner.x, first.y + half, inner.w, half};
	struct ui_style name_style = tile.narrow ? small_name(tile) : DISPLAY_STATE;
	char name[64];
	tile_name(ui, &tile, counter->number, name, sizeof name);
	int words = ui_text_width(ui, tile.narrow ? name_style : DISPLAY_TEXT, name);
	if (!tile.narrow && ui_text_width(ui, DISPLAY_STATE, state) > words) {
		words = ui_text_width(ui, DISPLAY_STATE, state);
	}
	int room = inner.w - LAYOUT_GAP - words;
	struct ui_style number = number_style(ui, &tile, room, counter->ticket.number);
	ui_text(ui, inner, number, UI_RIGHT, THEME_WHITE, counter->ticket.number);
	if (tile.narrow) {
		ui_text(ui, inner, name_style, UI_LEFT, THEME_ON_NIGHT, name);
		return;
	}
	int free = inner.w - LAYOUT_GAP - ui_text_width(ui, number, counter->ticket.number);
	if (has_room(ui, &tile, called, free)) {
		struct rect middle = {inner.x, inner.y + (inner.h - half) / 2, free, half};
		ui_text(ui, middle, DISPLAY_TEXT, UI_LEFT, THEME_ON_NIGHT, called);
		first.y = middle.y - half;
		second.y = middle.y + half;
	}
	ui_text(ui, first, DISPLAY_TEXT, UI_LEFT, THEME_ON_NIGHT, name);
	ui_text(ui, second, DISPLAY_STATE, UI_LEFT, THEME_WHITE, state);
}

static void quiet_tile(
	struct ui *ui, struct tile tile, const struct view_counter *counter, const char *called)
{
	static const struct {
		const char *key;
		enum theme_token dot, text;
	} states[] = {
		[VIEW_CLOSED] = {"display.closed_counter", THEME_EDGE, THEME_ON_NIGHT},
		[VIEW_FREE] = {"display.ready", THEME_NIGHT_OK, THEME_WHITE},
		[VIEW_CALLED] = {"display.calling", THEME_SKY, THEME_WHITE},
		[VIEW_SERVING] = {"display.serving", THEME_SKY, THEME_WHITE},
		[VIEW_BREAK] = {"display.break", THEME_NIGHT_SOON, THEME_WHITE},
	};
	int pad = tile.narrow ? 20 : LAYOUT_PAD;
	struct rect inner = {tile.rect.x + pad, tile.rect.y, tile.rect.w - 2 * pad, tile.rect.h};
	const char *state = ui_say(ui, states[counter->state].key);
	struct ui_style style = tile.narrow ? DISPLAY_STRONG : state_full;
	struct ui_style name_style = tile.narrow ? small_name(tile) : DISPLAY_NAME;
	char name[64];
	tile_name(ui, &tile, counter->number, name, sizeof name);
	while (name_style.size > SMALLEST && ui_text_width(ui, name_style, name) +
							     ui_text_width(ui, style, state) +
							     2 * BESIDE_DOT + DOT >
						     inner.w) {
		name_style.size -= 4;
		style.size = style.size > name_style.size ? name_style.size : style.size;
	}
	int width = ui_text_width(ui, style, state);
	int free = inner.w - width - 2 * BESIDE_DOT - DOT;
	struct rect line = inner;
	if (has_room(ui, &tile, called, free)) {
		line.h = name_style.line;
		line.y += (inner.h - line.h - DISPLAY_TEXT.line) / 2;
		ui_text(ui, (struct rect){inner.x, line.y + line.h, free, DISPLAY_TEXT.line},
			DISPLAY_TEXT, UI_LEFT, THEME_ON_NIGHT, called);
	}
	ui_text(ui, line, name_style, UI_LEFT, THEME_WHITE, name);
	ui_text(ui, inner, style, UI_RIGHT, states[counter->state].text, state);
	ui_fill(ui,
		(struct rect){inner.x + inner.w - width - BESIDE_DOT - DOT,
			inner.y + (inner.h - DOT) / 2, DOT, DOT},
		DOT / 2, states[counter->state].dot);
}

void tiles_frame(struct ui *ui, const struct display_model *model, struct rect area)
{
	const struct desk_view *view = model->view;
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		struct tile tile = tile_at(area, i, view->counter_count);
		bool calling = counter->state == VIEW_CALLED;
		ui_fill(ui, tile.rect, TILE_RADIUS, calling ? THEME_NIGHT_3 : THEME_NIGHT_2);
		if (calling) {
			ui_outline(ui, tile.rect, TILE_RADIUS, 6, THEME_SKY);
		}
		const char *called =
			office_counter_name(model->office, counter->number, display_language(ui));
		if (counter->ticket.id) {
			busy_tile(ui, tile, counter, called);
		} else {
			quiet_tile(ui, tile, counter, called);
		}
	}
}
