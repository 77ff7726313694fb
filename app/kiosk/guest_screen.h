#ifndef APP_KIOSK_GUEST_SCREEN_H
#define APP_KIOSK_GUEST_SCREEN_H

#include "app/kiosk/layout.h"
#include "app/kiosk/screen.h"

/* What of a step does not fit stands on pages, which the buttons turn. */
struct guest_pages {
	int count;
	enum guest_field last; /* of the page shown, unless it is the last page */
};

/* The bodies of the guest book's steps, between its title and its buttons. */
struct action guest_type_frame(
	struct ui *ui, const struct lobby *lobby, struct journey *journey, const struct step *step);
struct action guest_rows_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step, struct guest_pages *out_pages);
struct action guest_tiles_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step);
struct action guest_needs_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct step *step, struct guest_pages *out_pages);

/* What a button beside those of the foot offers while something is typed: ACTION_CONTACT to who
 * may be known, ACTION_NO_EMAIL where
 * none is needed, ACTION_ITEM after an item of data, or ACTION_NONE. It stands in the place of the
 * choices of how the screen looks. */
enum action_kind guest_aside(const struct lobby *lobby, const struct journey *journey);

/* What a field is called: "kiosk.guest." and its name, of an item of data its number. */
const char *guest_label(const struct ui *ui, enum guest_field field, char *out_text, size_t size);

/* One line with the visitor's own words for an item of data in place of "{}", as many as fit: for
 * who listens they are typed words, like those of a field. */
void guest_about(struct ui *ui, struct rect rect, struct ui_style style, enum theme_token color,
	const char *key, const char *words);

/* Id of an option, "guest.occupation.1". */
void guest_option_id(enum guest_field field, int code, char *out_id, size_t size);

/* Icon and words of a low tile: beside one another, or in a narrow high one the icon over them. */
struct guest_tile {
	struct rect icon, words;
};

/* Where they stand in `rect`, selected or not. */
struct guest_tile guest_tile_of(struct rect rect);

/* What of a low tile can be chosen. */
struct guest_tile_look {
	const char *icon, *label;
	struct ui_style style; /* of the label, or smaller */
	bool selected;         /* the check takes the icon's place: no word moves */
};

/* The whole tile. Returns whether it was tapped. */
bool guest_tile_draw(
	struct ui *ui, const char *id, struct rect rect, const struct guest_tile_look *look);

/* The icon of an option of a field, by its code. */
const char *guest_option_icon(enum guest_field field, int code);

/* A small choice: an empty ring and its words in the middle; in the chosen one's a check. Pills
 * that stand together are set alike: begin with guest_pill_whole, and give the style that
 * guest_pill_fit made of it for one on to the next. */
extern const struct ui_style guest_pill_whole;
struct ui_style guest_pill_fit(
	const struct ui *ui, struct rect rect, struct ui_style style, const char *label);
struct guest_pill_look {
	const char *label;
	struct ui_style style;
	bool selected;
};
bool guest_pill(
	struct ui *ui, const char *id, struct rect rect, const struct guest_pill_look *look);

/* What is wrong with an answer: an alert icon and a sentence in the line `rect`. */
void guest_error(struct ui *ui, struct rect rect, const char *error);

/* Label of a question, and after it, in red with an icon, what is wrong with its answer. */
void guest_question(
	struct ui *ui, struct rect rect, const char *label, const char *aside, const char *error);

#endif
