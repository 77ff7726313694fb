#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/page.h"
#include "app/slip/say.h"

/* The pages of a visitor's other ways that say one thing. */
enum { TITLE_SIZE = 200 };

/* The same, whether the contact or the name was not found. */
static struct action unknown_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const bool again = journey->visit.ways.lookups < JOURNEY_LOOKUPS;
	return page_ask(ui, lobby, journey,
		&(struct page){"clipboard-text", ui_say(ui, "kiosk.unknown.title"),
			ui_say(ui, "kiosk.unknown.text"),
			{"known.again", again ? ui_say(ui, "kiosk.unknown.again") : NULL,
				ACTION_OTHERWISE},
			{"known.new", ui_say(ui, "kiosk.unknown.new"), ACTION_CONTINUE}});
}

struct action known_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	char title[TITLE_SIZE], error[48];
	const struct ways_visit *ways = &journey->visit.ways;
	if (ways->initials[0] == '\0') {
		return unknown_frame(ui, lobby, journey);
	}
	text_format(error, sizeof(error), "result.%s", result_key(ways->error));
	language_with(ui->language, "kiosk.known.title", title, sizeof(title), ways->initials);
	return page_ask(ui, lobby, journey,
		&(struct page){"account-check", title,
			ui_say(ui, ways->error != RESULT_OK ? error : "kiosk.known.text"),
			{"known.no", ui_say(ui, "kiosk.known.no"), ACTION_OTHERWISE},
			{"known.yes", ui_say(ui, "kiosk.known.yes"), ACTION_CONTINUE}});
}

struct action gone_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	char title[TITLE_SIZE];
	language_with(
		ui->language, "kiosk.gone.title", title, sizeof(title), journey->visit.rate.typed);
	return page_draw(ui, lobby, journey,
		&(struct page){"check-circle", title, ui_say(ui, "kiosk.gone.text"), {0},
			{"gone.done", ui_say(ui, "kiosk.done"), ACTION_DONE}});
}

struct action signed_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	char text[TITLE_SIZE];
	language_with(ui->language, "kiosk.signed.text", text, sizeof(text),
		journey->visit.ticket.number);
	return page_draw(ui, lobby, journey,
		&(struct page){"clipboard-check", ui_say(ui, "kiosk.signed.title"), text, {0},
			{"signed.done", ui_say(ui, "kiosk.done"), ACTION_DONE}});
}

struct action reception_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	return page_draw(ui, lobby, journey,
		&(struct page){"account-check", ui_say(ui, "kiosk.reception.title"),
			ui_say(ui, "kiosk.reception.text"), {0},
			{"reception.done", ui_say(ui, "kiosk.done"), ACTION_DONE}});
}

struct action help_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct help *help = &journey->visit.ways.help;
	char number[16], title[TITLE_SIZE];
	text_format(number, sizeof(number), "%d", help->counter);
	if (!help_is_open(help->state)) {
		return page_draw(ui, lobby, journey,
			&(struct page){"check-circle", ui_say(ui, "kiosk.help.ended_title"),
				ui_say(ui, "kiosk.help.ended"), {0},
				{"help.done", ui_say(ui, "kiosk.done"), ACTION_DONE}});
	}
	bool taken = help->state == HELP_TAKEN;
	language_with(ui->language, taken ? "kiosk.help.taken_title" : "kiosk.help.asked_title",
		title, sizeof(title), number);
	return page_draw(ui, lobby, journey,
		&(struct page){taken ? "account-check" : "bell-ring", title,
			ui_say(ui, taken ? "kiosk.help.taken" : "kiosk.help.asked"),
			{"help.over", ui_say(ui, "kiosk.help.over"), ACTION_ERASE},
			{"help.back", ui_say(ui, "kiosk.help.back"), ACTION_BACK}});
}
