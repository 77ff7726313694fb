#ifndef APP_KIOSK_INPUTS_H
#define APP_KIOSK_INPUTS_H

#include "app/desk/desk_thread.h"
#include "app/ui/keyboard.h"
#include "drivers/reader.h"

/*
 * The scanner and the keypad of a kiosk: each has a reader on a thread of its own, whose news come
 * through the loop. Here their states go to the desk, and a keypad's key becomes what the screen
 * understands.
 */
enum { INPUTS = 2 };

struct input {
	struct reader *reader; /* NULL = none is configured */
	char device[64];       /* "kiosk-1/scanner" */
	bool known;            /* it has said how it is */
	enum result health;
};

struct inputs {
	struct desk_thread *desk; /* borrowed */
	bool open;                /* the store is: states can be reported */
	struct input all[INPUTS];
};

/* `device` names the kiosk: "kiosk-1". */
void inputs_init(struct inputs *inputs, struct desk_thread *desk, const char *device);
void inputs_finish(struct inputs *inputs);

/* Starts the reader for `uri` ("" = none). After one log line DEVICE_UNKNOWN when that is no
 * address of a scanner or, with `keypad`, of a keypad, and DEVICE_FAILED when there is no thread
 * for it. */
enum result inputs_start(struct inputs *inputs, bool keypad, const char *uri,
	reader_deliver *deliver, void *context);

/* Ends the reader of the scanner or, with `keypad`, of the keypad; there may be none. */
void inputs_stop(struct inputs *inputs, bool keypad);

/* The store is open: what is known of the devices is reported. */
void inputs_open(struct inputs *inputs);

/* READER_STATE. */
void inputs_hear(struct inputs *inputs, const struct reader_message *message);

/*
 * The event a key of the keypad is to the screen: its meaning, or, while a number is typed
 * (`typing` with KEYBOARD_PHONE), the digit itself. False when it means nothing.
 */
bool inputs_key(const struct reader_message *message, bool typing, enum keyboard_layout layout,
	struct ui_event *out_event);

#endif
