#ifndef APP_DISPLAY_SCREEN_H
#define APP_DISPLAY_SCREEN_H

#include "app/display/layout.h"
#include "app/display/scene.h"
#include "app/ui/ui.h"

/* The waiting room's screen (look.md §5, §8 display-*). */
struct display_model {
	const struct office *office;  /* NULL until the store is there */
	const struct desk_view *view; /* NULL until the first one came */
	struct scene scene;
	enum result trouble; /* why the store is not there yet, or not any more */
	int64_t now_ms;      /* office time */
	int64_t told_ms;     /* until when the view is right: now, or when the store was lost */
	const struct draw_picture *picture; /* in the panel of a room where nobody is called */
	double picture_share;               /* how much of it is seen, 0 to 1 */
	int drift_x, drift_y;               /* units; against burning in */
	bool dimmed;                        /* outside the opening hours */
};

/* One frame; asks for the next one at the moment something changes by itself. */
void display_frame(struct ui *ui, const struct display_model *model);

/* The most pixels a picture in the panel may have across and down. */
void display_picture_room(
	struct ui *ui, const struct display_model *model, int *out_width, int *out_height);

/* Whether the store has been lost: what is shown has an age. */
bool display_is_stale(const struct display_model *model);

/* ---- its parts, a file each ---- */

/* Faces and sizes beyond those of ui.h. Smallest text 40 (look.md §5). */
extern const struct ui_style DISPLAY_TEXT, DISPLAY_STRONG, DISPLAY_STATE, DISPLAY_NAME;

/* The office's texts are in Indonesian and English. */
enum office_language display_language(const struct ui *ui);

/* Mark, office, date and hour, and until when it is open. */
void header_frame(struct ui *ui, const struct display_model *model, const struct layout *layout);

/* The panel: the number called, or a word to those who wait. */
void panel_call(struct ui *ui, const struct display_model *model, const struct layout *layout);
void panel_quiet(struct ui *ui, const struct display_model *model, const struct layout *layout);

/* The counters' states. */
void tiles_frame(struct ui *ui, const struct display_model *model, struct rect area);

/* Who is next, how many wait; who was called last. While the services are listed nowhere else, one
 * of them takes its turn in the row of the last calls or, where that is left out, of who is next.
 */
void rows_next(struct ui *ui, const struct display_model *model, const struct layout *layout);
void rows_last(struct ui *ui, const struct display_model *model, const struct layout *layout);

/* Each service with its people waiting and the estimate, a line each; more than there is room for
 * are shown a page at a time, with a mark in the margin at the right of `area`. */
void services_frame(struct ui *ui, const struct display_model *model, struct rect area);

/* One service with its people waiting and the estimate in `row`, each time another one of those
 * that can tell one. Every `every`th turn of the pages is its own: else false, and nothing is
 * drawn, as while the services are listed in the panel or a list, or nobody waits. */
bool services_row(struct ui *ui, const struct display_model *model, const struct layout *layout,
	struct rect row, int every);

/* The promise: the oldest running clock, or the share kept today. */
void promise_frame(struct ui *ui, const struct display_model *model, const struct layout *layout);

/* The closed office: next opening, hours, the way online. */
void closed_frame(struct ui *ui, const struct display_model *model, const struct layout *layout);

/* The line at the foot with the office's text, or thanks when closed; one too long for it is shown
 * a page at a time. */
void running_frame(struct ui *ui, const struct display_model *model, struct rect line);

/* The closed office as the calendar tells it, also after a day that was closed by hand. */
void closed_hours(const struct display_model *model, struct calendar_hours *out_hours);

/* Why the office is closed today besides its hours: a holiday's name, a closure's reason, or that
 * the day was ended by hand; false when there is no such reason. */
bool say_closing(
	const struct ui *ui, const struct display_model *model, char *out_text, size_t size);

/* The opening hours as far as they matter now: until when it is open or rests, when it opens, or
 * that they are over; "" at the closed office, whose card tells them. */
void say_hours(const struct ui *ui, const struct display_model *model, char *out_text, size_t size);

/* Texts of moments: "10.26", and a date by its key: "date.full" has the day's name. */
void say_clock(const struct office *office, int64_t ms, char *out_text, size_t size);
void say_date(const struct ui *ui, const char *key, const struct office *office, int64_t ms,
	char *out_text, size_t size);

#endif
