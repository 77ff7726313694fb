#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* Why no number was given, when it is no fault but a rule that visitors can know. */
static bool is_rule(enum result refusal)
{
	return refusal == RESULT_OFFICE_CLOSED || refusal == RESULT_DAY_CLOSED ||
	       refusal == RESULT_QUOTA_FULL || refusal == RESULT_ISSUE_OVER ||
	       refusal == RESULT_SERVICE_WITHHELD || refusal == RESULT_TRY_LATER;
}

/* Another service may have a number. */
bool journey_may_choose_again(const struct visit *visit)
{
	return visit->refusal == RESULT_QUOTA_FULL || visit->refusal == RESULT_ISSUE_OVER ||
	       visit->refusal == RESULT_SERVICE_WITHHELD;
}

/* The desk may still answer, and may be asked again. */
static bool is_silent(const struct visit *visit)
{
	return visit->refusal == RESULT_DESK_SILENT;
}

static const char *say_result(struct ui *ui, enum result result)
{
	char key[48];
	text_format(key, sizeof(key), "result.%s", result_key(result));
	return ui_say(ui, key);
}

/* What happened and what became of the answers; a fault also has a word for staff. */
static void draw_words(struct ui *ui, const struct visit *visit, struct rect room)
{
	char text[400];
	const char *first = say_result(ui, visit->refusal);
	const char *key = is_silent(visit)                  ? "kiosk.refused.silent"
			  : journey_may_choose_again(visit) ? "kiosk.refused.kept"
			  : is_rule(visit->refusal)         ? "kiosk.refused.wiped"
							    : "kiosk.refused.desk";
	language_with(ui->language, key, text, sizeof(text), first);
	int height = ui_paragraph_height(ui, room.w, UI_LEAD, text), most = room.h * 2 / 3;
	height = height < most ? height : most;
	chrome_words(ui, (struct rect){room.x, room.y, room.w, height}, UI_LEAD, UI_LEFT,
		THEME_INK2, text, text);
	if (!is_rule(visit->refusal) && !is_silent(visit)) {
		language_with(ui->language, "kiosk.welcome.for_staff", text, sizeof(text), first);
		room.y += height + (room.h > 200 ? 32 : 12);
		height = ui_paragraph_height(ui, room.w, UI_NOTE, text);
		most = room.h / 3 - 12;
		chrome_words(ui,
			(struct rect){room.x, room.y, room.w, height < most ? height : most},
			UI_NOTE, UI_LEFT, THEME_INK2, text, text);
	}
}

/* Whoever may choose again is led there; to end is then the smaller button. */
static struct action draw_buttons(
	struct ui *ui, const struct visit *visit, struct rect home, struct rect another)
{
	const char *label = ui_say(ui, "kiosk.refused.home");
	const int size = ui->large ? 28 : 0;
	if (is_silent(visit)) {
		struct action action = {.kind = ACTION_NONE};
		if (ui_button(ui, "refused.home", home, label,
			    (struct ui_button){.kind = UI_SECONDARY, .text_size = size})) {
			action.kind = ACTION_DONE;
		}
		if (ui_button(ui, "refused.again", another, ui_say(ui, "kiosk.refused.again"),
			    (struct ui_button){.kind = UI_PRIMARY, .text_size = size})) {
			action.kind = ACTION_AGAIN;
		}
		return action;
	}
	if (!journey_may_choose_again(visit)) {
		bool done = ui_button(ui, "refused.home", another, label,
			(struct ui_button){.kind = UI_PRIMARY, .text_size = size});
		return (struct action){.kind = done ? ACTION_DONE : ACTION_NONE};
	}
	bool done = ui_button(ui, "refused.home", home, label,
		(struct ui_button){.kind = UI_SECONDARY, .text_size = size});
	bool again = ui_button(ui, "refused.another", another, ui_say(ui, "kiosk.refused.another"),
		(struct ui_button){.kind = UI_PRIMARY, .text_size = size});
	return (struct action){.kind = again ? ACTION_BACK : done ? ACTION_DONE : ACTION_NONE};
}

struct action refused_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct layout layout = layout_of(ui, journey);
	const bool wide = layout.shape == LAYOUT_WIDE, small = layout.shape == LAYOUT_SMALL;
	const struct layout_ending ending = layout_ending(&layout, 388, 452);
	const int pad = small ? 24 : 56, side = small ? 56 : 96;
	struct rect card = {layout.left,
		wide    ? 240
		: small ? 16
			: 216,
		layout.inner, wide ? 600 : 0};
	if (!wide) {
		card.h = layout.forward.y - layout.gap - card.y;
	}
	bool again = journey_may_choose_again(visit);
	const char *title = ui_say(ui, again              ? "kiosk.refused.title_service"
				       : is_silent(visit) ? "kiosk.refused.title_silent"
							  : "kiosk.refused.title");
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, card);
	ui_icon_tile(ui, card.x + pad, card.y + pad, side,
		is_rule(visit->refusal) ? "clock" : "alert-circle", false);
	struct rect line = {card.x + pad, card.y + pad + side + (small ? 12 : 40), card.w - 2 * pad,
		ui_line(ui, UI_HEADLINE)};
	chrome_words(ui, line, UI_HEADLINE, UI_LEFT, THEME_INK, title, title);
	line.y += line.h + (small ? 8 : 24);
	line.h = card.y + card.h - (small ? 12 : 32) - line.y;
	draw_words(ui, visit, line);
	chrome_closing_touch(ui, lobby, visit, ending.closing);
	struct action action = draw_buttons(ui, visit, ending.first, ending.last);
	if (action.kind == ACTION_NONE && chrome_wants_time(ui, visit)) {
		action.kind = ACTION_MORE_TIME;
	}
	return action;
}
