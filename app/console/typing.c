#include "app/console/typing.h"

#include <string.h>

struct shift_action typing_take(struct ui *ui, const struct typing_key *keys, size_t count)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	if (ui->event_used || (ui->event.kind != UI_KEY && ui->event.kind != UI_TEXT)) {
		return action;
	}
	if (ui->event.kind == UI_TEXT) {
		ui->event_used = true;
		return (struct shift_action){SHIFT_FORM_TYPE, 0};
	}
	for (size_t i = 0; i < count; i++) {
		if (strcmp(ui->event.text, keys[i].name) == 0) {
			action = keys[i].action;
		}
	}
	return action;
}
