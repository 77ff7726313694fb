#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/book.h"
#include "app/kiosk/chrome.h"

static const struct words {
	enum guest_field field;
	const char *label;
	const char *placeholder;
	const char *note;
} words[] = {
	{GUEST_NAME, "kiosk.guest.name", NULL, NULL},
	{GUEST_INSTITUTION, "kiosk.guest.institution", NULL, NULL},
	{GUEST_EMAIL, "kiosk.guest.email", NULL, "kiosk.guest.email_note"},
	{GUEST_PHONE, "kiosk.guest.phone", "kiosk.guest.phone_place", "kiosk.guest.phone_note"},
	{GUEST_OCCUPATION_OTHER, "kiosk.guest.occupation_other", NULL, NULL},
	{GUEST_PURPOSE_OTHER, "kiosk.guest.purpose_other", NULL, NULL},
	{GUEST_DATA_NEEDED, "kiosk.guest.data_needed", "kiosk.guest.data_place", NULL},
};

static const struct words *words_of(enum guest_field field)
{
	size_t i = 0;
	while (words[i].field != field) {
		i++;
	}
	return &words[i];
}

static const char *say_or_null(const struct ui *ui, const char *key)
{
	return key != NULL ? ui_say(ui, key) : NULL;
}

/* The sentence that helps, in its short form where the field is too narrow for it. */
static const char *error_text(
	const struct ui *ui, enum guest_field field, enum result result, int width)
{
	const char *key = step_error_key(field, result);
	if (key == NULL) {
		return NULL;
	}
	const char *const forms[] = {
		language_text(ui->language, key), language_short(ui->language, key), NULL};
	return ui_fitting(ui, width - 52, UI_NOTE_SEMIBOLD, forms);
}

static bool draw_field(struct ui *ui, const struct lobby *lobby, struct journey *journey,
	enum guest_field field, struct rect box)
{
	struct visit *visit = &journey->visit;
	const struct words *word = words_of(field);
	bool required = guest_is_required(field, journey_service(journey, lobby), &visit->guest);
	char id[UI_ID_SIZE];
	size_t size;
	text_format(id, sizeof(id), "guest.%s", guest_field_name(field));
	return ui_field(ui, id, box, guest_text(&visit->guest, field, &size),
		(struct ui_field){
			.label = ui_say(ui, word->label),
			.aside = required ? NULL : ui_say(ui, "kiosk.guest.optional"),
			.placeholder = say_or_null(ui, word->placeholder),
			/* An address is asked for because something is sent to it. */
			.note = field == GUEST_EMAIL && !required ? NULL
								  : say_or_null(ui, word->note),
			.error = error_text(ui, field, visit->errors[field], box.w),
			.focused = visit->focus == field,
		});
}

/* Two names share the width; an address gets more of it than a telephone number. Where the screen
 * is upright they stand under each other, on a small one alone. */
static struct rect box_of(const struct ui *ui, const struct layout *layout, const struct step *step,
	int index, int count)
{
	enum { HEIGHT = 96, SMALL_HEIGHT = 66 };
	const int label = ui_line(ui, UI_BODY) + 4, left = layout->left, whole = layout->inner;
	if (layout->shape == LAYOUT_SMALL) {
		int bottom = keyboard_top(ui) - 12 - ui_line(ui, UI_NOTE) - 8;
		return (struct rect){left, bottom - SMALL_HEIGHT, whole, SMALL_HEIGHT};
	}
	int note = ui_line(ui, UI_NOTE) + 8;
	if (layout->shape == LAYOUT_TALL) {
		int pitch = label + HEIGHT + note + 24, top = keyboard_top(ui) - count * pitch;
		top = layout->low ? top : layout->title.y + layout->title.h + 24;
		return (struct rect){left, top + label + index * pitch, whole, HEIGHT};
	}
	int top = layout->low ? keyboard_top(ui) - 16 - note - HEIGHT : ui->large ? 272 : 260;
	if (count == 1) {
		return (struct rect){left, top, whole, HEIGHT};
	}
	int first = step->fields[0] == GUEST_EMAIL ? 1184 : 880;
	return index == 0 ? (struct rect){left, top, first, HEIGHT}
			  : (struct rect){left + first + 32, top, whole - first - 32, HEIGHT};
}

