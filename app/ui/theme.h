#ifndef APP_UI_THEME_H
#define APP_UI_THEME_H

#include "app/ui/draw.h"

/* The colour tokens of look.md §1; a screen names tokens, never colours. Text on ACTION, LATE and
 * the other fills is ON_ACTION, which is black in high contrast; on ACTION_DEEP and the night
 * colours it is WHITE. */
/* clang-format off */
#define THEME_TOKENS(X) \
	X(PAGE, "page") \
	X(CARD, "card") \
	X(SUNK, "sunk") \
	X(PANEL, "panel") \
	X(KEY2, "key2") \
	X(LINE, "line") \
	X(EDGE, "edge") \
	X(INK, "ink") \
	X(INK2, "ink2") \
	X(INK3, "ink3") \
	X(ACTION, "action") \
	X(ACTION_DOWN, "action-down") \
	X(ACTION_DEEP, "action-deep") \
	X(ACTION_SOFT, "action-soft") \
	X(ON_ACTION, "on-action") \
	X(TINT, "tint") \
	X(OK, "ok") \
	X(OK_INK, "ok-ink") \
	X(OK_TINT, "ok-tint") \
	X(SOON, "soon") \
	X(SOON_INK, "soon-ink") \
	X(SOON_TINT, "soon-tint") \
	X(LATE, "late") \
	X(LATE_INK, "late-ink") \
	X(LATE_TINT, "late-tint") \
	X(TRACK_OK, "track-ok") \
	X(TRACK_SOON, "track-soon") \
	X(TRACK_LATE, "track-late") \
	X(LATE_TRACK, "late-track") /* unfilled bar on the late card */ \
	X(DISABLED, "disabled") \
	X(DISABLED_TILE, "disabled-tile") \
	X(DISABLED_ICON, "disabled-icon") \
	X(KEY_DISABLED, "key-disabled") \
	X(HERO_BAR, "hero-bar") /* white 8 % */ \
	X(BPS_BLUE, "bps-blue") \
	X(BPS_GREEN, "bps-green") \
	X(BPS_ORANGE, "bps-orange") \
	X(NIGHT, "night") \
	X(NIGHT_2, "night-2") \
	X(NIGHT_3, "night-3") \
	X(ON_NIGHT, "on-night") \
	X(WHITE, "white") \
	X(SKY, "sky") \
	X(NIGHT_OK, "night-ok") \
	X(NIGHT_SOON, "night-soon") \
	X(NIGHT_LATE, "night-late") \
	X(NIGHT_TRACK_OK, "night-track-ok") \
	X(NIGHT_TRACK_SOON, "night-track-soon") \
	X(NIGHT_TRACK_LATE, "night-track-late") \
	X(SCRIM, "scrim") \
	X(KEY_EDGE, "key-edge") \
	X(CLEAR, "clear")

enum theme_token {
#define X(name, text) THEME_##name,
	THEME_TOKENS(X)
#undef X
	THEME_COUNT
};
/* clang-format on */

struct theme {
	const char *name;
	draw_color colors[THEME_COUNT];
	bool flat; /* high contrast: no shadows, a 4-unit white border round every part */
};

extern const struct theme theme_light;
extern const struct theme theme_contrast;

/* "action" for 0x0067A8FF in either theme; NULL when the colour is no token's. */
const char *theme_token_name(draw_color color);

#endif
