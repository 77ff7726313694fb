#ifndef APP_UI_LOOP_SCRIPT_H
#define APP_UI_LOOP_SCRIPT_H

#include "app/ui/ui.h"

/*
 * The script of a loop (script.h): a thread reads lines from standard input and hands them over one
 * by one; the loop's thread obeys. The next line is read once the last was answered.
 */
struct loop_script;

/* What the script needs of its loop. */
struct loop_script_hands {
	void *context;
	/* From the reading thread: wakes the loop, which then calls loop_script_obey. */
	void (*wake)(void *context);
	/* One event and, after it, a drawn and shown frame. Returns whether a part took it; the
	 * place a part left in ui.where is in *out_where. */
	bool (*act)(void *context, const struct ui_event *event, struct rect *out_where);
	/* The window as PNG, and its draw list as text. */
	bool (*shot)(void *context, const char *path);
	const struct draw_list *(*shown)(void *context);
	void (*quit)(void *context);
};

/* Starts the reading thread. NULL and one log line when it cannot. */
struct loop_script *loop_script_create(const struct loop_script_hands *hands);
void loop_script_destroy(struct loop_script *script);

/* Obeys the line that was read, if any. Loop's thread. */
void loop_script_obey(struct loop_script *script, int64_t ticks_ms);

/* A frame was shown or time went on: a waiting line may be answered now. */
void loop_script_check(struct loop_script *script, int64_t ticks_ms);

/* When a waiting line gives up; INT64_MAX = nothing waits. */
int64_t loop_script_deadline(const struct loop_script *script);

#endif
