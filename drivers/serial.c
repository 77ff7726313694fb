#include "drivers/serial.h"
#include "drivers/serial_driver.h"

#include "app/base/log.h"
#include "app/base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const int serial_speeds[SERIAL_SPEEDS] = {1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200};

/* Every driver there is: a new one is one line here. */
static const struct serial_driver *const drivers[] = {
	&serial_usb,
	&serial_bridge,
	&serial_tty,
	&serial_file,
	&serial_fault,
};

int serial_find_speed(int speed)
{
	for (int i = 0; i < SERIAL_SPEEDS; i++) {
		if (serial_speeds[i] == speed) {
			return i;
		}
	}
	return -1;
}

bool serial_read_address(
	const char *address, char *out_place, size_t size, struct serial_format *format)
{
	size_t length = strcspn(address, ",");
	const char *speed = address + length;
	char digits[8] = "";

	if (length == 0 || length >= size) {
		return false;
	}
	memcpy(out_place, address, length);
	out_place[length] = '\0';
	if (*speed == '\0') {
		return true;
	}
	size_t digit_count = strcspn(++speed, ",");
	if (digit_count >= sizeof(digits)) {
		return false;
	}
	memcpy(digits, speed, digit_count);
	int64_t value;
	if (!text_to_int(digits, 1, 115200, &value) || serial_find_speed((int)value) < 0) {
		return false;
	}
	format->speed = (int)value;
	const char *bits = speed + digit_count;
	if (*bits == '\0') {
		return true;
	}
	format->seven_even = strcmp(bits, ",7E1") == 0;
	return format->seven_even || strcmp(bits, ",8N1") == 0;
}

bool serial_read_numbers(
	const char *place, int *out_vendor, int *out_product, char *out_number, size_t size)
{
	char *end;
	int *const values[] = {out_vendor, out_product};

	for (int i = 0; i < 2; i++) {
		if (strspn(place, "0123456789abcdefABCDEF") != 4) {
			return false;
		}
		*values[i] = (int)strtol(place, &end, 16);
		place = end;
		if (i == 0 && *place++ != ':') {
			return false;
		}
	}
	if (*place == '\0') {
		out_number[0] = '\0';
		return true;
	}
	return *place == ':' && place[1] && text_copy(out_number, size, place + 1);
}

enum result serial_reason_of(int error)
{
	switch (error) {
	case EACCES:
	case EPERM:
	case EROFS: return RESULT_DEVICE_DENIED;
	case ENOENT:
	case ENOTDIR:
	case ENODEV:
	case ENXIO:
	case EIO: return RESULT_DEVICE_MISSING;
	case EBUSY: return RESULT_DEVICE_HELD;
	default: return RESULT_DEVICE_FAILED;
	}
}

static const struct serial_driver *find_driver(const char *uri, const char **out_rest)
{
	for (size_t i = 0; i < sizeof(drivers) / sizeof(*drivers); i++) {
		size_t length = strlen(drivers[i]->scheme);
		if (strncmp(uri, drivers[i]->scheme, length) == 0 && uri[length] == ':') {
			*out_rest = uri + length + 1;
			return drivers[i];
		}
	}
	return NULL;
}

enum result serial_open(
	const char *uri, const struct serial_format *usual, struct serial **out_port)
{
	const char *rest;
	const struct serial_driver *driver = find_driver(uri, &rest);

	*out_port = NULL;
	if (!driver) {
		log_error("serial", "no driver for \"%s\"", uri);
		return RESULT_DEVICE_UNKNOWN;
	}
	return driver->open(rest, usual, out_port);
}

void serial_close(struct serial *port)
{
	if (port) {
		port->driver->close(port);
	}
}

const char *serial_get_name(const struct serial *port)
{
	return port->name;
}

bool serial_is_two_way(const struct serial *port)
{
	return port->two_way;
}

enum result serial_write(
	struct serial *port, const uint8_t *data, size_t size, int timeout_ms, size_t *out_written)
{
	*out_written = 0;
	return port->driver->write(port, data, size, timeout_ms, out_written);
}

enum result serial_read(
	struct serial *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	*out_read = 0;
	return port->two_way ? port->driver->read(port, out_data, size, timeout_ms, out_read)
			     : RESULT_DEVICE_TIMEOUT;
}

enum result serial_check(struct serial *port)
{
	return port->driver->check(port);
}

void serial_note(struct serial *port, const char *text)
{
	if (port->driver->note) {
		port->driver->note(port, text);
	}
}

struct serial_watch *serial_watch_open(const char *uri)
{
	const char *rest;
	const struct serial_driver *driver = find_driver(uri, &rest);

	return driver && driver->watch_open ? driver->watch_open(rest) : NULL;
}

void serial_watch_close(struct serial_watch *watch)
{
	if (watch) {
		watch->driver->watch_close(watch);
	}
}

size_t serial_watch_fds(struct serial_watch *watch, struct pollfd *out_fds)
{
	return watch ? watch->driver->watch_fds(watch, out_fds) : 0;
}

bool serial_watch_read(struct serial_watch *watch)
{
	return watch && watch->driver->watch_read(watch);
}
