#include "app/ui/widget.h"

#include <math.h>

/* What moves (look.md §3), all of it for 150 ms, ease-out cubic; with motion off nothing does. */
enum { MOTION_MS = 150, FRAME_MS = 16, SLIDE = 24, CONTRAST_BORDER = 4 };

/* How much of the way is left, 1 to 0; asks for the next frame until there is none. */
static double way_left(struct ui *ui, int64_t since_ms)
{
	double left = 1 - (double)(ui->ticks_ms - since_ms) / MOTION_MS;

	if (!ui->motion || left <= 0 || left > 1) {
		return 0;
	}
	ui_wake_in(ui, FRAME_MS);
	return left * left * left;
}

int ui_slide(struct ui *ui, int64_t since_ms)
{
	return (int)lround(SLIDE * way_left(ui, since_ms));
}

void ui_fade_in(struct ui *ui, struct rect rect, int64_t since_ms)
{
	const draw_color veil = (draw_color)lround(0xff * way_left(ui, since_ms));

	if (veil > 0) {
		ui_fill_color(ui, rect, 0, (ui_color(ui, THEME_PAGE) & 0xffffff00) | veil);
	}
}

void ui_rise(struct ui *ui)
{
	ui->rise = ui_px(ui, ui_slide(ui, ui->modal_ms));
	ui->origin_y += ui->rise;
}

void ui_dialog(struct ui *ui, struct rect rect)
{
	ui_fill(ui, ui_screen(ui), 0, THEME_SCRIM);
	ui_rise(ui);
	ui_shadow(ui, rect, 32, DRAW_SHADOW_FLOAT);
	ui_fill(ui, rect, 32, THEME_CARD);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 32, CONTRAST_BORDER, THEME_WHITE);
	}
}
