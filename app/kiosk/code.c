#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

/* What is wrong with the code, in words; NULL when nothing is. */
static const char *error_text(const struct ui *ui, enum result error)
{
	char key[48];
	switch (error) {
	case RESULT_OK: return NULL;
	case RESULT_FIELD_REQUIRED: return ui_say(ui, "kiosk.error.required");
	case RESULT_TEXT_LONG: return ui_say(ui, "kiosk.error.long");
	case RESULT_TEXT_CONTROL: return ui_say(ui, "kiosk.error.letter");
	default: break;
	}
	text_format(key, sizeof(key), "result.%s", result_key(error));
	return ui_say(ui, key);
}

static struct action type(struct ui *ui, struct visit *visit)
{
	bool refused = false;
	if (keyboard_frame(ui, &visit->keyboard, visit->code, sizeof(visit->code), &refused)) {
		return (struct action){.kind = ACTION_TYPED};
	}
	if (ui_key(ui, "return")) {
		return (struct action){.kind = ACTION_CONTINUE};
	}
	return (struct action){.kind = refused ? ACTION_REFUSED : ACTION_NONE};
}

struct action code_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	struct visit *visit = &journey->visit;
	const struct layout layout = layout_typing(ui, journey);
	chrome_header(ui, lobby, journey, 0);
	if (layout.heading) {
		chrome_heading(ui, &layout, "kiosk.code.title");
	}
	ui_field(ui, "code.field", layout_field(ui, &layout), visit->code,
		(struct ui_field){
			.label = ui_say(ui, "kiosk.code.label"),
			.note = ui_say(ui, "kiosk.code.note"),
			.error = error_text(ui, visit->code_error),
			.focused = true,
		});
	struct action action = type(ui, visit);
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = "kiosk.continue",
						     .forward_icon = "arrow-right",
						     .panel = true}));
}
