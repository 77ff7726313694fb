#ifndef TESTS_DRIVERS_VIRTUAL_PRINTER_H
#define TESTS_DRIVERS_VIRTUAL_PRINTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A USB receipt printer made of nothing but umockdev: descriptors in a mock sysfs, and usbfs
 * answered request by request, for real libusb in another process. It takes bytes, obeys the
 * real-time commands wherever they stand, and answers GS r when it comes to it.
 */
struct virtual_printer_model {
	int vendor, product;
	const char *id;          /* IEEE-1284 */
	uint8_t interface_class; /* 7, or 0xff */
	uint8_t out, in;         /* endpoint addresses; in = 0: one-way */
	bool two_settings;       /* alternate 0 one-way, alternate 1 two-way */
	bool answers_status;     /* DLE EOT */
	bool answers_order;      /* GS r */
	bool garbage;            /* answers DLE EOT with bytes that are no status */
	bool babbles;            /* says something all the time */
	bool kernel_driver;      /* "usblp" is bound when it is plugged in */
	bool held;               /* another program has the interface */
};

/* An ordinary one: Epson, OUT 01, IN 82, answers everything, usblp bound. */
extern const struct virtual_printer_model virtual_printer_ordinary;

/* What may be set while it runs, and what there is to be seen; use the functions below. */
struct virtual_printer_state {
	bool paper_out, cover_open;
	bool refuses;         /* takes no more bytes (NAK) */
	long paper_out_after; /* slip bytes after which the paper ends; -1 = never */
	long refuses_after;   /* … after which it takes no more */
	long halt_after;      /* … after which its endpoint halts once */
	long unplug_after;    /* … after which it is pulled out */
	bool gone;            /* pulled out */
	int claims, releases, detaches, attaches, halts_cleared, alternate, cuts, cleared;
	bool kernel_driver;
};

struct virtual_printer;

/* Plugs it in (on a new mock system, one at a time). */
struct virtual_printer *virtual_printer_create(const struct virtual_printer_model *model);
void virtual_printer_destroy(struct virtual_printer *printer);

/* Calls `change` with the state, safely beside a running client. */
void virtual_printer_change(struct virtual_printer *printer,
	void (*change)(struct virtual_printer_state *state, long value), long value);
struct virtual_printer_state virtual_printer_look(struct virtual_printer *printer);

/* What was taken so far, without the questions (DLE EOT, GS r); release with free(). */
uint8_t *virtual_printer_taken(struct virtual_printer *printer, size_t *out_size);
/* Forgets what was taken; the points "after" count from here. */
void virtual_printer_forget(struct virtual_printer *printer);

/* Takes everybody's right to the device's node away. */
void virtual_printer_forbid(struct virtual_printer *printer);

/* Tells the system that it is gone (after unplug_after struck, or pulls it out), and back. */
void virtual_printer_unplug(struct virtual_printer *printer);
void virtual_printer_replug(struct virtual_printer *printer);

#endif
