#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

static int count_options(const struct guest_option *options)
{
	int count = 0;
	while (options[count].code != 0) {
		count++;
	}
	return count;
}

static struct action draw_row(
	struct ui *ui, const struct journey *journey, enum guest_field field, bool required, int y)
{
	enum { GAP = 16, HEIGHT = 112 };
	struct guest *guest = (struct guest *)&journey->visit.guest;
	const struct guest_option *options = guest_options(field);
	const char *error = step_error_key(field, journey->visit.errors[field]);
	const int count = count_options(options);
	const int width = (CHROME_WIDTH - (count - 1) * GAP) / count;
	const int rest = (CHROME_WIDTH - (count - 1) * GAP) % count; /* the first ones take it */
	struct action action = {.kind = ACTION_NONE};
	char label[64], id[UI_ID_SIZE];
	text_format(label, sizeof(label), "kiosk.guest.%s", guest_field_name(field));
	guest_question(ui, (struct rect){CHROME_LEFT, y, CHROME_WIDTH, 40}, ui_say(ui, label),
		required ? NULL : ui_say(ui, "kiosk.guest.optional"),
		error != NULL ? ui_say(ui, error) : NULL);
	int x = CHROME_LEFT;
	for (int i = 0; i < count; i++) {
		struct rect rect = {x, y + 52, width + (i < rest), HEIGHT};
		x += rect.w + GAP;
		guest_option_id(field, options[i].code, id, sizeof(id));
		if (guest_pill(ui, id, rect, guest_option_short(ui, &options[i]),
			    *guest_code(guest, field) == options[i].code)) {
			action = (struct action){
				.kind = ACTION_CHOOSE, .field = field, .value = options[i].code};
		}
	}
	return action;
}

struct action guest_rows_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step)
{
	enum { TOP = 268, PITCH = 212 };
	const struct office_service *service = journey_service(journey, lobby);
	struct action action = {.kind = ACTION_NONE};
	for (int i = 0; i < step->field_count; i++) {
		bool required = guest_is_required(step->fields[i], service, &journey->visit.guest);
		action = chrome_either(
			action, draw_row(ui, journey, step->fields[i], required, TOP + i * PITCH));
	}
	return action;
}
