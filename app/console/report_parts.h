#ifndef APP_CONSOLE_REPORT_PARTS_H
#define APP_CONSOLE_REPORT_PARTS_H

#include "app/console/screen.h"
#include "app/report/words.h"

/* The parts of the page of reports; look/console-report is its model. */
enum {
	REPORT_TOP = 152,    /* below the title and its buttons */
	REPORT_BOTTOM = 776, /* of what stands there */
	REPORT_GAP = 16,
	REPORT_PAD = 24,
	REPORT_BARS = 40, /* at most in one plot */
};

/* Title, stretches and files: on every part of the page. */
struct shift_action report_head(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);

/* One of reporting_part each. */
struct shift_action report_figures(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);
struct shift_action report_details(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);
struct shift_action report_sheets(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);

/* The keys of the page; asked when nothing lies over it. */
struct shift_action report_keys(struct ui *ui, const struct shift *shift);

/* A button with its key behind the label, 48 high. */
bool report_button(struct ui *ui, const char *id, struct rect rect, const char *label,
	const char *key, bool disabled);

/* A line of text that leads somewhere, with its arrow and key; `rect` says where it begins and how
 * high it can be touched. */
bool report_link(
	struct ui *ui, const char *id, struct rect rect, const char *label, const char *key);

/* ---- plots ---- */

struct report_bar {
	char label[32];
	int value; /* the part from zero on */
	int late;  /* a cap on it */
	bool is_peak;
};

enum report_bars_look {
	REPORT_PLAIN,  /* the peak in the accent, the others soft, each with its value */
	REPORT_STACKED /* kept and late */
};

/* Bars from zero in `rect`, their labels in its last line; at most REPORT_BARS. */
void report_bars(struct ui *ui, struct rect rect, const struct report_bar *bars, int count,
	enum report_bars_look look);

/* Marks the highest. */
void report_mark_peak(struct report_bar *bars, int count);

/* Whether so much of the promise was kept that it is shown as kept: the standards promise it to
 * everybody, but up to one in ten broken is no more than a detail. False of nobody. */
bool report_is_kept(const struct figures_share *share);

/* A share as a bar `width` wide and 8 high, its middle line at y. */
void report_share_bar(struct ui *ui, int x, int y, int width, const struct figures_share *share);

/* A card's title and the line under it. */
void report_card_head(struct ui *ui, struct rect card, const char *title, const char *note);

#endif
