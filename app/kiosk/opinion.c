#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

/* A raised part beside the other tools of the welcome screen. */
static bool tool(struct ui *ui, const char *id, struct rect rect, const char *icon, const char *key)
{
	enum { ICON = 40, GAP = 16, SIDE = 24 };
	const char *const forms[] = {
		language_text(ui->language, key), language_short(ui->language, key), NULL};
	const struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	const char *label = ui_fitting(ui, rect.w - 2 * SIDE - ICON - GAP, style, forms);
	bool held = false;
	bool tapped = ui_touch(ui, id, rect, &held, NULL);
	if (!held) {
		ui_shadow(ui, rect, 16, DRAW_SHADOW_CARD);
	}
	ui_fill(ui, rect, 16, held ? THEME_TINT : THEME_CARD);
	if (ui->theme->flat) {
		ui_outline(ui, rect, 16, 4, THEME_INK);
	}
	int width = ICON + GAP + ui_text_width(ui, style, label);
	int x = rect.x + (rect.w - width) / 2;
	ui_icon(ui, (struct rect){x, rect.y, ICON, rect.h}, ICON, THEME_ACTION, icon);
	ui_text(ui, (struct rect){x + ICON + GAP, rect.y, width - ICON - GAP, rect.h}, style,
		UI_LEFT, THEME_INK, label);
	ui_focus_ring(ui, id, rect, 16, THEME_INK);
	return tapped;
}

struct action opinion_buttons(struct ui *ui, const struct lobby *lobby)
{
	bool complains = tool(ui, "welcome.complain", (struct rect){1056, 944, 480, 96},
		"comment-text", "kiosk.welcome.complain");
	bool rates = lobby->instrument != NULL &&
		     tool(ui, "welcome.rate", (struct rect){724, 944, 308, 96}, "emoticon-happy",
			     "kiosk.welcome.rate");
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
