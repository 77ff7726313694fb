#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

/* As wide as the tile lets them be. */
static void draw_faces(struct ui *ui, struct rect line)
{
	static const struct {
		const char *icon;
		enum theme_token ink;
	} faces[] = {{"emoticon-sad", THEME_LATE}, {"emoticon-neutral", THEME_SOON},
		{"emoticon-happy", THEME_ACTION}, {"emoticon", THEME_OK}};
	enum { COUNT = 4, FACE = 88, GAP = 24 };
	const int fit = (line.w - (COUNT - 1) * GAP / 2) / COUNT;
	const int face = fit < FACE ? fit : FACE, gap = fit < FACE ? GAP / 2 : GAP;
	for (int i = 0; i < COUNT; i++) {
		ui_icon(ui, (struct rect){line.x + i * (face + gap), line.y, face, line.h}, face,
			ui->theme->flat ? THEME_INK : faces[i].ink, faces[i].icon);
	}
}

/* Faces under the question, and a hint where there is room; in a row as high as a button the
 * question alone. */
static bool invitation(struct ui *ui, const char *id, const char *number, struct rect rect)
{
	enum { FACE = 88, HIGH = 336, FACES_FROM = 200, NARROW = 400 };
	const bool high = rect.h >= HIGH, faces_shown = rect.h >= FACES_FROM;
	const int pad = faces_shown && rect.w >= NARROW ? 40 : faces_shown ? 24 : 16;
	const int width = rect.w - 2 * pad;
	const int face_y = high ? rect.y + 156 : rect.y + rect.h - 20 - FACE;
	char text[SAY_SIZE + 32], brief[SAY_SIZE + 32];
	const char *const value[] = {number};
	bool held = false;
	bool tapped = ui_choice(ui, id, rect, (struct ui_choice){.out_held = &held});
	language_with(ui->language, "kiosk.welcome.invited", text, sizeof(text), number);
	text_fill(brief, sizeof(brief), language_short(ui->language, "kiosk.welcome.invited"),
		value, 1);
	chrome_words(ui,
		(struct rect){rect.x + pad, rect.y + (high ? 32 : 8), width,
			high          ? 112
			: faces_shown ? face_y - rect.y - 12
				      : rect.h - 16},
		UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK, text, rect.w < NARROW ? brief : text);
	if (faces_shown) {
		draw_faces(ui, (struct rect){rect.x + pad, face_y, width, FACE});
	}
	if (high) {
		const char *hint = ui_say(ui, "kiosk.welcome.invited_hint");
		chrome_words(ui, (struct rect){rect.x + pad, rect.y + rect.h - 84, width, 60},
			UI_BODY, UI_LEFT, THEME_INK2, hint, hint);
	}
	chrome_ground_end(ui);
	return tapped;
}

/* Each is named by its number: when one ends under a finger, the tap is no other's. */
struct action invitation_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	enum { GAP = 16, LEAST = 150 };
	const char *numbers[VIEW_SERVED];
	char id[UI_ID_SIZE];
	int64_t until_ms;
	struct action action = {.kind = ACTION_NONE};
	int count = lobby_invited(lobby, numbers, &until_ms);
	const int fit = (rect.w + GAP) / (LEAST + GAP);
	count = count < fit ? count : fit; /* the others when these have gone */
	for (int i = 0; i < count; i++) {
		const int left = (rect.w + GAP) * i / count;
		const int right = (rect.w + GAP) * (i + 1) / count - GAP;
		text_format(id, sizeof(id), "welcome.invited.%s", numbers[i]);
		if (invitation(ui, id, numbers[i],
			    (struct rect){rect.x + left, rect.y, right - left, rect.h})) {
			action.kind = ACTION_INVITED;
			text_copy(action.number, sizeof(action.number), numbers[i]);
		}
	}
	return action;
}
