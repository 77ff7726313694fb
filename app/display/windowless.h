#ifndef APP_DISPLAY_WINDOWLESS_H
#define APP_DISPLAY_WINDOWLESS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * The event loop of a display without a window: sleeps until a message or the nearest deadline. It
 * knows nothing of video. Created before any other thread, which would take its signals.
 */
struct windowless;

/* Everything is called on the loop's thread. */
struct windowless_program {
	void *context;
	/* Lets time pass; returns how many ms it may sleep, INT64_MAX = for ever. */
	int64_t (*step)(void *context);
	/* A message posted by windowless_post; owns `data` from here on. */
	void (*message)(void *context, void *data);
	/* Frees a message that was never delivered. */
	void (*drop)(void *data);
};

/* NULL and one log line when the system has no descriptors left. */
struct windowless *windowless_create(const struct windowless_program *program);
/* Drops undelivered messages; nobody may post any more. NULL is fine. */
void windowless_destroy(struct windowless *loop);

/* Runs until SIGTERM or SIGINT. */
void windowless_run(struct windowless *loop);

/* From any thread. False when it cannot be handed over (data not taken). */
bool windowless_post(struct windowless *loop, void *data);

#endif
