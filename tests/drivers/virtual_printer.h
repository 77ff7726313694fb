#ifndef TESTS_DRIVERS_VIRTUAL_PRINTER_H
#define TESTS_DRIVERS_VIRTUAL_PRINTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A USB receipt printer made of nothing but umockdev: descriptors in a mock sysfs, and usbfs
 * answered request by request, for real libusb in another process. It takes bytes, obeys the
 * real-time commands anywhere but in dots, as cheap boards do, and answers GS r when it comes to
 * it. Zeros outside of commands are passed over; with an ESC @ after them they are an ending of
 * what came before and no part of a slip.
 */
struct virtual_printer_model {
	int vendor, product;
	int port;                  /* where it is plugged in: 0 unless there are several */
	const char *id;            /* IEEE-1284 */
	int id_length;             /* what GET_DEVICE_ID says of its length; 0 = the truth */
	const char *serial;        /* NULL = it has none */
	const char *maker, *title; /* its strings as the kernel keeps them; NULL = it has none */
	const char *driver; /* whose its interface is in sysfs; NULL = that is not shown there */
	bool lp;            /* usblp has made a node of it, /dev/usb/lp0 */
	uint8_t interface_class; /* 7, or 0xff */
	uint8_t out, in;         /* endpoint addresses; in = 0: one-way */
	bool two_settings;       /* alternate 0 one-way, alternate 1 two-way */
	bool answers_status;     /* DLE EOT */
	bool answers_order;      /* GS r */
	bool answers_frames;     /* GS a, and tells changes from then on until ESC @ */
	bool garbage;            /* answers DLE EOT with bytes that are no status */
	bool babbles;            /* says `babble` all the time */
	uint8_t babble;
	bool kernel_driver;  /* "usblp" is bound when it is plugged in */
	bool held;           /* another program has the interface */
	const uint8_t *wild; /* its configuration descriptor, instead of one that fits */
	size_t wild_size;
	size_t descriptors_end; /* bytes after which its descriptors break off; 0 = never */
};

/* An ordinary one: Epson, OUT 01, IN 82, answers everything, usblp bound. */
extern const struct virtual_printer_model virtual_printer_ordinary;

/* What may be set while it runs, and what there is to be seen; use the functions below. */
struct virtual_printer_state {
	bool paper_out, cover_open, near_end;
	bool noisy;            /* answers questions with garbage from now on */
	bool refuses;          /* takes no more bytes (NAK) */
	bool refuses_clearing; /* … from the first DLE ENQ on */
	long paper_out_after;  /* slip bytes after which the paper ends; -1 = never */
	long refuses_after;    /* … after which it takes no more */
	long halt_after;       /* … after which its endpoint halts once, */
	int halts_more;        /*   and so often again */
	long noisy_after;      /* … after which it is noisy */
	long unplug_after;     /* … after which it is pulled out */
	bool gone;             /* pulled out */
	bool halts_in;         /* halts whenever an answer is read */
	long halts_in_after;   /* slip bytes after which it does */
	bool mute;             /* answers no question of status yet */
	bool late;             /* keeps answers to GS r back */
	int claims, releases, detaches, attaches, halts_cleared, alternate, cuts, cleared, resets;
	int ended; /* zeros and ESC @ came */
	bool kernel_driver;
};

struct virtual_printer;

/* Plugs it in, on a new mock system. */
struct virtual_printer *virtual_printer_create(const struct virtual_printer_model *model);
/* Plugs one more in, at a port of its own; to be destroyed before the first. */
struct virtual_printer *virtual_printer_create_beside(
	struct virtual_printer *first, const struct virtual_printer_model *model);
/* Plugs it in on a mock system that is there; `testbed` is one of umockdev. */
struct virtual_printer *virtual_printer_create_on(
	void *testbed, const struct virtual_printer_model *model);
void virtual_printer_destroy(struct virtual_printer *printer);

/* Calls `change` with the state, safely beside a running client. */
void virtual_printer_change(struct virtual_printer *printer,
	void (*change)(struct virtual_printer_state *state, long value), long value);
struct virtual_printer_state virtual_printer_look(struct virtual_printer *printer);

/* What was taken so far, without the questions (DLE EOT, GS r); release with free(). */
uint8_t *virtual_printer_taken(struct virtual_printer *printer, size_t *out_size);
/* Forgets what was taken; the points "after" count from here. */
void virtual_printer_forget(struct virtual_printer *printer);

/* Takes back what a program held that was killed, as the kernel does: umockdev hears of no death.
 */
void virtual_printer_let_go(struct virtual_printer *printer);

/* Takes everybody's right to the device's node away; or gives the node another mode and group. */
void virtual_printer_forbid(struct virtual_printer *printer);
void virtual_printer_set_rights(struct virtual_printer *printer, unsigned mode, unsigned group);

/* Tells the system that it is gone (after unplug_after struck, or pulls it out), and back. */
void virtual_printer_unplug(struct virtual_printer *printer);
void virtual_printer_replug(struct virtual_printer *printer);

#endif
