#include "app/console/screen.h"

#include "app/base/text.h"

/* Today's figures, as the store has them. */
enum { TITLE_Y = 88, TOP = 152, ROW = 48, LABEL_W = 420, VALUE_W = 200 };

static void draw_row(
	struct ui *ui, struct rect row, const char *label, const char *value, bool first)
{
	if (!first) {
		ui_fill(ui, (struct rect){row.x, row.y, row.w, 1}, 0, THEME_LINE);
	}
	ui_text(ui, (struct rect){row.x + 24, row.y, LABEL_W, row.h}, PARTS_TEXT, UI_LEFT,
		THEME_INK2, ui_say(ui, label));
	ui_text(ui, (struct rect){row.x + 24 + LABEL_W, row.y, VALUE_W, row.h},
		PARTS_VALUE_SEMIBOLD, UI_RIGHT, THEME_INK, value);
}

static const char *say_spread(const struct ui *ui, int64_t ms, char *out_text, size_t size)
{
	return ms == TICKET_NEVER ? "–"
				  : parts_say_number(ui, out_text, size, "console.minutes",
					    (ms + 30000) / 60000);
}

static const char *say_share(
	const struct ui *ui, const struct figures_share *share, char *out_text, size_t size)
{
	char right[16], counted[16];
	text_format(right, sizeof(right), "%d", share->right);
	text_format(counted, sizeof(counted), "%d", share->counted);
	return share->counted == 0
		       ? ui_say(ui, "console.share_none")
		       : parts_say(ui, out_text, size, "console.share_of", right, counted);
}

static void draw_figures(struct ui *ui, const struct figures *all, struct rect card)
{
	struct {
		const char *label;
		char value[48];
	} rows[7] = {{"console.report.visits", ""}, {"console.report.served", ""},
		{"console.report.absent", ""}, {"console.report.cancelled", ""},
		{"console.report.kept", ""}, {"console.report.wait", ""},
		{"console.report.service", ""}};
	const int counts[] = {all->issued, all->done, all->absent, all->cancelled};
	char text[48];
	for (int i = 0; i < 4; i++) {
		text_format(rows[i].value, sizeof(rows[i].value), "%d", counts[i]);
	}
	text_copy(rows[4].value, sizeof(rows[4].value),
		say_share(ui, &all->target, text, sizeof(text)));
	text_copy(rows[5].value, sizeof(rows[5].value),
		say_spread(ui, all->wait.median_ms, text, sizeof(text)));
	text_copy(rows[6].value, sizeof(rows[6].value),
		say_spread(ui, all->service.median_ms, text, sizeof(text)));
	card.h = 7 * ROW + 16;
	ui_card(ui, card);
	for (int i = 0; i < 7; i++) {
		draw_row(ui, (struct rect){card.x, card.y + 8 + i * ROW, card.w, ROW},
			rows[i].label, rows[i].value, i == 0);
	}
}

struct shift_action report_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	struct rect title = {PARTS_MARGIN, TITLE_Y, layout->width - 2 * PARTS_MARGIN, 44};
	ui_text(ui, title, PARTS_TITLE, UI_LEFT, THEME_INK, ui_say(ui, "console.report.today"));
	struct rect card = {PARTS_MARGIN, TOP, LABEL_W + VALUE_W + 48, ROW};
	if (shift->record == NULL) {
		ui_text(ui, card, PARTS_HEADING, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.report.counting"));
	} else {
		draw_figures(ui, &shift->record->day.all, card);
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}
