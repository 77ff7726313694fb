#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/book.h"
#include "app/kiosk/chrome.h"

enum { LABEL_SIZE = 96, NOTE_SIZE = 160 };

const char *guest_label(const struct ui *ui, enum guest_field field, char *out_text, size_t size)
{
	char key[64], number[16];
	const int item = guest_field_item(field);
	if (item > 0 && guest_field_lead(field) == GUEST_DATA_NEEDED) {
		text_format(number, sizeof(number), "%d", item + 1);
		language_with(ui->language, "kiosk.guest.data_item", out_text, size, number);
		return out_text;
	}
	text_format(key, sizeof(key), "kiosk.guest.%s", guest_field_name(guest_field_first(field)));
	return ui_say(ui, key);
}

static const char *placeholder_key(enum guest_field field)
{
	switch (field) {
	case GUEST_PHONE: return "kiosk.guest.phone_place";
	case GUEST_ADDRESS: return "kiosk.guest.address_place";
	case GUEST_DATA_NEEDED: return "kiosk.guest.data_place";
	default:
		return guest_field_lead(field) == GUEST_DATA_REGION
			       ? "kiosk.guest.data_region_place"
			       : NULL;
	}
}

/* A line below the field: what is still missing of it, or what it is for. */
static const char *note(const struct ui *ui, const struct guest *guest, enum guest_field field,
	bool required, char *out_text, size_t size)
{
	enum { PHONE_MIN = 8 };
	char number[16];
	int missing = PHONE_MIN - guest_phone_digits(guest->phone);
	if (field == GUEST_PHONE && missing > 0 && missing < PHONE_MIN) {
		text_format(number, sizeof(number), "%d", missing);
		language_with(ui->language,
			missing == 1 ? "kiosk.guest.phone_more_one" : "kiosk.guest.phone_more",
			out_text, size, number);
		return out_text;
	}
	switch (field) {
	case GUEST_NAME: return ui_say(ui, "kiosk.guest.name_note");
	case GUEST_PHONE: return ui_say(ui, "kiosk.guest.phone_note");
	case GUEST_BIRTH_YEAR: return ui_say(ui, "kiosk.guest.birth_year_note");
	/* An address is asked for because something is sent to it. */
	case GUEST_EMAIL: return required ? ui_say(ui, "kiosk.guest.email_note") : NULL;
	default: break;
	}
	if (guest_field_lead(field) != GUEST_DATA_FROM) {
		return NULL;
	}
	return ui_say(ui, field < GUEST_DATA_UNTIL ? "kiosk.guest.data_from_note"
						   : "kiosk.guest.data_until_note");
}

