#include "app/kiosk/layout.h"

#include "app/ui/keyboard.h"

#include <math.h>

static const double UNIT_PPM = 4.03;     /* of the 21.5" screen that the numbers are for */
static const double TABLET_MM = 160;     /* lower screens are read from nearer … */
static const double TABLET_SHARE = 0.75; /* … 450 mm instead of 600 */

enum { SMALL_FIELD = 66, BELOW_FIELD = 20 }; /* and its note, which stands on the keys */

/* Whether the least part, a key 84 units high, is high enough for a finger. */
static bool is_touchable(const struct ui *ui, int width, int height)
{
	enum { KEY = 84, FINGER_MM = 20 };
	double scale = fmin((double)ui->width / width, (double)ui->height / height);
	return ui->ppm <= 0 || KEY * scale >= floor(FINGER_MM * ui->ppm);
}

static enum layout_shape shape_of(const struct ui *ui)
{
	if (ui->height > ui->width) {
		return is_touchable(ui, 1080, 1920) ? LAYOUT_TALL : LAYOUT_SMALL;
	}
	return is_touchable(ui, 1920, 1080) ? LAYOUT_WIDE : LAYOUT_SMALL;
}

static void size_of(const struct ui *ui, int *out_width, int *out_height)
{
	double unit = ui->ppm / UNIT_PPM;
	enum layout_shape shape = shape_of(ui);
	*out_width = shape == LAYOUT_WIDE   ? 1920
		     : shape == LAYOUT_TALL ? 1080
					    : (int)(ui->width / unit);
	*out_height = shape == LAYOUT_WIDE   ? 1080
		      : shape == LAYOUT_TALL ? 1920
					     : (int)(ui->height / unit);
}

void layout_begin(struct ui *ui, const struct journey *journey)
{
	int width, height;
	int least = ui->width < ui->height ? ui->width : ui->height;
	size_of(ui, &width, &height);
	ui_canvas(ui, width, height);
	ui->large = journey->large;
	ui->low = journey->low && shape_of(ui) == LAYOUT_WIDE;
	ui->text_share =
		shape_of(ui) == LAYOUT_SMALL && least < TABLET_MM * ui->ppm ? TABLET_SHARE : 1;
}

static void place_wide(struct layout *layout)
{
	enum { FOOT = 952, HIGH = 96 };
	layout->title = (struct rect){64, 140, 1500, 64};
	layout->body = (struct rect){64, 240, 1792, FOOT - 24 - 240};
	layout->back = (struct rect){64, FOOT, layout->large ? 320 : 280, HIGH};
	layout->language =
		(struct rect){layout->large ? 664 : 720, FOOT, layout->large ? 208 : 182, HIGH};
	layout->access =
		(struct rect){layout->large ? 888 : 918, FOOT, layout->large ? 400 : 281, HIGH};
	layout->forward = (struct rect){1484, FOOT, 372, HIGH};
	layout->help = layout->large ? (struct rect){1304, FOOT, 164, HIGH}
				     : (struct rect){1215, FOOT, 245, HIGH};
}

/* Three tools share the lower row, if large letters leave them room. */
static void place_help(struct layout *layout, int gap)
{
	enum { LANGUAGE = 176 }; /* the least for two fingers */
	const bool tall = layout->shape == LAYOUT_TALL;
	const int third = (layout->inner - 2 * gap) / 3;
	if (layout->large && !tall) { /* the panel of choices has the language */
		const int access = (layout->inner - gap) * 57 / 100;
		layout->language.w = 0;
		layout->access.x = layout->left;
		layout->access.w = access;
		layout->help = layout->access;
		layout->help.x += access + gap;
		layout->help.w = layout->inner - gap - access;
		return;
	}
	layout->language.w = tall || third > LANGUAGE ? third : LANGUAGE;
	const int rest = layout->inner - layout->language.w - 2 * gap;
	layout->access.w = tall ? third : rest * 54 / 100;
	layout->access.x = layout->left + layout->language.w + gap;
	layout->help = layout->access;
	layout->help.x += layout->access.w + gap;
	layout->help.w = rest - layout->access.w;
}

