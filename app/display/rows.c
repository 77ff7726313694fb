#include "app/display/screen.h"

enum { ROW_Y = 736, ROW_HEIGHT = 112, ROW_RADIUS = 24, NEXT_MOST = 6, LAST_MOST = 2 };

void rows_next(struct ui *ui, const struct display_model *model)
{
	enum { HEART = 44, HEART_GAP = 16, BETWEEN = 64 };
	static const struct ui_style style = {DRAW_DISPLAY_BOLD, 64, 80};
	const struct desk_view *view = model->view;
	struct rect row = {DISPLAY_LEFT, ROW_Y, DISPLAY_PANEL_WIDTH, ROW_HEIGHT};
	int end = row.x + row.w - DISPLAY_PAD;
	int x = row.x + DISPLAY_PAD + 280;
	ui_fill(ui, row, ROW_RADIUS, THEME_NIGHT_2);
	ui_text(ui, (struct rect){row.x + DISPLAY_PAD, row.y, 260, row.h}, DISPLAY_TEXT, UI_LEFT,
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
		x += BETWEEN;
	}
}

void rows_last(struct ui *ui, const struct display_model *model)
{
	enum { BETWEEN = 40, LABEL = 220 };
	static const struct ui_style style = {DRAW_DISPLAY_SEMIBOLD, 52, 64};
	const struct view_call *calls[LAST_MOST];
	struct rect row = {DISPLAY_COLUMN, ROW_Y, DISPLAY_COLUMN_WIDTH, ROW_HEIGHT};
	int count = scene_last(&model->scene, model->view, LAST_MOST, calls);
	int x = row.x + row.w - DISPLAY_PAD;
	ui_fill(ui, row, ROW_RADIUS, THEME_NIGHT_2);
	ui_text(ui, (struct rect){row.x + DISPLAY_PAD, row.y, LABEL, row.h}, DISPLAY_TEXT, UI_LEFT,
		THEME_ON_NIGHT, ui_say(ui, "display.last"));
	if (!count) {
		ui_text(ui, (struct rect){x - 80, row.y, 80, row.h}, style, UI_RIGHT,
			THEME_ON_NIGHT, "–");
	}
	/* The newest stands at the right edge. */
	for (int i = 0; i < count; i++) {
		int width = ui_text_width(ui, style, calls[i]->number);
		if (x - width < row.x + DISPLAY_PAD + LABEL) {
			break;
		}
		ui_text(ui, (struct rect){x - width, row.y, width, row.h}, style, UI_LEFT,
			THEME_WHITE, calls[i]->number);
		x -= width + BETWEEN;
	}
}
