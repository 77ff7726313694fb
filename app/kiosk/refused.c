#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* Why no number was given, when it is no fault but a rule that visitors can know. */
static bool is_rule(enum result refusal)
{
	return refusal == RESULT_OFFICE_CLOSED || refusal == RESULT_DAY_CLOSED ||
	       refusal == RESULT_QUOTA_FULL || refusal == RESULT_ISSUE_OVER;
}

static const char *say_result(struct ui *ui, enum result result)
{
	char key[48];
	text_format(key, sizeof(key), "result.%s", result_key(result));
	return ui_say(ui, key);
}

/* What happened and what became of the answers; a fault also has a word for staff. */
static void draw_words(struct ui *ui, const struct visit *visit)
{
	enum { X = 120, Y = 536, WIDTH = 1680 };
	char text[400];
	const char *first = say_result(ui, visit->refusal);
	const char *key = journey_may_choose_again(visit) ? "kiosk.refused.kept"
			  : is_rule(visit->refusal)       ? "kiosk.refused.wiped"
							  : "kiosk.refused.desk";
	language_with(ui->language, key, text, sizeof(text), first);
	int height = ui_paragraph(
		ui, (struct rect){X, Y, WIDTH, 208}, UI_LEAD, UI_LEFT, THEME_INK2, text);
	if (!is_rule(visit->refusal)) {
		language_with(ui->language, "kiosk.welcome.for_staff", text, sizeof(text), first);
		ui_paragraph(ui, (struct rect){X, Y + height + 32, WIDTH, 96}, UI_NOTE, UI_LEFT,
			THEME_INK2, text);
	}
}

/* Whoever may choose again is led there; to end is then the smaller button. */
static struct action draw_buttons(struct ui *ui, const struct visit *visit)
{
	const char *home = ui_say(ui, "kiosk.refused.home");
	if (!journey_may_choose_again(visit)) {
		bool done = ui_button(ui, "refused.home", (struct rect){1404, CHROME_FOOT, 452, 96},
			home, (struct ui_button){.kind = UI_PRIMARY});
		return (struct action){.kind = done ? ACTION_DONE : ACTION_NONE};
	}
	bool done = ui_button(ui, "refused.home", (struct rect){992, CHROME_FOOT, 388, 96}, home,
		(struct ui_button){.kind = UI_SECONDARY});
	bool again = ui_button(ui, "refused.another", (struct rect){1404, CHROME_FOOT, 452, 96},
		ui_say(ui, "kiosk.refused.another"), (struct ui_button){.kind = UI_PRIMARY});
	return (struct action){.kind = again ? ACTION_BACK : done ? ACTION_DONE : ACTION_NONE};
}

struct action refused_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct rect card = {64, 240, CHROME_WIDTH, 600};
	bool again = journey_may_choose_again(visit);
	chrome_header(ui, lobby, journey, 0);
	ui_card(ui, card);
	ui_icon_tile(ui, card.x + 56, card.y + 56, 96,
		is_rule(visit->refusal) ? "clock" : "alert-circle", false);
	ui_text(ui, (struct rect){120, 432, 1680, 80}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, again ? "kiosk.refused.title_service" : "kiosk.refused.title"));
	draw_words(ui, visit);
	chrome_closing(ui, lobby, visit, 720);
	return draw_buttons(ui, visit);
}
