#ifndef DRIVERS_PRINTER_H
#define DRIVERS_PRINTER_H

#include "app/base/result.h"
#include "drivers/profile.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Printers, as a program sees them. A printer is a URI: "usb:auto", "usb:04b8:0e28",
 * "usb:04b8:0e28:SERIAL" (one of two of a model; lsusb -v and the log tell the serial number),
 * "cups:QUEUE", "file:DIR" (every slip as bytes and as a picture), "fault:seed=7,…/usb:auto" (wraps
 * another and breaks it). Drivers know nothing of tickets. Names and rules: design §7.
 */
/* What a printer can tell, as bits; what is not among them is not known, rather than well. */
enum printer_capability {
	PRINTER_TELLS_PAPER = 1 << 0,    /* that it is out of paper */
	PRINTER_TELLS_NEAR_END = 1 << 1, /* that the roll ends soon, if it has the sensor */
	PRINTER_TELLS_COVER = 1 << 2,
	PRINTER_TELLS_CUTTER = 1 << 3, /* that its cutter is stuck, or worse */
	PRINTER_CONFIRMS = 1 << 4,     /* that a slip is done; known after the first one */
};

/* What a printer says of itself. */
struct printer_status {
	enum result reason; /* OK, PAPER_OUT, COVER_OPEN, DEVICE_OFFLINE, DEVICE_MISSING, … */
	bool answers;       /* a status channel was found: a slip can be confirmed */
	bool near_end;      /* the roll ends soon: a warning, printing goes on */
	unsigned can;       /* printer_capability bits */
};

/* How a slip went. */
struct printer_outcome {
	bool sent_any;  /* at least one byte of the slip reached the device */
	bool confirmed; /* an in-order answer came after the cut and the status is healthy */
	enum result reason;
};

struct printer;

/* Opens the device. `profile` NULL = by what the device says of itself. Of two printers of
 * one model the first that no other program holds. DEVICE_… with *out_printer NULL. */
enum result printer_open(
	const char *uri, const struct printer_profile *profile, struct printer **out_printer);
void printer_close(struct printer *printer);

const struct printer_profile *printer_get_profile(const struct printer *printer);

/* "EPSON TM-T82X", for people. */
const char *printer_get_name(const struct printer *printer);

/* Asks the device; blocks at most half a second, or two after a slip that broke off or when a
 * trouble is over. */
void printer_get_status(struct printer *printer, struct printer_status *out_status);

/* A slip to be sent: the bytes for a device and, for drivers that keep a picture, its dots. */
struct printer_slip {
	const uint8_t *bytes;
	size_t size;
	const char *name;    /* a file name without ending: "2026-11-23_K007" */
	const uint8_t *dots; /* 1-bit rows, most significant bit left, 1 = black; NULL = none */
	int dots_width, dots_height, dots_pitch;
	bool clear_first; /* a slip asked for again: clear the printer's buffer */
	/* Asked now and then while the device is slow; true = give up. NULL = never. */
	bool (*is_cancelled)(void *context);
	void *context;
};

/* Sends one slip and waits for its confirmation; blocks for seconds. Never sends it twice. What a
 * slip before it has left in the middle is ended first, also one of a program before this. */
void printer_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome);

/* Likewise the dots of a slip, which must be there, as this printer's raster; its `bytes` and
 * `size` are not looked at. */
void printer_print_dots(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome);

#endif
