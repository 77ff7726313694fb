#ifndef APP_DISPLAY_SLIDES_H
#define APP_DISPLAY_SLIDES_H

#include "app/display/photo.h"
#include "app/ui/draw.h"

/*
 * The office's pictures in the panel while nobody is called: a word to those who wait, a picture, a
 * word, the next picture. Pure: moments (ticks) in; the pictures are made elsewhere
 * (slide_worker.h). While there is none the word stays.
 */
enum {
	SLIDES_WORD_MS = 10000,
	SLIDES_PICTURE_MS = 10000,
	SLIDES_FADE_MS = 600,
	SLIDES_AGAIN_MS = 60000, /* an empty folder is looked at again */
};

struct slides {
	bool on;             /* there is a folder */
	bool asked;          /* a picture is being made */
	bool quiet;          /* nobody is called */
	bool seen;           /* the picture has the panel */
	int64_t since_ticks; /* it, or the word, has had it since */
	int64_t again_ticks; /* no picture is asked for before */
	struct photo photo;  /* owned; no pixels = none is ready */
	struct draw_picture picture;
};

void slides_init(struct slides *slides, bool on);
void slides_finish(struct slides *slides);

/* Lets time pass; `quiet` = nobody is called and the office is open. */
void slides_step(struct slides *slides, bool quiet, int64_t ticks);

/* Whether the next picture is to be asked for now; it then counts as asked. */
bool slides_ask(struct slides *slides, int64_t ticks);

/* Takes the picture asked for over; without pixels there was none. */
void slides_take(struct slides *slides, struct photo *photo, int64_t ticks);

/* The picture in the panel, and how much of it is seen, 0 to 1; NULL = the word. */
const struct draw_picture *slides_shown(
	const struct slides *slides, int64_t ticks, bool motion, double *out_share);

/* The next moment at which something changes by itself; INT64_MAX = none. */
int64_t slides_deadline(const struct slides *slides, int64_t ticks, bool motion);

/* The next of sixty frames a second since `since`. */
int64_t slides_next_frame(int64_t since, int64_t ticks);

#endif