/* Two rows of buttons at the foot. */
static void place_tall(struct layout *layout)
{
	const int half = (layout->inner - layout->gap) / 2,
		  high = layout->height > 1200 ? 96 : LAYOUT_TOUCH;
	const int right = layout->left + half + layout->gap;
	const int tools = layout->height - layout->gap - high - (high == 96 ? 8 : 0);
	const int steps = tools - layout->gap - high;
	const int top = layout->header ? 216 : 20, title = layout->header ? 80 : 56;
	layout->title = (struct rect){layout->left, top, layout->inner, title};
	layout->body = (struct rect){layout->left, top + title + layout->gap, layout->inner,
		steps - 2 * layout->gap - top - title};
	layout->back = (struct rect){layout->left, steps, half, high};
	layout->forward = (struct rect){right, steps, half, high};
	layout->language = (struct rect){layout->left, tools, half, high};
	layout->access = (struct rect){right, tools, half, high};
	place_help(layout, high == 96 ? layout->gap : 16);
}

static void place_small(struct layout *layout)
{
	enum { TOP = 20, TITLE = 48, LANGUAGE = 176, ACCESS_MOST = 300, HELP_MOST = 220 };
	enum { LARGE_TOOLS = 340 }; /* what two of them need in large letters */
	const int back = layout->large ? 190 : 160, forward = layout->large ? 230 : 210;
	const int foot = layout->height - layout->gap - LAYOUT_TOUCH - 1, high = LAYOUT_TOUCH + 1;
	const int gap = layout->gap, left = layout->left;
	layout->title = (struct rect){left, TOP, layout->inner, TITLE};
	layout->body = (struct rect){
		left, TOP + TITLE + gap, layout->inner, foot - gap - TOP - TITLE - gap};
	layout->back = (struct rect){left, foot, back, high};
	layout->language = (struct rect){left + back + gap, foot, LANGUAGE, high};
	layout->forward = (struct rect){left + layout->inner - forward, foot, forward, high};
	int x = layout->language.x + LANGUAGE + gap;
	if (layout->large && layout->forward.x - 2 * gap - x < LARGE_TOOLS) {
		x = layout->language.x;
		layout->language.w = 0; /* the panel of choices has it */
	}
	const int room = layout->forward.x - 2 * gap - x, access = room * 57 / 100;
	layout->access = (struct rect){x, foot, access < ACCESS_MOST ? access : ACCESS_MOST, high};
	x += layout->access.w + gap;
	layout->help = (struct rect){x, foot, layout->forward.x - gap - x, high};
	layout->help.w = layout->help.w < HELP_MOST ? layout->help.w : HELP_MOST;
}

/* Body and title go down, what is above stays empty. */
static void lower(struct layout *layout)
{
	int bottom = layout->body.y + layout->body.h, half = (layout->height + 1) / 2;
	layout->body = (struct rect){layout->left, half, layout->inner, bottom - half};
	layout->title.y = half - layout->title.h - 24;
}

static struct layout place(const struct ui *ui, const struct journey *journey, bool low)
{
	struct layout layout = {.shape = shape_of(ui), .large = journey->large};
	size_of(ui, &layout.width, &layout.height);
	bool small = layout.shape == LAYOUT_SMALL;
	layout.upright = layout.height > layout.width;
	layout.low = low && !small; /* a small screen is within reach as a whole */
	layout.header = !small;
	layout.heading = !small || layout.upright;
	layout.left = small ? 16 : layout.shape == LAYOUT_TALL ? 56 : 64;
	layout.gap = small ? 16 : 32;
	layout.inner = layout.width - 2 * layout.left;
	if (layout.shape == LAYOUT_WIDE) {
		place_wide(&layout);
	} else if (layout.upright) {
		place_tall(&layout);
	} else {
		place_small(&layout);
	}
	if (layout.low) {
		lower(&layout);
	}
	return layout;
}

struct layout layout_of(const struct ui *ui, const struct journey *journey)
{
	return place(ui, journey, journey->low);
}

struct layout layout_still(const struct ui *ui, const struct journey *journey)
{
	return place(ui, journey, false);
}

/* Where the label of a small screen's one field begins. */
static int small_label_top(const struct ui *ui)
{
	return keyboard_top(ui) - ui_line(ui, UI_NOTE) - BELOW_FIELD - SMALL_FIELD -
	       ui_line(ui, UI_BODY) - 4;
}

/* The foot is the keyboard's last row: help stands over the keys, beside the title where the screen
 * is upright, else beside the field. */
static void place_typing_help(const struct ui *ui, struct layout *layout)
{
	enum { TOP = 8, TITLE = 20, HELP = 112, LARGE_HELP = 150, FIELD_AIR = 12 };
	const int width = layout->large ? LARGE_HELP : HELP, right = layout->left + layout->inner;
	layout->help = (struct rect){right - width, TOP, width, LAYOUT_TOUCH};
	if (layout->upright) {
		const int end = TOP + LAYOUT_TOUCH, label = small_label_top(ui);
		layout->title = (struct rect){layout->left, TITLE,
			layout->inner - width - layout->gap, (end < label ? end : label) - TITLE};
		return;
	}
	layout->help.y = keyboard_top(ui) - ui_line(ui, UI_NOTE) - BELOW_FIELD - LAYOUT_TOUCH +
			 FIELD_AIR / 2;
}

