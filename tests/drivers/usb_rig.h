#ifndef TESTS_DRIVERS_USB_RIG_H
#define TESTS_DRIVERS_USB_RIG_H

#include "tests/drivers/virtual_printer.h"

#include <sys/types.h>

/*
 * The USB driver from outside: usb_client, with the worker and real libusb, runs as a process of
 * its own against a virtual printer. Times are bounds only: under umockdev libusb polls.
 */
struct usb_rig {
	struct virtual_printer *printer;
	pid_t client;
	int to, from;
	char heard[4096]; /* what the client said and nobody has read */
	size_t length;
	bool bound_by_rights; /* set before the start: root's client obeys file modes too */
};

/* Plugs a printer in and starts a client for `uri`; or the client alone. */
void usb_rig_start(struct usb_rig *rig, const struct virtual_printer_model *model, const char *uri);
void usb_rig_start_client(struct usb_rig *rig, const char *uri);
/* Ends the client's input and checks that it ends well; and pulls the printer out. */
void usb_rig_stop_client(struct usb_rig *rig);
void usb_rig_stop(struct usb_rig *rig);

/* The client's next line, without its end; false when none comes within `ms`. */
bool usb_rig_next_line(struct usb_rig *rig, int ms, char *out_line, size_t size);
void usb_rig_expect(struct usb_rig *rig, const char *line);
/* The line comes, perhaps after states: what happens by itself has no order. */
void usb_rig_expect_soon(struct usb_rig *rig, const char *line);
void usb_rig_expect_silence(struct usb_rig *rig, int ms);

/* Has the client print the slip of `seed` as `id`. */
void usb_rig_print(struct usb_rig *rig, int id, int seed);

/* The printer has taken exactly these slips, whole and once each. */
void usb_rig_expect_taken(struct usb_rig *rig, const int *seeds, size_t count);

/* Bytes of a slip. */
size_t usb_rig_slip_size(void);

#endif
