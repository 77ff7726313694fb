#ifndef DRIVERS_PRINTER_DRIVER_H
#define DRIVERS_PRINTER_DRIVER_H

#include "drivers/printer.h"

#include <poll.h>

/*
 * Opens `uri` for somebody who wants to sleep until the device may have come, gone or changed.
 * Without such news from the driver (or from the system) the watch is NULL and that is fine.
 */
struct printer_watch;
struct printer_watch *printer_watch_open(const char *uri);
void printer_watch_close(struct printer_watch *watch);

enum { PRINTER_WATCH_FDS = 8 };
/* What to poll; returns how many, at most PRINTER_WATCH_FDS. A NULL watch has none. */
size_t printer_watch_fds(struct printer_watch *watch, struct pollfd *out_fds);
/* To be called when one of them is ready: true when the device deserves a look. */
bool printer_watch_read(struct printer_watch *watch);

/* What a printer driver implements; the table of drivers is in printer.c. */
struct printer {
	const struct printer_driver *driver;
	const struct printer_profile *profile;
	char name[64];
};

struct printer_driver {
	const char *scheme; /* "usb" */
	/* `rest` is the URI after "scheme:". Sets *out_printer to its own struct that begins with
	 * one. */
	enum result (*open)(const char *rest, const struct printer_profile *profile,
		struct printer **out_printer);
	void (*close)(struct printer *printer);
	void (*get_status)(struct printer *printer, struct printer_status *out_status);
	void (*print)(struct printer *printer, const struct printer_slip *slip,
		struct printer_outcome *out_outcome);
	/* All four or none: see printer_watch_open. */
	struct printer_watch *(*watch_open)(const char *rest);
	void (*watch_close)(struct printer_watch *watch);
	size_t (*watch_fds)(struct printer_watch *watch, struct pollfd *out_fds);
	bool (*watch_read)(struct printer_watch *watch);
};

/* What a driver's watch begins with. */
struct printer_watch {
	const struct printer_driver *driver;
};

extern const struct printer_driver printer_usb;
extern const struct printer_driver printer_cups;
extern const struct printer_driver printer_file;
extern const struct printer_driver printer_fault;

#endif