struct layout layout_typing(const struct ui *ui, const struct journey *journey)
{
	enum { FOOT = 987 };
	struct layout layout = layout_still(ui, journey);
	if (layout.shape == LAYOUT_SMALL) {
		place_typing_help(ui, &layout);
	}
	if (ui->low) {
		layout.back.y = layout.language.y = layout.access.y = layout.forward.y = FOOT;
		layout.help.y = FOOT;
		layout.back.h = layout.language.h = layout.access.h = layout.forward.h =
			layout.help.h = LAYOUT_TOUCH;
	}
	return layout;
}

struct rect layout_field(const struct ui *ui, const struct layout *layout)
{
	enum { HIGH = 96 };
	const bool small = layout->shape == LAYOUT_SMALL;
	const int high = small ? SMALL_FIELD : HIGH;
	/* The note stands on the keys, if nothing else is said. */
	int y = keyboard_top(ui) - ui_line(ui, UI_NOTE) - BELOW_FIELD - high;
	if (layout->shape == LAYOUT_WIDE && !ui->low) {
		y = layout->large ? 272 : 260;
	} else if (layout->shape == LAYOUT_TALL) {
		y = layout->title.y + layout->title.h + 24 + ui_line(ui, UI_BODY);
	}
	const int width = small && !layout->upright ? layout->help.x - layout->gap - layout->left
						    : layout->inner;
	return (struct rect){layout->left, y, width, high};
}

struct layout_ending layout_ending(const struct layout *layout, int first_w, int last_w)
{
	enum { GAP = 24, SMALL_FIRST = 260, SMALL_LAST = 280 };
	const bool wide = layout->shape == LAYOUT_WIDE, tall = layout->upright;
	const struct rect foot = layout->forward;
	const int gap = wide ? GAP : layout->gap, half = (layout->inner - gap) / 2;
	if (!wide) {
		first_w = tall ? half : SMALL_FIRST;
		last_w = tall ? half : SMALL_LAST;
	}
	const int right = layout->left + layout->inner;
	struct layout_ending ending;
	ending.last = (struct rect){right - last_w, foot.y, last_w, foot.h};
	ending.first = (struct rect){ending.last.x - gap - first_w, foot.y, first_w, foot.h};
	ending.closing =
		(struct rect){layout->left, foot.y, ending.first.x - gap - layout->left, foot.h};
	if (tall) {
		ending.closing.y = layout->access.y;
		ending.closing.w = layout->inner;
	}
	return ending;
}

struct layout_grid layout_grid(
	struct rect body, int count, int columns, struct layout_need need, int page)
{
	struct layout_grid grid = {.need = need};
	int fit = (body.w + need.gap) / (need.width + need.gap);
	int rows = (body.h + need.row_gap) / (need.height + need.row_gap);
	grid.columns = fit < 1 ? 1 : fit < columns ? fit : columns;
	int wanted = (count + grid.columns - 1) / grid.columns;
	grid.rows = rows < 1 ? 1 : wanted < rows ? wanted : rows;
	int cells = grid.rows * grid.columns;
	grid.per_page = count <= cells ? cells : cells > 1 ? cells - 1 : 1;
	grid.pages = (count + grid.per_page - 1) / grid.per_page;
	grid.page = page % grid.pages;
	int height = (body.h + need.row_gap) / grid.rows - need.row_gap;
	height = height < need.most ? height : need.most;
	body.h = (height + need.row_gap) * grid.rows - need.row_gap;
	grid.body = body;
	return grid;
}

struct rect layout_cell(const struct layout_grid *grid, int index)
{
	const struct rect body = grid->body;
	const int gap = grid->need.gap, row_gap = grid->need.row_gap;
	int column = index % grid->columns, row = index / grid->columns;
	int left = (body.w + gap) * column / grid->columns;
	int right = (body.w + gap) * (column + 1) / grid->columns - gap;
	int top = (body.h + row_gap) * row / grid->rows;
	int bottom = (body.h + row_gap) * (row + 1) / grid->rows - row_gap;
	return (struct rect){body.x + left, body.y + top, right - left, bottom - top};
}
