#ifndef DRIVERS_READER_H
#define DRIVERS_READER_H

#include "app/base/result.h"
#include "drivers/hid_decode.h"
#include "drivers/hid_kind.h"

/*
 * One thread for one scanner or keypad: finds and grabs it, reads its keys, comes back after
 * unplugging (when the system tells of a new node; else it looks again after 1 to 30 s), sleeps
 * while nothing happens. What was read goes to the program as messages that carry their data, and
 * never to a log.
 */
enum reader_message_kind {
	READER_STATE,  /* `reason` changed; also the first one after start */
	READER_SCAN,   /* `text` was scanned */
	READER_SPOILT, /* something was scanned or typed that cannot be used: `fault` */
	READER_KEY, /* a key of a keypad: `key` is its character, `name` what hid_key_name says */
};

struct reader_message {
	enum reader_message_kind kind;
	enum hid_kind device;
	enum result reason; /* OK, DEVICE_MISSING, DEVICE_DENIED, DEVICE_HELD, … */
	enum hid_fault fault;
	char text[HID_TEXT_SIZE]; /* printable ASCII and, within it, '\n' and '\t' */
	char key;
	char name[16];
	char model[HID_NAME_SIZE]; /* READER_STATE with reason OK: "Honeywell … Scanner" */
	char path[32];             /* the same: "/dev/input/event5" */
};

/* Called on the reader's thread with a copy that the receiver gives to reader_message_destroy. */
typedef void reader_deliver(void *context, struct reader_message *message);

/* Wipes and frees it. NULL is fine. */
void reader_message_destroy(struct reader_message *message);

struct reader;

/* `wish` is copied. NULL and one log line when no thread can be had. */
struct reader *reader_start(const struct hid_wish *wish, reader_deliver *deliver, void *context);

/* Ends the thread, which gives the device back. NULL is fine. */
void reader_stop(struct reader *reader);

#endif