/* Under one of several items of data: which it is, how the others are seen and how it goes. */
static const char *item_note(const struct ui *ui, const struct journey *journey,
	const struct lobby *lobby, int width, char out_texts[2][NOTE_SIZE])
{
	static const char *const keys[] = {"kiosk.guest.data_note", "kiosk.guest.data_brief"};
	char at[16], of[16];
	const char *forms[] = {out_texts[0], out_texts[1], NULL};
	int count = book_items(journey, lobby);
	if (count < 2) {
		return NULL;
	}
	text_format(at, sizeof(at), "%d", journey->visit.item + 1);
	text_format(of, sizeof(of), "%d", count);
	for (int i = 0; i < 2; i++) {
		language_with(ui->language, keys[i], out_texts[i], NOTE_SIZE, at, of);
	}
	return ui_fitting(ui, width, UI_NOTE, forms);
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

/* Where there is no room for the title, what is asked of an item of data says below of which. */
static void draw_item(
	struct ui *ui, const struct visit *visit, enum guest_field field, struct rect box)
{
	const int item = guest_field_item(field);
	const struct rect line = {box.x, box.y + box.h + 8, box.w, ui_line(ui, UI_NOTE)};
	if (item >= 0 && guest_field_lead(field) != GUEST_DATA_NEEDED &&
		visit->errors[field] == RESULT_OK) {
		guest_about(ui, line, UI_NOTE, THEME_INK2, "kiosk.guest.item_note",
			visit->guest.data_needed[item]);
	}
}

static bool draw_field(struct ui *ui, const struct lobby *lobby, struct journey *journey,
	enum guest_field field, struct rect box, bool titled)
{
	struct visit *visit = &journey->visit;
	char label[LABEL_SIZE], below[LABEL_SIZE], items[2][NOTE_SIZE];
	bool required = guest_is_required(field, journey_service(journey, lobby), &visit->guest);
	char id[UI_ID_SIZE];
	size_t size;
	text_format(id, sizeof(id), "guest.%s", guest_field_name(field));
	const char *under = note(ui, &visit->guest, field, required, below, sizeof(below));
	if (guest_field_lead(field) == GUEST_DATA_NEEDED) {
		under = item_note(ui, journey, lobby, box.w, items);
	} else if (!titled && guest_field_item(field) >= 0) {
		draw_item(ui, visit, field, box);
		under = NULL;
	}
	return ui_field(ui, id, box, guest_text(&visit->guest, field, &size),
		(struct ui_field){
			.label = guest_label(ui, field, label, sizeof(label)),
			.aside = required ? NULL : ui_say(ui, "kiosk.guest.optional"),
			.aside_brief = language_short(ui->language, "kiosk.guest.optional"),
			.placeholder = say_or_null(ui, placeholder_key(field)),
			.note = under,
			.error = error_text(ui, field, visit->errors[field], box.w),
			.focused = visit->focus == field,
		});
}

/* Two names share the width; an address gets more of it than a telephone number. Where the screen
 * is upright they stand under each other, on a small one alone. */
static struct rect box_of(const struct ui *ui, const struct layout *layout, const struct step *step,
	int index, int count)
{
	enum { HEIGHT = 96, LARGE_HEIGHT = 84, SMALL_HEIGHT = 66 };
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
	int top = ui->low ? keyboard_top(ui) - 16 - note - HEIGHT : ui->large ? 272 : 260;
	/* A large line below it needs the room above the keyboard. */
	const int high = ui->large ? LARGE_HEIGHT : HEIGHT;
	if (count == 1) {
		return (struct rect){left, top, whole, high};
	}
	int first = step->fields[0] == GUEST_EMAIL ? 1184 : 880;
	return index == 0 ? (struct rect){left, top, first, high}
			  : (struct rect){left + first + 32, top, whole - first - 32, high};
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

static bool may_be_known(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	return step_has(&step, GUEST_NAME) && !visit->ways.known &&
	       visit->ways.lookups < JOURNEY_LOOKUPS;
}

enum action_kind guest_aside(const struct lobby *lobby, const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	if (visit->typing_other) {
		return ACTION_NONE;
	}
	if (may_be_known(journey, lobby)) {
		return ACTION_CONTACT;
	}
	if (book_may_add(journey, lobby)) {
		return ACTION_ITEM;
	}
	bool required =
		guest_is_required(GUEST_EMAIL, journey_service(journey, lobby), &visit->guest);
	return visit->focus == GUEST_EMAIL && !required ? ACTION_NO_EMAIL : ACTION_NONE;
}

/* What stands beside the field or in the foot, and where help has its place over the keys. */
struct sides {
	struct rect aside, help; /* help: of a small screen only; the foot of others has it */
};

/* Beside the field of a small screen: help under the other button, or at its right where the keys
 * leave too little height for two. */
static struct sides beside_field(
	const struct ui *ui, const struct layout *layout, enum action_kind other)
{
	enum { BESIDE = 240, GAP = 8, EDGE = 4, HIGH = LAYOUT_TOUCH };
	const int top = keyboard_top(ui), right = layout->left + layout->inner;
	struct sides sides = {.help = layout->help};
	if (other == ACTION_NONE) {
		sides.aside = layout->help;
		return sides;
	}
	sides.aside = (struct rect){right - BESIDE, layout->help.y, BESIDE, HIGH};
	if (top < 2 * HIGH + GAP + 2 * EDGE) {
		sides.aside.x -= layout->help.w + GAP;
		return sides;
	}
	sides.help.x = sides.aside.x;
	sides.help.w = BESIDE;
	if (sides.help.y < HIGH + GAP + EDGE) {
		sides.help.y = HIGH + GAP + EDGE;
	}
	sides.aside.y = sides.help.y - GAP - HIGH;
	return sides;
}

/* In the place of the choices of how the screen looks; on a small screen between the ends of the
 * keyboard, or beside the field where keys stand there. */
static struct sides sides_of(struct ui *ui, const struct layout *layout, enum action_kind other)
{
	enum { GAP = 5 };
	struct sides sides = {.aside = layout->access};
	struct rect back, forward;
	if (layout->shape == LAYOUT_WIDE) {
		sides.aside.w = layout->help.x - sides.aside.x - 16;
	} else if (layout->shape == LAYOUT_SMALL && layout->upright) {
		keyboard_ends(ui, &back, &forward);
		sides.aside = back;
		sides.aside.x += back.w + GAP;
		sides.aside.w = forward.x - GAP - sides.aside.x;
		sides.help = layout->help;
	} else if (layout->shape == LAYOUT_SMALL) {
		return beside_field(ui, layout, other);
	}
	return sides;
}

/* Who comes again need not type everything anew, whoever has no e-mail is told that this is fine
 * where the service needs none, and whoever wants more than one thing can say so. */
static struct action aside(struct ui *ui, enum action_kind kind, struct rect place)
{
	const char *id = kind == ACTION_CONTACT ? "guest.known"
			 : kind == ACTION_ITEM  ? "guest.item"
						: "guest.no_email";
	char key[64];
	if (kind == ACTION_NONE) {
		return (struct action){.kind = ACTION_NONE};
	}
	text_format(key, sizeof(key), "kiosk.%s", id);
	const char *label = place.w < 360 || kind != ACTION_NO_EMAIL
				    ? language_short(ui->language, key)
				    : ui_say(ui, key);
	bool tapped = ui_button(
		ui, id, place, label, (struct ui_button){.kind = UI_SECONDARY, .text_size = 28});
	return (struct action){.kind = tapped ? kind : ACTION_NONE};
}

struct action guest_type_frame(
	struct ui *ui, const struct lobby *lobby, struct journey *journey, const struct step *step)
{
	struct visit *visit = &journey->visit;
	const struct layout layout = layout_typing(ui, journey);
	const bool small = layout.shape == LAYOUT_SMALL;
	const enum action_kind other = guest_aside(lobby, journey);
	const struct sides sides = sides_of(ui, &layout, other);
	const bool beside = small && !layout.upright;
	struct action action = {.kind = ACTION_NONE};
	int count = visit->typing_other || small ? 1 : step->field_count;
	for (int i = 0; i < count; i++) {
		enum guest_field field = visit->typing_other ? step->other
					 : small             ? visit->focus
							     : step->fields[i];
		struct rect box = box_of(ui, &layout, step, i, count);
		box.w = beside ? sides.aside.x - layout.gap - box.x : box.w;
		if (draw_field(ui, lobby, journey, field, box, layout.heading)) {
			action = (struct action){.kind = ACTION_FOCUS, .field = field};
		}
	}
	action = chrome_either(action, type(ui, visit));
	if (ui_key(ui, "return")) {
		action = chrome_either(action, (struct action){.kind = ACTION_CONTINUE});
	}
	action = chrome_either(action, aside(ui, other, sides.aside));
	return chrome_either(action, chrome_help(ui, journey, sides.help));
}
