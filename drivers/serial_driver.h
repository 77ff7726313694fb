#ifndef DRIVERS_SERIAL_DRIVER_H
#define DRIVERS_SERIAL_DRIVER_H

#include "drivers/serial.h"
#include "drivers/usb_bulk.h"

/* What a port's driver implements; the table of drivers is in serial.c. */
struct serial {
	const struct serial_driver *driver;
	char name[64];
	bool two_way;
};

struct serial_driver {
	const char *scheme; /* "tty" */
	/* `rest` is the URI after "scheme:". Sets *out_port to its own struct that begins with one.
	 */
	enum result (*open)(
		const char *rest, const struct serial_format *usual, struct serial **out_port);
	void (*close)(struct serial *port);
	enum result (*write)(struct serial *port, const uint8_t *data, size_t size, int timeout_ms,
		size_t *out_written);
	/* NULL when nothing is ever two-way. */
	enum result (*read)(struct serial *port, uint8_t *out_data, size_t size, int timeout_ms,
		size_t *out_read);
	enum result (*check)(struct serial *port);
	void (*note)(struct serial *port, const char *text); /* may be NULL */
	/* May be NULL, or give NULL. */
	struct serial_watch *(*watch_open)(const char *rest);
	/* Of what watch_open gave. */
	void (*watch_close)(struct serial_watch *watch);
	size_t (*watch_fds)(struct serial_watch *watch, struct pollfd *out_fds);
	bool (*watch_read)(struct serial_watch *watch);
};

/* What a driver's watch begins with. */
struct serial_watch {
	const struct serial_driver *driver;
};

extern const struct serial_driver serial_usb;    /* bulk endpoint */
extern const struct serial_driver serial_bridge; /* "serial" */
extern const struct serial_driver serial_tty;
extern const struct serial_driver serial_file;
extern const struct serial_driver serial_fault;

/* The board that is a USB device itself: BetaBrite Prism. */
extern const struct usb_bulk_name serial_usb_board;

/* What an errno of open, read or write says of a device. */
enum result serial_reason_of(int error);

/* Reads "8765:1234" or "8765:1234:NUMBER" (hexadecimal, four digits each); a number of at most
 * `size` - 1 bytes, "" without one. */
bool serial_read_numbers(
	const char *place, int *out_vendor, int *out_product, char *out_number, size_t size);

/* ---- news of one file by name: inotify on its folder ---- */

struct file_watch {
	int inotify; /* -1 = none */
	char file[256];
};

/* A folder that is not there, or a system without inotify, gives a watch with nothing to tell. */
void file_watch_init(struct file_watch *watch, const char *path);
void file_watch_finish(struct file_watch *watch);
/* True when the file was made, written, replaced, removed, or got other rights since. */
bool file_watch_read(struct file_watch *watch);

#endif
