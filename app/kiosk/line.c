#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* One line that is typed: the slip's code of a number, or by what somebody is known. */
struct line_look {
	const char *id, *title, *label, *note; /* but for the id text keys */
};

static const char *error_text(const struct ui *ui, enum result error)
{
	char key[48];
	switch (error) {
	case RESULT_OK: return NULL;
	case RESULT_FIELD_REQUIRED: return ui_say(ui, "kiosk.error.required");
	case RESULT_TEXT_LONG: return ui_say(ui, "kiosk.error.long");
	case RESULT_TEXT_CONTROL: return ui_say(ui, "kiosk.error.letter");
	case RESULT_EMAIL_FORM: return ui_say(ui, "kiosk.error.email");
	case RESULT_PHONE_FORM: return ui_say(ui, "kiosk.error.phone");
	case RESULT_TICKET_STATE: return ui_say(ui, "kiosk.own.late");
	default: break;
	}
	text_format(key, sizeof(key), "result.%s", result_key(error));
	return ui_say(ui, key);
}

static struct action type(struct ui *ui, struct visit *visit, char *line, size_t size)
{
	bool refused = false;
	if (keyboard_frame(ui, &visit->keyboard, line, size, &refused)) {
		return (struct action){.kind = ACTION_TYPED};
	}
	if (ui_key(ui, "return")) {
		return (struct action){.kind = ACTION_CONTINUE};
	}
	return (struct action){.kind = refused ? ACTION_REFUSED : ACTION_NONE};
}

struct action line_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	static const struct line_look own = {
		"own.field", "kiosk.own.title", "kiosk.own.label", "kiosk.own.note"};
	static const struct line_look contact = {"contact.field", "kiosk.contact.title",
		"kiosk.contact.label", "kiosk.contact.note"};
	struct visit *visit = &journey->visit;
	const bool code = visit->screen == JOURNEY_OWN;
	const struct line_look *look = code ? &own : &contact;
	char *line = code ? visit->code : visit->ways.contact;
	const size_t size = code ? sizeof(visit->code) : sizeof(visit->ways.contact);
	const struct layout layout = layout_typing(ui, journey);
	chrome_header(ui, lobby, journey, 0);
	if (layout.heading) {
		chrome_heading(ui, &layout, look->title);
	}
	ui_field(ui, look->id, layout_field(ui, &layout), line,
		(struct ui_field){
			.label = ui_say(ui, look->label),
			.note = ui_say(ui, look->note),
			.error = error_text(ui, visit->ways.error),
			.focused = true,
		});
	struct action action = type(ui, visit, line, size);
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = "kiosk.continue",
						     .forward_icon = "arrow-right",
						     .panel = true}));
}
