#ifndef DRIVERS_INVENTORY_H
#define DRIVERS_INVENTORY_H

#include "app/base/result.h"
#include "drivers/profile.h"
#include "drivers/rights.h"
#include "drivers/usb_address.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Every device of this machine that the programs could use, for who sets it up: USB printers, known
 * USB-serial bridges and boards, scanners and keypads, and the queues of a print server that
 * answers at once. Looking disturbs nobody: nothing is claimed, grabbed or sent.
 */
enum {
	INVENTORY_ROOM = 96,
	INVENTORY_NAME_SIZE = 128,
	INVENTORY_URI_SIZE = USB_SERIAL_SIZE + 32,
	INVENTORY_RULE_SIZE = 192,
};

enum inventory_kind {
	INVENTORY_PRINTER,
	INVENTORY_BOARD, /* a board, or a bridge that may have one behind it */
	INVENTORY_SCANNER,
	INVENTORY_KEYPAD,
	INVENTORY_QUEUE,
};
/* "printer", "board", "scanner", "keypad", "queue". */
const char *inventory_kind_name(enum inventory_kind kind);

enum inventory_state {
	INVENTORY_FREE,
	INVENTORY_KERNEL, /* the kernel's driver has it: our programs take it over */
	INVENTORY_HELD,   /* another program has it, a running kiosk perhaps */
	INVENTORY_DENIED, /* the user has no right to it */
};
/* "free", "kernel", "held", "denied". */
const char *inventory_state_name(enum inventory_state state);

struct inventory_device {
	enum inventory_kind kind;
	int vendor, product;            /* 0 of a queue */
	char serial[USB_SERIAL_SIZE];   /* "" without one */
	char name[INVENTORY_NAME_SIZE]; /* for people */
	char uri[INVENTORY_URI_SIZE];   /* for the settings; of a board without its language */
	const struct printer_profile *profile; /* of a USB printer, else NULL */
	bool receipt;                          /* it is known to be a ticket printer, or says so */
	enum inventory_state state;            /* of a queue always free */
	char driver[32];                       /* whose it is: "usblp", "usbfs"; "" of nobody */
	char node[32];                         /* "" of a queue */
	bool permitted;                        /* the user may use the node */
	/* What is lacking if not: that the user is of `group`, unless `member`; and, unless "", the
	 * line of udev that gives the node to that group. */
	char group[RIGHTS_NAME_SIZE];
	bool member;
	char rule[INVENTORY_RULE_SIZE];
	enum result trouble; /* of a queue: why it would not print; else OK */
};

/*
 * What is there, with the rights of `user`, printers first and each kind by node or name; returns
 * how many, at most `room`. Blocks half a second for each USB printer at most, a second for the
 * list of queues, of which eight are looked at, and once four for a print server that falls silent.
 */
size_t inventory_list(
	const struct rights_user *user, struct inventory_device *out_devices, size_t room);

/* Whether a printer may be asked how it is, which is to open it (printer.h): nobody else has it and
 * the kernel's driver would get it back, the user may, and it is a ticket printer. Any other would
 * print the questions. */
bool inventory_may_ask(const struct inventory_device *device);

#endif
