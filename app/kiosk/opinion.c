#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

struct action opinion_buttons(struct ui *ui, const struct lobby *lobby)
{
	bool complains = chrome_tool(ui, "welcome.complain", (struct rect){1128, 944, 400, 96},
		"comment-text", "kiosk.welcome.complain");
	bool rates = lobby->instrument != NULL &&
		     chrome_tool(ui, "welcome.rate", (struct rect){804, 944, 300, 96},
			     "emoticon-happy", "kiosk.welcome.rate");
	return (struct action){.kind = rates       ? ACTION_RATE
				       : complains ? ACTION_COMPLAIN
						   : ACTION_NONE};
}

struct action invitation_draw(struct ui *ui, const struct lobby *lobby, struct rect rect)
{
	static const struct {
		const char *icon;
		enum theme_token ink;
	} faces[] = {{"emoticon-sad", THEME_LATE}, {"emoticon-neutral", THEME_SOON},
		{"emoticon-happy", THEME_ACTION}, {"emoticon", THEME_OK}};
	enum { FACE = 88, GAP = 24, PAD = 40 };
	char text[SAY_SIZE + 32];
	bool held = false;
	bool tapped = ui_choice(ui, "welcome.invited", rect, (struct ui_choice){.out_held = &held});
	language_with(ui->language, "kiosk.welcome.invited", text, sizeof(text),
		lobby_invited(lobby, NULL));
	chrome_words(ui, (struct rect){rect.x + PAD, rect.y + 32, rect.w - 2 * PAD, 112},
		UI_LEAD_SEMIBOLD, UI_LEFT, THEME_INK, text, text);
	for (int i = 0; i < 4; i++) {
		ui_icon(ui,
			(struct rect){rect.x + PAD + i * (FACE + GAP), rect.y + 156, FACE, FACE},
			FACE, ui->theme->flat ? THEME_INK : faces[i].ink, faces[i].icon);
	}
	ui_text(ui, (struct rect){rect.x + PAD, rect.y + rect.h - 76, rect.w - 2 * PAD, 40},
		UI_BODY, UI_LEFT, THEME_INK2, ui_say(ui, "kiosk.welcome.invited_hint"));
	ui->inverse = (struct rect){0};
	return (struct action){.kind = tapped ? ACTION_INVITED : ACTION_NONE};
}
