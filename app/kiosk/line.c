#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* One line that is typed: an appointment's code, the slip's code, or by what somebody is known. */
struct line {
	const char *id, *title, *label, *note; /* but for the id text keys */
	char *text;
	size_t size;
	enum result error;
};

static struct line line_of(struct visit *visit)
{
	switch (visit->screen) {
	case JOURNEY_CODE:
		return (struct line){"code.field", "kiosk.code.title", "kiosk.code.label",
			"kiosk.code.note", visit->code, sizeof(visit->code), visit->code_error};
	case JOURNEY_OWN:
		return (struct line){"own.field", "kiosk.own.title", "kiosk.own.label",
			"kiosk.own.note", visit->code, sizeof(visit->code), visit->ways.error};
	case JOURNEY_NAME:
		return (struct line){"name.field", "kiosk.name.title", "kiosk.name.label",
			"kiosk.name.note", visit->ways.name, sizeof(visit->ways.name),
			visit->ways.error};
	default: break;
	}
	return (struct line){"contact.field", "kiosk.contact.title", "kiosk.contact.label",
		"kiosk.contact.note", visit->ways.contact, sizeof(visit->ways.contact),
		visit->ways.error};
}

static const char *error_text(const struct ui *ui, enum result error)
{
	char key[48];
	switch (error) {
	case RESULT_OK: return NULL;
	case RESULT_FIELD_REQUIRED: return ui_say(ui, "kiosk.error.required");
	case RESULT_TEXT_LONG: return ui_say(ui, "kiosk.error.long");
	case RESULT_TEXT_CONTROL: return ui_say(ui, "kiosk.error.letter");
	case RESULT_EMAIL_SIGN:
	case RESULT_EMAIL_FORM: return ui_say(ui, "kiosk.error.email");
	case RESULT_PHONE_FORM: return ui_say(ui, "kiosk.error.phone");
	case RESULT_TICKET_STATE: return ui_say(ui, "kiosk.own.late");
	default: break;
	}
	text_format(key, sizeof(key), "result.%s", result_key(error));
	return ui_say(ui, key);
}

static struct action type(struct ui *ui, struct visit *visit, const struct line *line)
{
	bool refused = false;
	if (keyboard_frame(ui, &visit->keyboard, line->text, line->size, &refused)) {
		return (struct action){.kind = ACTION_TYPED};
	}
	if (ui_key(ui, "return")) {
		return (struct action){.kind = ACTION_CONTINUE};
	}
	return (struct action){.kind = refused ? ACTION_REFUSED : ACTION_NONE};
}

struct action line_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	struct visit *visit = &journey->visit;
	const struct line line = line_of(visit);
	const struct layout layout = layout_typing(ui, journey);
	chrome_header(ui, lobby, journey, 0);
	if (layout.heading) {
		chrome_heading(ui, &layout, line.title);
	}
	ui_field(ui, line.id, layout_field(ui, &layout), line.text,
		(struct ui_field){
			.label = ui_say(ui, line.label),
			.note = ui_say(ui, line.note),
			.error = error_text(ui, line.error),
			.focused = true,
		});
	struct action action =
		chrome_either(type(ui, visit, &line), chrome_help_typing(ui, journey, &layout));
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = "kiosk.continue",
						     .forward_icon = "arrow-right",
						     .panel = true}));
}
