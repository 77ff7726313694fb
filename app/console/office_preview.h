#ifndef APP_CONSOLE_OFFICE_PREVIEW_H
#define APP_CONSOLE_OFFICE_PREVIEW_H

#include "app/base/language.h"
#include "app/paper/paper.h"
#include "app/queue/office.h"
#include "app/ui/draw.h"

/* A slip as the settings would have it printed, as a picture for the screen. */
struct office_preview {
	struct paper *paper; /* owned; NULL until the first picture */
	struct draw_picture picture;
	uint32_t *pixels;        /* owned; of the picture */
	struct office_slip slip; /* that it shows, with language, name and service in `words` */
	char words[2 * OFFICE_NAME_SIZE + 16];
	int width, height; /* that it was made for */
};

/* Made anew if the settings, the language or the room (pixels) are others than before. `now_ms` is
 * the moment on the slip. NULL when no paper can be drawn. Borrowed until the next call. */
const struct draw_picture *office_preview_show(struct office_preview *preview,
	const struct office *office, const struct language *language, int64_t now_ms, int width,
	int height);
void office_preview_finish(struct office_preview *preview);

#endif