static struct action type(struct ui *ui, struct visit *visit)
{
	size_t size;
	char *text = guest_text(&visit->guest, visit->focus, &size);
	bool refused = false;
	if (keyboard_frame(ui, &visit->keyboard, text, size, &refused)) {
		return (struct action){.kind = ACTION_TYPED, .field = visit->focus};
	}
	return (struct action){
		.kind = refused ? ACTION_REFUSED : ACTION_NONE, .field = visit->focus};
}

/* Whoever has no e-mail is told that this is fine, where the service needs none. */
static struct action no_email(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	if (visit->focus != GUEST_EMAIL ||
		guest_is_required(GUEST_EMAIL, journey_service(journey, lobby), &visit->guest)) {
		return (struct action){.kind = ACTION_NONE};
	}
	struct layout layout = layout_still(ui, journey);
	if (layout.shape == LAYOUT_SMALL) {
		return (struct action){.kind = ACTION_NONE}; /* the way on skips it */
	}
	if (layout.shape == LAYOUT_WIDE) {
		layout.access.w = layout.forward.x - layout.access.x - (ui->large ? 32 : 126);
	}
	bool tapped =
		ui_button(ui, "guest.no_email", layout.access, ui_say(ui, "kiosk.guest.no_email"),
			(struct ui_button){.kind = UI_SECONDARY, .text_size = 28});
	return (struct action){.kind = tapped ? ACTION_NO_EMAIL : ACTION_NONE};
}

bool guest_asks_known(const struct visit *visit)
{
	return visit->screen == JOURNEY_GUEST && visit->step == 0 && !visit->typing_other &&
	       !visit->ways.known && visit->ways.lookups < JOURNEY_LOOKUPS;
}

/* Who comes again need not type everything anew. */
static struct action known(struct ui *ui, const struct journey *journey)
{
	struct layout layout = layout_still(ui, journey);
	/* On a small screen the keyboard has no room for it. */
	if (!guest_asks_known(&journey->visit) || layout.shape == LAYOUT_SMALL) {
		return (struct action){.kind = ACTION_NONE};
	}
	if (layout.shape == LAYOUT_WIDE) {
		layout.access.w = layout.forward.x - layout.access.x - (ui->large ? 32 : 126);
	}
	bool tapped = ui_button(ui, "guest.known", layout.access,
		language_short(ui->language, "kiosk.guest.known"),
		(struct ui_button){.kind = UI_SECONDARY, .text_size = 28});
	return (struct action){.kind = tapped ? ACTION_CONTACT : ACTION_NONE};
}

struct action guest_type_frame(
	struct ui *ui, const struct lobby *lobby, struct journey *journey, const struct step *step)
{
	struct visit *visit = &journey->visit;
	const struct layout layout = layout_still(ui, journey);
	const bool small = layout.shape == LAYOUT_SMALL;
	struct action action = {.kind = ACTION_NONE};
	int count = visit->typing_other || small ? 1 : step->field_count;
	for (int i = 0; i < count; i++) {
		enum guest_field field = visit->typing_other ? step->other
					 : small             ? visit->focus
							     : step->fields[i];
		if (draw_field(ui, lobby, journey, field, box_of(ui, &layout, step, i, count))) {
			action = (struct action){.kind = ACTION_FOCUS, .field = field};
		}
	}
	action = chrome_either(action, type(ui, visit));
	if (ui_key(ui, "return")) {
		action = chrome_either(action, (struct action){.kind = ACTION_CONTINUE});
	}
	action = chrome_either(action, known(ui, journey));
	return chrome_either(action, no_email(ui, lobby, journey));
}
