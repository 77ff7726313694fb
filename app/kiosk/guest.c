#include "app/kiosk/guest_screen.h"

#include "app/base/text.h"
#include "app/kiosk/book.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

void guest_option_id(enum guest_field field, int code, char *out_id, size_t size)
{
	text_format(out_id, size, "guest.%s.%d", guest_field_name(field), code);
}

const char *guest_option_text(const struct ui *ui, const struct guest_option *option)
{
	char key[64];
	text_format(key, sizeof(key), "guest.%s", option->key);
	return ui_say(ui, key);
}

const char *guest_option_short(const struct ui *ui, const struct guest_option *option)
{
	char key[64];
	text_format(key, sizeof(key), "guest.%s", option->key);
	return language_short(ui->language, key);
}

void guest_error(struct ui *ui, int x, int y, const char *error)
{
	int width = 40 + ui_text_width(ui, UI_NOTE_SEMIBOLD, error);
	struct rect ground = {x - 12, y, width + 24, 40};
	if (ui->theme->flat) {
		ui_fill(ui, ground, 20, THEME_WHITE);
	}
	chrome_ground(ui, ground, true);
	ui_icon(ui, (struct rect){x, y, 28, 40}, 28, THEME_LATE_INK, "alert-circle");
	ui_text(ui, (struct rect){x + 40, y, width - 40, 40}, UI_NOTE_SEMIBOLD, UI_LEFT,
		THEME_LATE_INK, error);
	chrome_ground_end(ui);
}

void guest_question(
	struct ui *ui, struct rect rect, const char *label, const char *aside, const char *error)
{
	const struct ui_style bold = {DRAW_SEMIBOLD, 28, 40};
	int x = rect.x + ui_text_width(ui, bold, label) + 12;
	ui_text(ui, (struct rect){rect.x, rect.y, rect.w, 40}, bold, UI_LEFT, THEME_INK, label);
	if (error != NULL) {
		guest_error(ui, x + 12, rect.y, error);
	} else if (aside != NULL) {
		ui_text(ui, (struct rect){x, rect.y, 600, 40}, UI_BODY, UI_LEFT, THEME_INK2, aside);
	}
}

static void draw_pill_label(struct ui *ui, struct rect rect, const char *label, bool selected)
{
	enum { ICON = 32, GAP = 12, SIDE = 12 };
	int room = rect.w - 2 * SIDE - (selected ? ICON + GAP : 0);
	struct ui_style style = {selected ? DRAW_SEMIBOLD : DRAW_MEDIUM, 28, 36};
	if (ui_paragraph_height(ui, room, style, label) > 2 * style.line) {
		style = (struct ui_style){style.face, 24, 32};
	}
	int height = ui_paragraph_height(ui, room, style, label);
	int x = rect.x + SIDE;
	if (selected) {
		int width = ui_text_width(ui, style, label) + 2; /* not to wrap by rounding */
		room = width < room ? width : room;
		/* Lines of about the same length, so that the icon stands beside them. */
		while (room > width / 2 &&
			ui_paragraph_height(ui, room - 8, style, label) == height) {
			room -= 8;
		}
		x = rect.x + (rect.w - ICON - GAP - room) / 2;
		ui_icon(ui, (struct rect){x, rect.y, ICON, rect.h}, ICON, THEME_ACTION,
			"check-circle");
		x += ICON + GAP;
	}
	ui_paragraph(ui, (struct rect){x, rect.y + (rect.h - height) / 2, room, height}, style,
		UI_CENTER, THEME_INK, label);
}

bool guest_pill(struct ui *ui, const char *id, struct rect rect, const char *label, bool selected)
{
	bool held = false;
	bool tapped = ui_touch(ui, id, rect, &held, NULL);
	bool white = selected && ui->theme->flat;
	if (!held && !selected) {
		ui_shadow(ui, rect, 16, DRAW_SHADOW_CARD);
	}
	ui_fill(ui, rect, 16, white ? THEME_WHITE : held || selected ? THEME_TINT : THEME_CARD);
	if (ui->theme->flat || selected) {
		ui_outline(ui, rect, 16, 4, ui->theme->flat ? THEME_INK : THEME_ACTION);
	}
	chrome_ground(ui, rect, white);
	draw_pill_label(ui, rect, label, selected);
	chrome_ground_end(ui);
	ui_focus_ring(ui, id, rect, 16, THEME_INK);
	return tapped;
}

static void draw_progress(struct ui *ui, const struct visit *visit)
{
	char at[16], of[16], text[SAY_SIZE];
	int count = step_count(&visit->guest);
	text_format(at, sizeof(at), "%d", visit->step + 1);
	text_format(of, sizeof(of), "%d", count);
	language_with(ui->language, "kiosk.guest.step", text, sizeof(text), at, of);
	ui_steps(ui, (struct rect){CHROME_LEFT, 112, CHROME_WIDTH, 8}, count, visit->step + 1);
	ui_text(ui, (struct rect){CHROME_RIGHT - 500, 152, 500, 40},
		(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_RIGHT, THEME_INK2, text);
}

/* The last step asks for the number; an empty step that may stay empty is skipped. */
static const char *forward_key(
	const struct lobby *lobby, const struct journey *journey, const struct step *step)
{
	const struct visit *visit = &journey->visit;
	if (!visit->typing_other && visit->step + 1 == step_count(&visit->guest)) {
		return "kiosk.welcome.take";
	}
	bool skips = !visit->typing_other && step_is_empty(step, &visit->guest) &&
		     step_is_optional(step, &visit->guest, journey_service(journey, lobby));
	return skips ? "kiosk.skip" : "kiosk.continue";
}

struct action guest_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	const struct step *step = step_at(&visit->guest, visit->step);
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	draw_progress(ui, visit);
	chrome_title(ui, 140, visit->typing_other ? step->other_title : step->title);
	bool typing = step->kind == STEP_TYPE || visit->typing_other;
	if (typing) {
		action = guest_type_frame(ui, lobby, journey, step);
	} else if (step->kind == STEP_ROWS) {
		action = guest_rows_frame(ui, lobby, journey, step);
	} else if (step->kind == STEP_TILES) {
		action = guest_tiles_frame(ui, lobby, journey, step);
	} else {
		action = guest_needs_frame(ui, lobby, journey, step);
	}
	/* "I have no e-mail" stands in the contrast button's place. */
	bool asks_email =
		typing && visit->focus == GUEST_EMAIL &&
		!guest_is_required(GUEST_EMAIL, journey_service(journey, lobby), &visit->guest);
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = !asks_email,
						     .forward = forward_key(lobby, journey, step),
						     .forward_icon = "arrow-right"}));
}
