#ifndef DRIVERS_SERIAL_H
#define DRIVERS_SERIAL_H

#include "app/base/result.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A stream of bytes to a device and back, whatever carries it: a USB endpoint, a USB-serial bridge,
 * a serial port of the system, or a folder. URIs: board.h. A port belongs to one thread.
 */
struct serial_format {
	int speed;       /* baud: 1200 to 115200, one of serial_speeds */
	bool seven_even; /* 7E1 instead of 8N1 */
};

enum { SERIAL_SPEEDS = 8 };
extern const int serial_speeds[SERIAL_SPEEDS];

/* The place of `speed` in serial_speeds; -1 when it is none of them. */
int serial_find_speed(int speed);

/*
 * Splits "PLACE[,SPEED[,8N1|7E1]]"; what is not given stays as it is in *format. False when it is
 * not of that form or the place does not fit.
 */
bool serial_read_address(
	const char *address, char *out_place, size_t size, struct serial_format *format);

struct serial;

/* Opens a port; `usual` is its format unless the URI names another. DEVICE_… with *out_port NULL.
 */
enum result serial_open(
	const char *uri, const struct serial_format *usual, struct serial **out_port);
/* NULL is fine. */
void serial_close(struct serial *port);

/* "FTDI 0403:6001", for people. */
const char *serial_get_name(const struct serial *port);

/* Whether anything can ever come back. */
bool serial_is_two_way(const struct serial *port);

/*
 * Sends all of it within `timeout_ms`; *out_written is how much the device took in any case.
 * DEVICE_TIMEOUT, DEVICE_MISSING (unplugged), DEVICE_FAILED, DEVICE_STOPPED (halted and cleared).
 */
enum result serial_write(
	struct serial *port, const uint8_t *data, size_t size, int timeout_ms, size_t *out_written);

/* Reads what is there, at most `size` bytes; DEVICE_TIMEOUT when nothing came. */
enum result serial_read(
	struct serial *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read);

/* Whether the device is still there: OK or why not. Blocks at most half a second. */
enum result serial_check(struct serial *port);

/* What was just sent, in words, for ports that keep it for people to read; others ignore it. */
void serial_note(struct serial *port, const char *text);

/* See worker.h; a NULL watch has nothing to poll. */
struct serial_watch;
struct serial_watch *serial_watch_open(const char *uri);
void serial_watch_close(struct serial_watch *watch);
enum { SERIAL_WATCH_FDS = 8 };
size_t serial_watch_fds(struct serial_watch *watch, struct pollfd *out_fds);
bool serial_watch_read(struct serial_watch *watch);

#endif
