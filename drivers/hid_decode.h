#ifndef DRIVERS_HID_DECODE_H
#define DRIVERS_HID_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * From a device's key events to what was scanned or pressed. Pure; the events bring their time.
 *
 * Keys that follow one another within HID_GAP_MS are a burst. A burst that ends with Enter or Tab
 * is a scan; those in its middle are part of the text, since a code may have several lines. A pause
 * within a burst means that somebody typed; HID_CUT_MS without a terminator mean that it was cut
 * off. Both spoil it to its end: half a code is never taken for a whole one. A keypad's burst of up
 * to HID_PRESSED keys is fingers, not light.
 *
 * Letters are those of the US layout, which scanners speak unless set otherwise; also the decimal
 * codes with Alt held, which some send to be independent of the layout.
 */
enum {
	HID_TEXT_SIZE = 257, /* 256 characters */
	HID_GAP_MS = 50,
	HID_CUT_MS = 200,
	HID_PRESSED = 3,
};

/* Keys without a letter, in the text of a keypad. */
enum { HID_UP = 1, HID_DOWN, HID_LEFT, HID_RIGHT, HID_BACKSPACE = '\b' };

/* struct input_event of linux/input.h with its time in milliseconds. */
struct hid_event {
	int64_t time_ms;
	uint16_t type, code;
	int32_t value;
};

enum hid_fault {
	HID_FINE,
	HID_CUT,     /* no terminator came */
	HID_TYPED,   /* too slow for a scanner */
	HID_LONG,    /* more than 256 characters */
	HID_FOREIGN, /* a key or code that is no ASCII letter */
	HID_LOST,    /* the kernel dropped events */
};

/* A burst that has ended. */
struct hid_burst {
	enum hid_fault fault;
	bool pressed;             /* single keys of a keypad, one a character of the text */
	char text[HID_TEXT_SIZE]; /* without its terminators; "" with a fault */
};

struct hid_decoder {
	bool keypad;
	bool dropping; /* between SYN_DROPPED and the next SYN_REPORT */
	unsigned held; /* modifiers that are down */
	bool capital;  /* Caps Lock is on */
	int code;      /* typed with Alt held; -1 = none */
	bool open;     /* a burst has begun */
	int64_t last_ms;
	enum hid_fault fault;
	size_t length;
	char text[HID_TEXT_SIZE];
};

void hid_decoder_init(struct hid_decoder *decoder, bool keypad);

/* Takes one event. True: the burst before it has ended and is in `out_burst`. */
bool hid_decoder_take(
	struct hid_decoder *decoder, const struct hid_event *event, struct hid_burst *out_burst);

/* Milliseconds of silence after which hid_decoder_settle is to be called; -1 = nothing waits. */
int hid_decoder_wait(const struct hid_decoder *decoder);

/* That silence has passed. True: a burst has ended and is in `out_burst`. */
bool hid_decoder_settle(struct hid_decoder *decoder, struct hid_burst *out_burst);

/* Forgets a burst that has begun, and what is held: the device has gone. */
void hid_decoder_reset(struct hid_decoder *decoder);

/*
 * What a key of a keypad means to a screen, by the names of app/ui: 8 2 4 6 and the arrows are
 * "up" "down" "left" "right" (with `phone` 2 and 8 change places), + and - "tab" and "backtab", 5
 * and Enter "return", 0 * and Backspace "escape". NULL = nothing.
 */
const char *hid_key_name(char key, bool phone);

#endif
