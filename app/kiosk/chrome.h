#ifndef APP_KIOSK_CHROME_H
#define APP_KIOSK_CHROME_H

#include "app/kiosk/journey.h"
#include "app/ui/widget.h"

/* What all screens of the kiosk have in common: ground, header, buttons at the foot. */

enum { CHROME_LEFT = 64, CHROME_RIGHT = 1856, CHROME_WIDTH = 1792, CHROME_FOOT = 952 };

/* Ground, mark, office, clock; `drop` moves the header down (24 on the welcome screen). */
void chrome_header(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, int drop);

/* The title of a step at `y`. */
void chrome_title(struct ui *ui, int y, const char *key);

struct chrome_foot {
	bool back;
	bool contrast;
	const char *forward;      /* text key; NULL = none */
	const char *forward_icon; /* "arrow-right" */
	bool panel;               /* stands on the keyboard's ground */
};

/* The action bar of steps: back, language and contrast, forward. */
struct action chrome_foot(struct ui *ui, const struct journey *journey, struct chrome_foot foot);

/* Language switch in `rect`, with whole names or, `brief`, with ID and EN. */
struct action chrome_language(
	struct ui *ui, const struct journey *journey, struct rect rect, bool brief);

/* The high-contrast button, a raised card or a quiet part; shows whether it is on. */
struct action chrome_contrast(
	struct ui *ui, const struct journey *journey, struct rect rect, bool raised);

/* A raised part beside the other tools of the welcome screen; whether it was tapped. */
bool chrome_tool(
	struct ui *ui, const char *id, struct rect rect, const char *icon, const char *key);

/* The way to the published standards, a raised card or a quiet part. */
struct action chrome_standards(struct ui *ui, const char *id, struct rect rect, bool raised);

/* What a service costs, as a chip with its left upper corner at x, y. Returns its width. */
int chrome_fee(struct ui *ui, int x, int y, enum office_fee fee);

/* "This screen closes in 15 seconds" and its bar, `width` wide, at the foot's left. */
void chrome_closing(struct ui *ui, const struct lobby *lobby, const struct visit *visit, int width);

/* A QR code of `text`, quiet zone left to the caller, at most `side` wide, centred in a square. */
void chrome_code(struct ui *ui, int x, int y, int side, const char *text);

/* Until chrome_ground_end, texts inside `rect` are black if it is a white part of high contrast. */
void chrome_ground(struct ui *ui, struct rect rect, bool white);
void chrome_ground_end(struct ui *ui);

/* Whichever of two actions is one. */
struct action chrome_either(struct action first, struct action second);

/*
 * Words of the office in `rect`, centred from top to bottom: in `brief` where they are too long for
 * it, then smaller (look.md §2). Returns the style it came to.
 */
struct ui_style chrome_words(struct ui *ui, struct rect rect, struct ui_style style,
	enum ui_align align, enum theme_token color, const char *text, const char *brief);

#endif
