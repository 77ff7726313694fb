#include "app/display/layout.h"

#include <math.h>

enum {
	LINE = 80,
	PROMISE = 104,
	PROMISE_TALL = 168,
	ROW = 112,
	ROW_TALL = 96,
	TOP = 136, /* under the header */
	TOP_TALL = 216,
	TILE_TALL = 112,
	TILES_TALL = 520, /* the most */
	PANEL_LEAST = 440,
};

/* What is left out so that the rest can be larger: first the running text, then the last calls. */
struct size {
	double growth; /* 1 = a canvas of 1080 units across its short side */
	bool line, last;
};

/*
 * The smallest text has capitals of 14 mm, to be read from 5 m (look.md §5): 40 units, of which
 * Inter's capitals are 0.727. Where there is nothing to leave out (an upright screen, many
 * counters, a closed office) they stay as they are.
 */
static struct size size_for(const struct ui *ui, const struct layout_need *need)
{
	enum { FEW = 4 };
	const double capital_mm = 14, capital = 40 * 0.727, most = 1.25, little = 1.05, much = 1.15;
	double scale = fmin(ui->width / 1920.0, ui->height / 1080.0);
	double growth = ui->ppm > 0 ? capital_mm * ui->ppm / (capital * scale) : 1;
	if (need->closed || need->counters > FEW || growth <= little) {
		return (struct size){1, need->line, true};
	}
	return (struct size){growth < most ? growth : most, false, growth < much};
}

static struct rect below(struct rect above, int height)
{
	return (struct rect){above.x, above.y + above.h + LAYOUT_GAP, above.w, height};
}

/* The foot, from the lower edge up; the y above which everything else stands. */
static int set_foot(struct layout *layout, const struct ui *ui, bool line, int promise)
{
	int bottom = ui->canvas_h - LAYOUT_MARGIN;
	if (line) {
		layout->line = (struct rect){0, ui->canvas_h - LINE, ui->canvas_w, LINE};
		bottom = layout->line.y - LAYOUT_GAP;
	}
	layout->promise = (struct rect){
		layout->left, bottom - promise, layout->right - layout->left, promise};
	return layout->promise.y - LAYOUT_GAP;
}

static void set_wide(struct layout *layout, const struct ui *ui, struct size size)
{
	enum { COLUMN = 648, BETWEEN = 32 };
	int foot = set_foot(layout, ui, size.line, PROMISE);
	int column_w = COLUMN * ui->canvas_w / 1920, column = layout->right - column_w;
	int width = column - BETWEEN - layout->left;
	int row = foot - ROW;
	layout->header = (struct rect){layout->left, 0, layout->right - layout->left, 128};
	layout->full = (struct rect){layout->left, TOP, width, foot - TOP};
	layout->panel = layout->full;
	layout->panel.h = row - LAYOUT_GAP - TOP;
	layout->tiles = (struct rect){column, TOP, column_w, layout->panel.h};
	layout->next = (struct rect){layout->left, row, width, ROW};
	if (size.last) {
		layout->last = (struct rect){column, row, column_w, ROW};
	} else {
		layout->tiles.h = layout->full.h;
	}
	layout->card = layout->full;
	layout->side = (struct rect){column, TOP, column_w, layout->full.h};
}

static int tiles_tall(int counters)
{
	int rows = counters > 8 ? (counters + 2) / 3 : counters > 1 ? (counters + 1) / 2 : 1;
	int height = rows * TILE_TALL + (rows - 1) * LAYOUT_GAP;
	return height < TILES_TALL ? height : TILES_TALL;
}

static void set_tall(struct layout *layout, const struct ui *ui, const struct layout_need *need)
{
	int foot = set_foot(layout, ui, need->line, PROMISE_TALL);
	int width = layout->right - layout->left, tiles = tiles_tall(need->counters);
	int lines = need->services, services, panel;
	for (;;) {
		services = lines > 0 ? lines * LAYOUT_SERVICE + LAYOUT_GAP * 2 : 0;
		panel = foot - TOP_TALL - tiles - 2 * ROW_TALL - 3 * LAYOUT_GAP -
			(services > 0 ? services + LAYOUT_GAP : 0);
		if (panel >= PANEL_LEAST || lines == 0) {
			break;
		}
		lines--;
	}
	layout->header = (struct rect){layout->left, 0, width, TOP_TALL};
	layout->panel = (struct rect){layout->left, TOP_TALL, width, panel};
	layout->full = layout->panel;
	layout->tiles = below(layout->panel, tiles);
	layout->next = below(layout->tiles, ROW_TALL);
	layout->last = below(layout->next, ROW_TALL);
	if (services > 0) {
		layout->services = below(layout->last, services);
	}
	layout->card = (struct rect){layout->left, TOP_TALL, width, 760};
	layout->side = below(layout->card, foot - layout->card.y - layout->card.h - LAYOUT_GAP);
}

void layout_begin(struct ui *ui, const struct layout_need *need, struct layout *out_layout)
{
	bool tall = ui->height > ui->width;
	struct size size = {1, true, true};
	if (!tall) {
		size = size_for(ui, need);
	}
	int across = (int)lround(1080 / size.growth), along = (int)lround(1920 / size.growth);
	ui_canvas(ui, tall ? across : along, tall ? along : across);
	*out_layout = (struct layout){
		.tall = tall, .left = LAYOUT_MARGIN, .right = ui->canvas_w - LAYOUT_MARGIN};
	if (tall) {
		set_tall(out_layout, ui, need);
	} else {
		set_wide(out_layout, ui, size);
	}
}
