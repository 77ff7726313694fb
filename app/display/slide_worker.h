#ifndef APP_DISPLAY_SLIDE_WORKER_H
#define APP_DISPLAY_SLIDE_WORKER_H

#include "app/display/photo.h"

/*
 * A thread that makes the office's pictures ready, one when it is asked: the next of the folder by
 * name, looked for anew each time, so that pictures may come and go. What cannot be shown is
 * skipped, with one log line until the file is another one.
 */
struct slide_worker;

/* Called on the worker's thread; takes `photo` over. Without pixels: there is none. */
typedef void slide_deliver(void *context, struct photo *photo);

/* `ground` as of photo_load. NULL and one log line when no thread can be had. */
struct slide_worker *slide_worker_start(
	const char *folder, uint32_t ground, slide_deliver *deliver, void *context);

/* Returns at once; the picture is delivered, within `width` times `height` pixels. */
void slide_worker_ask(struct slide_worker *worker, int width, int height);

/* Ends the thread after the picture it is at. NULL is fine. */
void slide_worker_stop(struct slide_worker *worker);

#endif
