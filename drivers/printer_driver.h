#ifndef DRIVERS_PRINTER_DRIVER_H
#define DRIVERS_PRINTER_DRIVER_H

#include "drivers/printer.h"

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
};

extern const struct printer_driver printer_usb;
extern const struct printer_driver printer_file;
extern const struct printer_driver printer_fault;

#endif
