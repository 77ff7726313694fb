#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

/* Faces under the question; in a row as high as a button the question alone. */
struct action invitation_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	static const struct {
		const char *icon;
		enum theme_token ink;
	} faces[] = {{"emoticon-sad", THEME_LATE}, {"emoticon-neutral", THEME_SOON},
		{"emoticon-happy", THEME_ACTION}, {"emoticon", THEME_OK}};
	enum { FACE = 88, GAP = 24, HIGH = 336, FACES_FROM = 200 };
	const bool high = rect.h >= HIGH, faces_shown = rect.h >= FACES_FROM;
	const int pad = faces_shown ? 40 : 16, width = rect.w - 2 * pad;
	const int face_y = high ? rect.y + 156 : rect.y + rect.h - 20 - FACE;
	char text[SAY_SIZE + 32];
	bool held = false;
	bool tapped = ui_choice(ui, "welcome.invited", rect, (struct ui_choice){.out_held = &held});
	language_with(ui->language, "kiosk.welcome.invited", text, sizeof(text),
		lobby_invited(lobby, NULL));
	chrome_words(ui,
		(struct rect){rect.x + pad, rect.y + (high ? 32 : 8), width,
			high          ? 112
			: faces_shown ? face_y - rect.y - 12
				      : rect.h - 16},
		UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK, text, text);
	for (int i = 0; faces_shown && i < 4; i++) {
		ui_icon(ui, (struct rect){rect.x + pad + i * (FACE + GAP), face_y, FACE, FACE},
			FACE, ui->theme->flat ? THEME_INK : faces[i].ink, faces[i].icon);
	}
	if (high) {
		const char *hint = ui_say(ui, "kiosk.welcome.invited_hint");
		chrome_words(ui, (struct rect){rect.x + pad, rect.y + rect.h - 84, width, 60},
			UI_BODY, UI_LEFT, THEME_INK2, hint, hint);
	}
	chrome_ground_end(ui);
	return (struct action){.kind = tapped ? ACTION_INVITED : ACTION_NONE};
}
