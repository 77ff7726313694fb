#include "app/base/text.h"
#include "app/display/screen.h"

enum { ROW_RADIUS = 24, NEXT_MOST = 6, LAST_MOST = 6 };

/* How many people wait, at the right end; returns where it begins. */
static int total_frame(struct ui *ui, const struct desk_view *view, struct rect row)
{
	enum { ICON = 52, BETWEEN = 12 };
	char number[16];
	int end = row.x + row.w - LAYOUT_PAD;
	if (view->waiting_total == 0) {
		return end;
	}
	text_format(number, sizeof number, "%d", view->waiting_total);
	int width = ui_text_width(ui, DISPLAY_STATE, number), x = end - width - BETWEEN - ICON;
	ui_icon(ui, (struct rect){x, row.y, ICON, row.h}, ICON, THEME_ON_NIGHT, "account-multiple");
	ui_text(ui, (struct rect){end - width, row.y, width, row.h}, DISPLAY_STATE, UI_LEFT,
		THEME_WHITE, number);
	return x - LAYOUT_PAD;
}

static void next_frame(struct ui *ui, const struct display_model *model, struct rect row)
{
	enum { HEART = 44, HEART_GAP = 16, BROAD = 1100 };
	static const struct ui_style style = {DRAW_DISPLAY_BOLD, 64, 80};
	const struct desk_view *view = model->view;
	int label = ui_text_width(ui, DISPLAY_TEXT, ui_say(ui, "display.next"));
	int x = row.x + LAYOUT_PAD + label + (row.w < BROAD ? LAYOUT_GAP : LAYOUT_PAD);
	int between = row.w < BROAD ? LAYOUT_PAD : 64;
	ui_fill(ui, row, ROW_RADIUS, THEME_NIGHT_2);
	int end = total_frame(ui, view, row);
	ui_text(ui, (struct rect){row.x + LAYOUT_PAD, row.y, label, row.h}, DISPLAY_TEXT, UI_LEFT,
		THEME_ON_NIGHT, ui_say(ui, "display.next"));
	if (!view->waiting_shown) {
		ui_text(ui, (struct rect){x, row.y, 80, row.h}, style, UI_LEFT, THEME_ON_NIGHT,
			"–");
	}
	for (int i = 0; i < view->waiting_shown && i < NEXT_MOST; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		bool heart = waiting->priority != TICKET_ORDINARY;
		int width = ui_text_width(ui, style, waiting->number);
		if (x + width + (heart ? HEART_GAP + HEART : 0) > end) {
			break;
		}
		ui_text(ui, (struct rect){x, row.y, width, row.h}, style, UI_LEFT, THEME_WHITE,
			waiting->number);
		x += width;
		if (heart) {
			ui_icon(ui, (struct rect){x + HEART_GAP, row.y, HEART, row.h}, HEART,
				THEME_SKY, "heart");
			x += HEART_GAP + HEART;
		}
		x += between;
	}
}

void rows_next(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	enum { EVERY = 3 };
	bool alone = layout->last.w == 0;
	if (!alone || !services_row(ui, model, layout, layout->next, EVERY)) {
		next_frame(ui, model, layout->next);
	}
}

static void last_frame(struct ui *ui, const struct display_model *model, struct rect row)
{
	enum { BETWEEN = 40, LABEL = 220 };
	static const struct ui_style style = {DRAW_DISPLAY_SEMIBOLD, 52, 64};
	const struct view_call *calls[LAST_MOST];
	int count = scene_last(&model->scene, model->view, LAST_MOST, calls);
	int x = row.x + row.w - LAYOUT_PAD;
	ui_fill(ui, row, ROW_RADIUS, THEME_NIGHT_2);
	ui_text(ui, (struct rect){row.x + LAYOUT_PAD, row.y, LABEL, row.h}, DISPLAY_TEXT, UI_LEFT,
		THEME_ON_NIGHT, ui_say(ui, "display.last"));
	if (!count) {
		ui_text(ui, (struct rect){x - 80, row.y, 80, row.h}, style, UI_RIGHT,
			THEME_ON_NIGHT, "–");
	}
	/* The newest stands at the right edge. */
	for (int i = 0; i < count; i++) {
		int width = ui_text_width(ui, style, calls[i]->number);
		if (x - width < row.x + LAYOUT_PAD + LABEL) {
			break;
		}
		ui_text(ui, (struct rect){x - width, row.y, width, row.h}, style, UI_LEFT,
			THEME_WHITE, calls[i]->number);
		x -= width + BETWEEN;
	}
}

void rows_last(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	enum { EVERY = 2 };
	if (!services_row(ui, model, layout, layout->last, EVERY)) {
		last_frame(ui, model, layout->last);
	}
}
