#ifndef APP_KIOSK_CHROME_H
#define APP_KIOSK_CHROME_H

#include "app/kiosk/layout.h"
#include "app/ui/widget.h"

/* What all screens of the kiosk have in common: ground, header, buttons at the foot. */

enum { CHROME_LEFT = 64, CHROME_WIDTH = 1792 };

/* Ground, mark, office, clock; `drop` moves the header down (24 on the welcome screen). */
void chrome_header(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey, int drop);

/* The title where the layout has it, as large as fits. */
void chrome_heading(struct ui *ui, const struct layout *layout, const char *key);

struct chrome_foot {
	bool back;
	bool contrast;            /* the button that leads to high contrast and the other choices */
	const char *forward;      /* text key; NULL = none */
	const char *forward_icon; /* "arrow-right" */
	bool panel; /* stands on the keyboard's ground; on a small one in its last row */
	int back_w; /* of the way back, where more stands beside it; 0 = the layout's */
};

/* The action bar of steps: back, language, contrast and help, forward. */
struct action chrome_foot(struct ui *ui, const struct journey *journey, struct chrome_foot foot);

/* Language switch in `rect`, with whole names or, `brief`, with ID and EN; nothing where `rect` has
 * no width. */
struct action chrome_language(
	struct ui *ui, const struct journey *journey, struct rect rect, bool brief);

/* A choice of how the screen looks: its button shows whether it is on. */
enum chrome_tool { TOOL_ACCESS, TOOL_LARGE, TOOL_CONTRAST, TOOL_LOW, TOOL_ALOUD, TOOL_COUNT };

/* How buttons that stand together are set: alike. */
struct chrome_set {
	enum { CHROME_BESIDE /* the icon before the label */, CHROME_OVER, CHROME_WORDS } kind;
	int size; /* of all their labels */
};

struct chrome_tool_look {
	const char *id, *icon, *key;
	enum action_kind action;
	bool disabled;
	const struct chrome_set *set; /* NULL: as suits it alone */
};

/* A button of a set. */
struct chrome_offer {
	struct chrome_tool_look look;
	struct rect place;
};

/* One way and one size for all: the icon before the label where every label has room for it,
 * else over it; large texts that have no room beside it stand alone, on two lines. */
struct chrome_set chrome_set_of(const struct ui *ui, const struct chrome_offer *offers, int count);

extern const struct chrome_tool_look chrome_tools[TOOL_COUNT];

/* Whether the choice is on; TOOL_ACCESS: any of them. */
bool chrome_tool_is_on(const struct journey *journey, enum chrome_tool tool);

/* Its button, raised or quiet; the icon stands over the label where the button is high. */
struct action chrome_tool(struct ui *ui, const struct journey *journey, enum chrome_tool tool,
	struct rect rect, bool raised);

/* A button that looks like the tools'. */
struct action chrome_button(
	struct ui *ui, struct chrome_tool_look look, struct rect rect, bool raised);

/* Calls a clerk, with all that was entered kept: "kiosk.help"; nothing where `rect` has no width.
 */
struct action chrome_help(struct ui *ui, const struct journey *journey, struct rect rect);

/* The same while something is typed on a small screen, in the place of its layout_typing; nothing
 * on other screens, whose foot has it. */
struct action chrome_help_typing(
	struct ui *ui, const struct journey *journey, const struct layout *layout);

/* The button of the choices how the screen looks, and that one, set alike. */
struct action chrome_aids(
	struct ui *ui, const struct journey *journey, struct rect access, struct rect help);

/* The way to the published standards. */
struct action chrome_standards(struct ui *ui, const char *id, struct rect rect, bool raised);

/* How the words for what a service costs look. */
struct chrome_fee_look {
	const char *key;
	enum ui_tone tone;
	enum theme_token ink;
};
extern const struct chrome_fee_look chrome_fees[];

/* They as a chip with its left upper corner at x, y. Returns its width. */
int chrome_fee(struct ui *ui, int x, int y, enum office_fee fee);

/* "This screen closes in 15 seconds" and its bar, in `line`, which is as high as a button. */
void chrome_closing(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect line);
/* The same, and says that a touch gives more time (chrome_wants_time). */
void chrome_closing_touch(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit, struct rect line);

/* Who still reads needs no aim: whether a touch beside the buttons, or a key that presses none of
 * them, has just asked for more time on a screen that closes by itself. Ask after its buttons. */
bool chrome_wants_time(const struct ui *ui, const struct visit *visit);

/* A QR code of `text`, quiet zone left to the caller, at most `side` wide, centred in a square. */
void chrome_code(struct ui *ui, int x, int y, int side, const char *text);

/* Until chrome_ground_end, texts inside `rect` are black if it is a white part of high contrast. */
void chrome_ground(struct ui *ui, struct rect rect, bool white);
void chrome_ground_end(struct ui *ui);

/* Whether a word of `text` would be broken in a line `room` wide. */
bool chrome_breaks(const struct ui *ui, int room, struct ui_style style, const char *text);

/* Whichever of two actions is one. */
struct action chrome_either(struct action first, struct action second);

/*
 * Words of the office in `rect`, centred from top to bottom: in `brief` where they are too long for
 * it, then smaller (look.md §2). Returns the style it came to.
 */
struct ui_style chrome_words(struct ui *ui, struct rect rect, struct ui_style style,
	enum ui_align align, enum theme_token color, const char *text, const char *brief);

/*
 * `style`, or as much smaller as chrome_words would set the words. Things that are equals are set
 * in one size, the smallest that one of them needs: begin with the whole style, and give the style
 * for one on to the next.
 */
struct ui_style chrome_fitting(const struct ui *ui, struct rect rect, struct ui_style style,
	const char *text, const char *brief);

/*
 * The same of equals whose words an office writes: they go down together by one step of `whole`
 * at most, so that one that is very long makes the others no smaller. Draw it with chrome_words,
 * which sets it alone as small as it must be.
 */
struct ui_style chrome_alike(const struct ui *ui, struct rect rect, struct ui_style whole,
	struct ui_style style, const char *text, const char *brief);

#endif
