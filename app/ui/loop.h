#ifndef APP_UI_LOOP_H
#define APP_UI_LOOP_H

#include "app/ui/ui.h"

/*
 * One window and the one event loop of a program: sleeps until input, a message or the nearest
 * deadline; draws only when something changed; repaints only what differs.
 */
struct loop;

struct loop_options {
	const char *title;
	int width, height; /* of the window; 0 = the monitor's size, borderless */
	int x, y; /* place of the window; -1 = the monitor's corner, or centred when sized */
	const char *monitor; /* name (paint_monitor.h), or NULL = the first */
	bool resizable;      /* a window with a frame, for a clerk's desktop and the demo */
	bool hide_pointer;   /* touch screens */
	bool script;         /* also obey commands on standard input (script.h) */
	bool exit_key;       /* Ctrl+Q ends the program (not on a kiosk in the lobby) */
	bool locked;         /* asking the window to close does nothing: a kiosk in the lobby */
};

/* What a program gives the loop. Everything is called on the loop's thread. */
struct loop_program {
	void *context;
	/* One frame: between ui_begin and ui_end. Runs once an event and once more to draw. */
	void (*frame)(void *context, struct ui *ui);
	/* A message posted by loop_post; owns `data` from here on. */
	void (*message)(void *context, void *data);
	/* Next moment (ticks) at which something must happen without input; INT64_MAX = never. May
	 * be NULL. */
	int64_t (*deadline)(void *context);
	/* What was drawn last is on the screen now. May be NULL. */
	void (*shown)(void *context);
	/* Frees a message that was never delivered. */
	void (*drop)(void *data);
};

/* NULL and one log line (no display: the line says so) when no window can be had. */
struct loop *loop_create(const struct loop_options *options, const struct loop_program *program);
/* Closes the window and drops undelivered messages. NULL is fine. */
void loop_destroy(struct loop *loop);

/* For the program to set theme, language and ppm. */
struct ui *loop_ui(struct loop *loop);

/* Runs until loop_quit, SIGTERM, SIGINT or, unless it is locked, the window is closed. */
void loop_run(struct loop *loop);
/* After loop_run: hands over what threads that have ended since left behind. */
void loop_hear_rest(struct loop *loop);
/* Ends loop_run after the present event. Loop's thread. */
void loop_quit(struct loop *loop);

/* From any thread, until loop_destroy: hands `data` to program->message. False after the loop ended
 * (data not taken).
 */
bool loop_post(struct loop *loop, void *data);

/* An event of a device that is not the window's, such as a keypad: as if it came from the window.
 * Not within a frame. */
void loop_input(struct loop *loop, const struct ui_event *event);

/* Renders glyphs of `style` in idle moments, for a screen that comes later. */
void loop_warm(struct loop *loop, enum draw_face face, int size_px);

/* Brings the window before the others and asks for the keyboard's focus: for what cannot wait, when
 * whoever runs the program wants that. */
void loop_raise(struct loop *loop);

/* Whether the system may blank the screen when nobody touches it; at first it may not. */
void loop_allow_blanking(struct loop *loop, bool allow);

/*
 * Wipes from memory what was drawn up to now, for the end of a visit: lists, rendered texts,
 * widths. It is done when the next two frames have been shown, since one of them may still be the
 * old screen; may be called inside a frame.
 */
void loop_forget(struct loop *loop);

/* The part of the first monitor that panels and docks leave free, in pixels; false and one log line
 * when there is no display. For who places windows side by side; no window is opened. */
bool loop_desktop(struct rect *out_free);

#endif
