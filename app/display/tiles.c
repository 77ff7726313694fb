#include "app/base/text.h"
#include "app/display/screen.h"

enum {
	COLUMN_HEIGHT = 576,
	TILE_RADIUS = 24,
	TILE_FULL = 176,  /* up to three counters */
	TILE_SHORT = 112, /* four; more of them stand in two columns */
	TILE_COLUMN = 4,
	DOT = 28,
};

static const struct ui_style number_full = {DRAW_DISPLAY_BOLD, 112, 136};
static const struct ui_style number_short = {DRAW_DISPLAY_BOLD, 64, 80};
static const struct ui_style state_full = {DRAW_DISPLAY_SEMIBOLD, 48, 60};

struct tile {
	struct rect rect;
	bool narrow; /* half a column */
};

static struct tile tile_at(int index, int count)
{
	bool two = count > TILE_COLUMN;
	int rows = two ? (count + 1) / 2 : count;
	int gap = rows > TILE_COLUMN ? 12 : DISPLAY_GAP;
	int most = (COLUMN_HEIGHT - (rows - 1) * gap) / rows;
	int full = count <= 3 ? TILE_FULL : TILE_SHORT;
	int height = full < most ? full : most;
	int width = two ? (DISPLAY_COLUMN_WIDTH - DISPLAY_GAP) / 2 : DISPLAY_COLUMN_WIDTH;
	return (struct tile){
		.rect = {DISPLAY_COLUMN + index / rows * (width + DISPLAY_GAP),
			DISPLAY_TOP + index % rows * (height + gap), width, height},
		.narrow = two,
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
	while (style.size > 40 &&
		(style.size > tile->rect.h - 12 || ui_text_width(ui, style, number) > room)) {
		style.size -= 4;
	}
	return style;
}

/* A counter with a visitor: what it does at the left, the number at the right. */
static void busy_tile(struct ui *ui, struct tile tile, const struct view_counter *counter)
{
	int pad = tile.narrow ? 20 : DISPLAY_PAD;
	struct rect inner = {tile.rect.x + pad, tile.rect.y, tile.rect.w - 2 * pad, tile.rect.h};
	int half = tile.rect.h >= TILE_FULL ? 52 : 46;
	const char *state =
		ui_say(ui, counter->state == VIEW_CALLED ? "display.calling" : "display.serving");
	struct rect first = {inner.x, inner.y + inner.h / 2 - half - 2, inner.w, half};
	struct rect second = {inner.x, first.y + half, inner.w, half};
	struct ui_style name_style = tile.narrow ? small_name(tile) : DISPLAY_STATE;
	char name[64];
	tile_name(ui, &tile, counter->number, name, sizeof name);
	int room =
		inner.w - DISPLAY_GAP - ui_text_width(ui, name_style, tile.narrow ? name : state);
	ui_text(ui, inner, number_style(ui, &tile, room, counter->ticket.number), UI_RIGHT,
		THEME_WHITE, counter->ticket.number);
	if (tile.narrow) {
		ui_text(ui, inner, name_style, UI_LEFT, THEME_ON_NIGHT, name);
		return;
	}
	ui_text(ui, first, DISPLAY_TEXT, UI_LEFT, THEME_ON_NIGHT, name);
	ui_text(ui, second, DISPLAY_STATE, UI_LEFT, THEME_WHITE, state);
}

static void quiet_tile(struct ui *ui, struct tile tile, const struct view_counter *counter)
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
	int pad = tile.narrow ? 20 : DISPLAY_PAD;
	struct rect inner = {tile.rect.x + pad, tile.rect.y, tile.rect.w - 2 * pad, tile.rect.h};
	const char *state = ui_say(ui, states[counter->state].key);
	struct ui_style style = tile.narrow ? DISPLAY_STRONG : state_full;
	int width = ui_text_width(ui, style, state);
	char name[64];
	tile_name(ui, &tile, counter->number, name, sizeof name);
	ui_text(ui, inner, tile.narrow ? small_name(tile) : DISPLAY_NAME, UI_LEFT, THEME_WHITE,
		name);
	ui_text(ui, inner, style, UI_RIGHT, states[counter->state].text, state);
	ui_fill(ui,
		(struct rect){inner.x + inner.w - width - 20 - DOT, inner.y + (inner.h - DOT) / 2,
			DOT, DOT},
		DOT / 2, states[counter->state].dot);
}

void tiles_frame(struct ui *ui, const struct display_model *model)
{
	const struct desk_view *view = model->view;
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		struct tile tile = tile_at(i, view->counter_count);
		bool calling = counter->state == VIEW_CALLED;
		ui_fill(ui, tile.rect, TILE_RADIUS, calling ? THEME_NIGHT_3 : THEME_NIGHT_2);
		if (calling) {
			ui_outline(ui, tile.rect, TILE_RADIUS, 6, THEME_SKY);
		}
		if (counter->ticket.id) {
			busy_tile(ui, tile, counter);
		} else {
			quiet_tile(ui, tile, counter);
		}
	}
}
